import fs from "node:fs";
import { measure as measureCalls } from "../superagent-calls/measure.ts";
import { renderCalls } from "../superagent-calls/renderCalls.ts";
import { rewrittenPipes, unrewrittenPipes } from "./fixtures.ts";
import { measure } from "./measure.ts";
import { renderTable, tablePath } from "./table.ts";

/** `npm run proof`: measures, and writes docs/proof.md. */
const pipes = renderTable(await measure(rewrittenPipes), unrewrittenPipes);
fs.writeFileSync(tablePath, `${pipes}\n${renderCalls(await measureCalls())}`);

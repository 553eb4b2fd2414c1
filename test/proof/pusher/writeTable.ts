import fs from "node:fs";
import { measure } from "./measure.ts";
import { renderTable, tablePath } from "./table.ts";

/** `npm run proof`: measures, and writes docs/proof-pusher.md; with `--check` only says whether it is up to date. */
const table = renderTable(await measure());
if (!process.argv.includes("--check")) {
  fs.writeFileSync(tablePath, table);
} else if (!fs.existsSync(tablePath) || fs.readFileSync(tablePath, "utf8") !== table) {
  process.stderr.write("docs/proof-pusher.md is out of date: run npm run proof\n");
  process.exitCode = 1;
}

import fs from "node:fs";
import { measureRows } from "./measure.ts";
import { documentFile, documentOf } from "./writeDocument.ts";

fs.writeFileSync(documentFile, await documentOf(await measureRows()));

import fs from "node:fs";
import { documentFile, measuredDocument } from "./writeDocument.ts";

fs.writeFileSync(documentFile, await measuredDocument());

import fs from "node:fs";
import { documentFile, measuredDocument } from "./writeDocument.ts";

fs.writeFileSync(documentFile, await measuredDocument());
// What waits for the Redis that the last scenario ended would wait on.
process.exit(0);

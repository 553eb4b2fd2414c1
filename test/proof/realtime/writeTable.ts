import fs from "node:fs";
import { documentFile, measureProof } from "./writeDocument.ts";

fs.writeFileSync(documentFile, (await measureProof()).document);

import { readFileSync, watch } from "node:fs";
import { join } from "node:path";
import type { FileChange } from "../../src/model/result.ts";
import { applyChanges } from "../../src/pipeline/applyChanges.ts";

/** The process that kill.test.ts kills: rewrites all files, and says when the first one is written. */
const [root = "", amount = "0"] = process.argv.slice(2);
const changes = Array.from({ length: Number(amount) }, (_, index): FileChange => {
  const file = `src/f${index}.ts`;
  return {
    file,
    before: readFileSync(join(root, file), "utf8"),
    after: `// ${index}\n${"new and longer line\n".repeat(500)}`,
    added: 0,
    removed: 0,
    diff: "",
    fingerprints: [],
  };
});
watch(join(root, "src")).once("change", () => process.stdout.write("writing\n"));
await applyChanges(root, changes);
// Stays, so that a kill that comes late is seen as such and not as an exit.
setInterval(() => undefined, 1000);

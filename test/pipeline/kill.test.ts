import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { undoLastWrite } from "../../src/pipeline/undo.ts";
import { readText, tempRepo } from "./tempRepo.ts";

const FILES = 250;
const worker = fileURLToPath(new URL("killWorker.ts", import.meta.url));
const project = fileURLToPath(new URL("../..", import.meta.url));

const before = (index: number): string => `// ${index}\n${"old line\n".repeat(400)}`;
const after = (index: number): string => `// ${index}\n${"new and longer line\n".repeat(500)}`;

/** Runs the worker, and kills it so many milliseconds after it has begun to write. */
function writeAndKill(root: string, delay: number): Promise<void> {
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, ["--import", "jiti/register", worker, root, String(FILES)], {
      cwd: project,
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), delay));
    child.on("error", reject);
    child.on("close", (_, signal) =>
      signal === "SIGKILL" ? fulfil() : reject(new Error("it ended before it was killed")),
    );
  });
}

test(
  "killed in the middle of a write, each file is wholly old or wholly new, and undo restores all",
  { timeout: 120_000 },
  async () => {
    let killedInTheMiddle = 0;
    for (const delay of [0, 5, 15, 30, 60]) {
      const root = tempRepo(
        Object.fromEntries(Array.from({ length: FILES }, (_, index) => [`src/f${index}.ts`, before(index)])),
      );
      await writeAndKill(root, delay);
      const texts = Array.from({ length: FILES }, (_, index) => readText(root, `src/f${index}.ts`));
      const written = texts.filter((text, index) => text === after(index)).length;
      const untouched = texts.filter((text, index) => text === before(index)).length;
      expect(written + untouched).toBe(FILES);
      if (written > 0 && written < FILES) killedInTheMiddle += 1;
      const report = await undoLastWrite(root);
      expect([report.restored.length, report.untouched.length, report.leftAlone]).toEqual([
        written,
        FILES - written,
        [],
      ]);
      expect(readText(root, "src/f0.ts")).toBe(before(0));
      expect(readdirSync(join(root, "src"))).toHaveLength(FILES);
    }
    expect(killedInTheMiddle).toBeGreaterThan(0);
  },
);

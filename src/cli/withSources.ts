import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileOutcome, RunResult } from "../model/result.ts";

/** The result with the text of each file that has findings, for code frames. */
export async function withSources(result: RunResult): Promise<RunResult> {
  const files: FileOutcome[] = [];
  for (const file of result.files) {
    const text = file.findings.length === 0 ? undefined : await sourceOf(file, result.root);
    files.push(text === undefined ? file : { ...file, source: text });
  }
  return { ...result, files };
}

async function sourceOf(file: FileOutcome, root: string): Promise<string | undefined> {
  if (file.source !== undefined) return file.source;
  if (file.change !== undefined) return file.change.before;
  // A report without the code is better than none.
  return readFile(join(root, file.file), "utf8").catch(() => undefined);
}

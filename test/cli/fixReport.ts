import { runFake } from "./fakeEngine.ts";

/** A small tree with an error in two files and a warning in one of them. */
export const FILES = {
  "src/a.ts": "unsafe();\r\n",
  "src/b.ts": "\uFEFFone();\ndoubtful();\nunsafe();\n",
  "src/c.ts": "fine();\n",
};

/** The parts of the JSON report that the tests look at. */
export interface Report {
  findings: { file: string; line: number; fix: { applied: boolean; reason?: string } }[];
  changes: { file: string }[];
  files: { file: string; status: string; stage: string; reason: string }[];
}

/** Runs a command with `-f json`, and gives what it printed and its exit code. */
export async function report(root: string, ...args: string[]): Promise<Report & { code: number }> {
  const { out, code } = await runFake(root, [...args, "-f", "json"]);
  return { ...(JSON.parse(out) as Report), code };
}

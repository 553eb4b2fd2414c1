import fs from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { measureRows, type Row } from "./cells.ts";
import { writePrograms } from "./programs.ts";

/** Where the document stands. */
export const documentFile = path.resolve(import.meta.dirname, "../../../docs/proof-realtime.md");

/** Measures, and writes what was measured as a document. */
export async function measuredDocument(): Promise<string> {
  const folders = await writePrograms();
  try {
    const { refusals, closes, others, sdk } = await measureRows(folders);
    return await format(documentOf(refusals, closes, others, sdk), { parser: "markdown" });
  } finally {
    for (const folder of [folders.before, folders.after]) fs.rmSync(folder, { recursive: true });
  }
}

function documentOf(
  refusals: readonly Row[],
  closes: readonly Row[],
  others: readonly Row[],
  sdk: readonly Row[],
): string {
  return `# Proof: Metered Realtime and Seuraa Edge

Written by \`npm run proof\`; \`test/proof/realtime\` measures it again and compares.

## Metered Realtime

A server on loopback speaks the documented protocol. Against it runs a program before and after sadpath, as a process of
its own, with the real \`ws\` package and the real SDK \`@metered-ca/realtime\`. What the real server sends, and when, is
documentation only: it was never contacted. Waits are cut short in the runs that end in a reconnect; the wait that the
program asked for is what counts. Node's own WebSocket exists from Node 22 on; the tests run on Node 20, so the SDK gets
\`ws\` in its place, and the built-in one is not proved here.

### A raw socket, a publish that is refused

${table(refusals)}

### A raw socket, each close code

${table(closes)}

### A raw socket, other faults

${table(others)}

### The SDK

${table(sdk)}

## Seuraa Edge

Its packages are not public, so a double takes their place: [proof-seuraa.md](proof-seuraa.md).
`;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ fault, before, after }) => `| ${fault} | ${before} | ${after} |`);
  return ["| fault | before | after |", "| --- | --- | --- |", ...lines].join("\n");
}

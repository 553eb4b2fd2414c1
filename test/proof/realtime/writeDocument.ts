import fs from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { measureSections, type Measured } from "./measure.ts";
import { writePrograms, type Programs } from "./programs.ts";
import type { Section } from "./sections.ts";

/** Where the document stands. */
export const documentFile = path.resolve(import.meta.dirname, "../../../docs/proof-realtime.md");

/** What was measured, as values and as a document. */
export interface Proof {
  readonly measured: ReadonlyMap<Section, readonly Measured[]>;
  readonly rewritten: Programs["rewritten"];
  readonly document: string;
}

/** Measures, and writes what was measured as a document. */
export async function measureProof(): Promise<Proof> {
  const programs = await writePrograms();
  try {
    const measured = await measureSections(programs);
    const document = await format(documentOf(measured), { parser: "markdown" });
    return { measured, rewritten: programs.rewritten, document };
  } finally {
    for (const folder of [programs.before, programs.after]) fs.rmSync(folder, { recursive: true });
  }
}

function documentOf(measured: ReadonlyMap<Section, readonly Measured[]>): string {
  const tables = [...measured].map(
    ([{ title, patterns }, rows]) => `### ${title}\n\nProves ${patterns.join(", ")}.\n\n${table(rows)}`,
  );
  return `# Proof: Metered Realtime and Seuraa Edge

Written by \`npm run proof\`; \`test/proof/realtime\` measures it again and compares.

## Metered Realtime

A server on loopback speaks the documented protocol. Against it runs a program before and after sadpath, as a process of
its own, with the real \`ws\` package, with Node's own WebSocket, and with the real SDK \`@metered-ca/realtime\`. What the
real server sends, and when, is documentation only: it was never contacted. Waits are cut short in the runs that end in
a reconnect or a repetition; the wait that the program asked for is what counts. Node's own WebSocket is on by default
from Node 22 on; the tests run on Node 20 too, which brings the same class behind \`--experimental-websocket\`. The SDK
runs on \`ws\` there.

${tables.join("\n\n")}

## Seuraa Edge

Its packages are not public, so a double takes their place: [proof-seuraa.md](proof-seuraa.md).
`;
}

function table(rows: readonly Measured[]): string {
  const lines = rows.map(({ fault, before, after }) => `| ${fault} | ${before} | ${after} |`);
  return ["| fault | before | after |", "| --- | --- | --- |", ...lines].join("\n");
}

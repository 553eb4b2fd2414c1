import path from "node:path";
import { format } from "prettier";
import { BACK_ENDS } from "../../../src/rewrite/banFlow/moduleText.ts";
import { removeProjects } from "./flowProject.ts";
import { runRewrittenApp } from "./rewrittenApp.ts";
import { runScenarios, type ScenarioRow } from "./scenarios.ts";
import { runWays, TRIALS, type WayRow } from "./ways.ts";

/** Where the document stands. */
export const documentFile = path.resolve(import.meta.dirname, "../../../docs/proof-ban.md");

/** Measures, and writes what was measured as a document. */
export async function measuredDocument(): Promise<string> {
  try {
    const ways = await runWays();
    const app = await runRewrittenApp();
    const scenarios = await runScenarios();
    return await format(documentOf(ways, app, scenarios), { parser: "markdown" });
  } finally {
    removeProjects();
  }
}

function documentOf(
  ways: readonly WayRow[],
  app: readonly WayRow[],
  scenarios: readonly ScenarioRow[],
): string {
  return `# Proof of the ban flow

Written by \`npm run proof\`; \`test/proof/ban\` measures it again and compares. All of it with the real SDK against a
loopback Pusher that keeps connections, checks sign-ins and terminates them, and through the module as sadpath writes it
for a small project of each kind.

## Who stays in

An adversary holds eight connections, reconnects at once and asks the auth endpoint, whose look-up of the ban takes 10 to
60 ms: answers are always in flight. ${TRIALS} trials each.

${waysTable(ways)}

Terminating reaches only connections that have signed in. A client that never signs in keeps the channels that it has.

## The same, through an application that sadpath rewrote

A small Express 5 application whose flow writes the ban and terminates, and whose endpoints never ask; real HTTP, and the
signature is 10 to 60 ms on its way to the client. "After" is what the pipeline makes of its files. ${TRIALS} trials each.

${waysTable(app)}

\`examples/chat-server\`, whose endpoints ask for bans already, is run as it is and rewritten (\`test/proof/ban/example.test.ts\`):
as it is, a terminate that Pusher answers with 500 ends the process, and the user stays connected; rewritten, it runs on,
the terminate is retried until it is done, and the user is refused.

## What becomes of a terminate

Each cell: what \`terminate\` says, then what Pusher answered, in order. In memory; in BullMQ on a real Redis; in an outbox
in PostgreSQL (PGlite). The workers start by themselves, with the first auth request. "hang" is no
answer at all, "reset" a cut connection, "stall" an error whose body never ends. "Operator told": the module logs that
somebody has to see to it, keeps the job, and calls no more.

${scenarioTable(scenarios)}
`;
}

function waysTable(rows: readonly WayRow[]): string {
  const lines = rows.map(({ title, stayed }) => `| ${title} | ${stayed > 0 ? "yes" : "never"} |`);
  return ["| way | does the user stay signed in? |", "| --- | --- |", ...lines].join("\n");
}

const NAMES: Readonly<Record<string, string>> = {
  "in-process": "in memory",
  bullmq: "BullMQ",
  outbox: "outbox",
};

const cells = (values: readonly string[]) => `| ${values.join(" | ")} |`;

function scenarioTable(rows: readonly ScenarioRow[]): string {
  return [
    cells(["what happens", ...BACK_ENDS.map((backEnd) => NAMES[backEnd] ?? backEnd)]),
    cells(["---", ...BACK_ENDS.map(() => "---")]),
    ...rows.map(({ title, results }) =>
      cells([title, ...BACK_ENDS.map((backEnd) => results[backEnd] ?? "")]),
    ),
  ].join("\n");
}

import { exceptions } from "./exceptions.ts";
import { judge, listLost, listNewLines } from "./judge.ts";
import type { Measurement } from "./measure.ts";
import { faultTitles, type Fault, type Side } from "./types.ts";

/** The part of docs/proof.md on calls that are awaited, chained or sent with `end`. */
export function renderCalls(measurements: readonly Measurement[]): string {
  return `## Calls without a pipe

The ${measurements.length} single-file fixtures with a rewrite and without a pipe (awaited, chained, \`end\` with and without a
callback, agents) were run in the same way with superagent 10: the runner calls whatever the fixture exports or registers.
"Lost" are unhandled rejections and uncaught exceptions; what a fixture loses even when the server answers 200, because its
arguments are made up, is not counted.

| fault | fixtures | lost before | lost after | new log lines | secrets in the log |
| --- | ---: | ---: | ---: | ---: | ---: |
${(Object.keys(faultTitles) as Fault[])
  .toSorted((a, b) => Number(b === "ok") - Number(a === "ok"))
  .map((fault) => renderFault(fault, measurements))
  .join("\n")}

No log line of a rewritten fixture holds an Authorization or Set-Cookie header, a query string, or an answer's body. (The
message of an invalid JSON answer quotes some twenty characters of it around the first wrong one: V8 does that.)

${Object.entries(exceptions)
  .map(([name, { reason }]) => `- \`${name}\`: ${reason}`)
  .join("\n")}
`;
}

function renderFault(fault: Fault, measurements: readonly Measurement[]): string {
  const seen = measurements.filter(({ records }) => records.has(fault));
  const lost = (side: Side): number =>
    sum(seen.map((each) => listLost(each, each.records.get(fault)![side]).length));
  const lines = sum(seen.map((each) => listNewLines(each, fault).length));
  const secrets = seen.filter((each) => judge(each, fault).some((problem) => problem.includes("in the log")));
  return `| ${faultTitles[fault]} | ${seen.length} | ${lost("input")} | ${lost("output")} | ${lines} | ${secrets.length} |`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

import { secrets } from "./answers.ts";
import type { Measurement } from "./measure.ts";
import type { CellRecord, Fault } from "./types.ts";

/** What is wrong with a rewritten side, given what the fixture did before. */
export function judge(measurement: Measurement, fault: Fault): string[] {
  const { input, output } = measurement.records.get(fault)!;
  const newLines = listNewLines(measurement, fault);
  const own = ownErrors(measurement);
  // made-up arguments can fail a program by themselves
  const isSuccess = fault === "ok" && seen(input) + own.length === 0;
  const problems = isSuccess
    ? judgeSuccess(input, output)
    : judgeFailure(measurement, fault, newLines.length, own);
  for (const line of newLines)
    for (const secret of secrets)
      if (line.includes(secret)) problems.push(`"${secret}" in the log: ${line.slice(0, 120)}`);
  return problems.map((problem) => `${fault}: ${problem}`);
}

/** The lines of the rewritten side that the fixture did not write before; stack traces differ, so by their start. */
export function listNewLines({ records }: Measurement, fault: Fault): string[] {
  const { input, output } = records.get(fault)!;
  const left = input.logs.map(firstLine);
  return output.logs.filter((line) => {
    const index = left.indexOf(firstLine(line));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

const firstLine = (text: string): string => text.split("\n")[0]!;

/** Errors that nobody caught and that the rewrite is about: not those that the fixture has even on success. */
export const listLost = (measurement: Measurement, record: CellRecord): string[] =>
  without([...record.unhandled, ...record.uncaught], ownErrors(measurement));

const ownErrors = ({ records }: Measurement): string[] => {
  const { input } = records.get("ok")!;
  return [...input.unhandled, ...input.uncaught];
};

/** On success both do the same. */
function judgeSuccess(input: CellRecord, output: CellRecord): string[] {
  const keys = ["hits", "calls", "effects", "logs", "unhandled", "uncaught"] as const;
  return keys
    .filter((key) => JSON.stringify(input[key]) !== JSON.stringify(output[key]))
    .map((key) => `${key} differ: ${JSON.stringify(input[key])} -> ${JSON.stringify(output[key])}`);
}

/** On failure nothing is lost, no failure is logged twice, and what was lost is told to somebody. */
function judgeFailure(
  measurement: Measurement,
  fault: Fault,
  newLines: number,
  own: readonly string[],
): string[] {
  const { input, output } = measurement.records.get(fault)!;
  const problems: string[] = [];
  const after = listLost(measurement, output);
  if (after.length > 0) problems.push(`lost in the output: ${after.join("; ")}`);
  const before = listLost(measurement, input).length;
  const told = newLines + without(output.effects, input.effects).length + seen(output) - seen(input);
  if (before > 0 && after.length === 0 && told <= 0)
    problems.push("a failure that was lost is told to nobody");
  const sent = measurement.records.get("ok")!.output.hits.length;
  const failures = Math.max(sent, output.hits.length, before, own.length, seen(output), 1);
  if (newLines > failures) problems.push(`${failures} failures, ${newLines} new lines`);
  return problems;
}

const seen = ({ calls }: CellRecord): number =>
  calls.filter((call) => /: (?:throws|rejects with) /.test(call)).length;

/** The entries of one list that are not in the other, each as often as it is missing there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((entry) => {
    const index = left.indexOf(entry);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

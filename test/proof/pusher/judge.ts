import { secret } from "./redirectedPusher.ts";
import type { CellRecord, Fault, Side } from "./types.ts";

const secrets = ["auth_key", "auth_signature", "auth_timestamp", "body_md5", secret, "?"];

/**
 * What is wrong with an output, given what its input did under the same fault. Nothing, if all is well.
 * `isRewritten` is false where the tool has left the text alone: then nothing new can be in the log.
 */
export function judge(
  fault: Fault,
  { input, output }: Readonly<Record<Side, CellRecord>>,
  isRewritten = true,
): string[] {
  const problems = fault === "ok" ? judgeSuccess(input, output) : judgeFailure(fault, input, output);
  if (isRewritten && isSilent(fault, input, output))
    problems.push("the SDK's error reaches its caller, but is not logged");
  return problems.map((problem) => `${fault}: ${problem}`);
}

/** On success both do the same: same requests, same results, same lines in the log. */
function judgeSuccess(input: CellRecord, output: CellRecord): string[] {
  const keys = ["hits", "calls", "effects", "logs", "unhandled", "uncaught"] as const;
  return keys
    .filter((key) => !isSame(input[key], output[key]))
    .map((key) => differ(key, input[key], output[key]));
}

/** Whether none of the SDK's own errors was logged. (Of other errors the code cannot always tell whose they are.) */
function isSilent(fault: Fault, input: CellRecord, output: CellRecord): boolean {
  if (!/^\d|^reset$|^hang$/.test(fault) || output.failures === 0) return false;
  return without(output.logs, input.logs).length === 0;
}

function judgeFailure(fault: Fault, input: CellRecord, output: CellRecord): string[] {
  const problems: string[] = [];
  for (const key of ["unhandled", "uncaught"] as const) {
    if (output[key].length > 0) problems.push(`${key} in the output: ${output[key].join("; ")}`);
  }
  const newLogs = without(output.logs, input.logs);
  problems.push(...judgeReach(fault, input, output, newLogs));
  problems.push(...judgeLogs(fault, input, output, newLogs));
  return problems;
}

/**
 * The error reaches whoever it reached before; only what was lost before may now go to `next`, or to the log. A
 * floating call's synchronous throw may go to the log too, and what stands after the call happens then.
 */
function judgeReach(
  fault: Fault,
  input: CellRecord,
  output: CellRecord,
  newLogs: readonly string[],
): string[] {
  const problems: string[] = [];
  const mayGoOn = fault === "sync-throw" && newLogs.length > 0;
  for (const [index, before] of input.calls.entries()) {
    const after = output.calls[index] ?? "(not called)";
    const movedToLog = mayGoOn && /: (?:throws|rejects with) /.test(before);
    if (after !== before && !movedToLog) problems.push(`caller saw "${before}", now "${after}"`);
  }
  if (fault === "sync-throw") return problems;
  if (!isSame(input.hits, output.hits)) problems.push(differ("hits", input.hits, output.hits));
  const gone = without(input.effects, output.effects);
  const added = without(output.effects, input.effects).filter((effect) => !effect.startsWith("next("));
  if (gone.length > 0) problems.push(`effects gone: ${gone.join("; ")}`);
  if (added.length > 0) problems.push(`effects added: ${added.join("; ")}`);
  return problems;
}

/** Each failure that was lost is logged or goes to `next`, none is logged twice, and no line holds a secret. */
function judgeLogs(
  fault: Fault,
  input: CellRecord,
  output: CellRecord,
  newLogs: readonly string[],
): string[] {
  const problems: string[] = [];
  const lost = input.unhandled.length + input.uncaught.length;
  const seen = input.calls.filter((call) => /: (?:throws|rejects with) /.test(call)).length;
  const passedOn = output.effects.some((effect) => effect.startsWith("next("));
  if (lost > 0 && newLogs.length === 0 && !passedOn) problems.push("a failure that was lost is not logged");
  const failures = Math.max(output.failures, lost, seen);
  const isTooMany = newLogs.length > failures && !(fault === "sync-throw" && seen > 0);
  if (isTooMany) problems.push(`${failures} failures, ${newLogs.length} new lines: ${newLogs.join(" / ")}`);
  const gone = without(input.logs, output.logs);
  if (gone.length > 0) problems.push(`lines gone: ${gone.join(" / ")}`);
  for (const line of newLogs) {
    for (const word of secrets) if (line.includes(word)) problems.push(`"${word}" in the log: ${line}`);
  }
  return problems;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const differ = (what: string, before: readonly string[], after: readonly string[]): string =>
  `${what} differ: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;

/** The entries of one list that are not in the other, each as often as it is missing there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((entry) => {
    const index = left.indexOf(entry);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

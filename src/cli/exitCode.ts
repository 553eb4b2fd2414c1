import type { Severity } from "../model/contract.ts";
import type { RunResult } from "../model/result.ts";
import { isOpen } from "../report/findings.ts";

/** From which severity on a finding fails the run. */
export type FailOn = Severity | "never";

const GRAVITY: Readonly<Record<FailOn, number>> = { info: 0, warning: 1, error: 2, never: 3 };

/**
 * The exit code: it describes the tree that the command leaves behind.
 * 3: a file failed. 1: a finding at or above `failOn` remains. 0: none does.
 */
export function exitCodeOf(result: RunResult, failOn: FailOn): 0 | 1 | 3 {
  if (result.files.some(({ status }) => status === "failed")) return 3;
  const open = result.files.flatMap(({ findings }) => findings.filter((finding) => isOpen(result, finding)));
  return open.some(({ severity }) => GRAVITY[severity] >= GRAVITY[failOn]) ? 1 : 0;
}

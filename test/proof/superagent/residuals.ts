import type { Problem } from "./judge.ts";
import { faultOf } from "./faults.ts";
import type { CellRecord } from "./types.ts";

/** Something that no caller of superagent can mend, so that a rewritten program may still do it. */
export interface Residual {
  readonly name: string;
  readonly reason: string;
  readonly explains: readonly Problem[];
  readonly isAt: (record: CellRecord) => boolean;
}

/** Each is measured; one that explains nothing any more fails the suite. */
export const residuals: readonly Residual[] = [
  {
    name: "no timeout",
    reason:
      "A server that does not answer, or stops in the middle of a body, looks like a slow one. Only a timer can end that wait, and the program sets none that covers it (`.timeout({ response })` ends with the headers). The finding says so.",
    explains: ["HANG", "LEAK"],
    isAt: ({ fault, timersFired }) => faultOf(fault).kind === "timing" && timersFired === 0,
  },
  {
    name: "undelimited body",
    reason:
      "A body with neither a length nor chunks ends where the connection does. Cut short, it is no different from a whole one; only a checksum would tell.",
    explains: ["BAD"],
    isAt: ({ fault }) => faultOf(fault).kind === "undetectable",
  },
  {
    name: "redirect without Location, superagent 3",
    reason:
      "superagent up to 4.1 throws a TypeError of its own from a socket's listener, after its `error` event: no caller can catch it. Upgrade.",
    explains: ["CRASH"],
    isAt: ({ fault, version }) => fault === "redirect-nowhere" && version === "3",
  },
];

/** The residual that a problem belongs to, if there is one. */
export function residualOf(problem: Problem, record: CellRecord): Residual | undefined {
  return residuals.find(({ explains, isAt }) => explains.includes(problem) && isAt(record));
}

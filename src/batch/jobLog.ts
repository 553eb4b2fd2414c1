import { visibleLines } from "../report/visible.ts";
import { redact } from "./source.ts";

/** Characters; what is in the middle of a longer log is left out. */
const MAX_LOG = 1_000_000;

/** The log of one job, which becomes its `log.txt`. */
export interface JobLog {
  readonly line: (text: string) => void;
  /** The output of a command, each line of it indented. */
  readonly block: (text: string) => void;
  readonly text: () => string;
}

/** A log that begins with this line. Nothing in it carries credentials or moves a terminal's cursor. */
export function createJobLog(head: string): JobLog {
  const lines = [redact(head)];
  const add = (text: string): void => void lines.push(visibleLines(redact(text)));
  return {
    line: (text) => add(`${new Date().toISOString()} ${text}`),
    block: (text) => add(text.replace(/\n$/, "").replace(/^/gm, "  ")),
    text: () => {
      const all = `${lines.join("\n")}\n`;
      if (all.length <= MAX_LOG) return all;
      const half = MAX_LOG / 2;
      return `${all.slice(0, half)}\n… ${all.length - MAX_LOG} characters left out …\n${all.slice(-half)}`;
    },
  };
}

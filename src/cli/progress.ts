import type { ProgressEvent } from "../pipeline/options.ts";
import { visible } from "../report/visible.ts";
import { wantsProgress, type Io } from "./io.ts";

/** A line on stderr that says how far the run has come. */
export interface Progress {
  readonly update: (event: ProgressEvent) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

const INTERVAL_MS = 80;

/** Progress for a person at a terminal; for everybody else one that does nothing. */
export function createProgress(io: Io, isQuiet: boolean): Progress {
  if (isQuiet || !wantsProgress(io)) return { update: () => undefined, clear: () => undefined };
  let drawnAt = 0;
  let isShown = false;
  return {
    update: (event) => {
      const now = performance.now();
      if (now - drawnAt < INTERVAL_MS) return;
      drawnAt = now;
      isShown = true;
      io.err(`\r\u001b[2K${lineOf(event, (io.columns ?? 80) - 1)}`);
    },
    clear: () => {
      if (isShown) io.err("\r\u001b[2K");
      isShown = false;
    },
  };
}

function lineOf({ stage, done, total, file }: ProgressEvent, width: number): string {
  const name = file === undefined ? "" : `  ${visible(file)}`;
  return `${stage} ${done}${total > 0 ? `/${total}` : ""}${name}`.slice(0, width);
}

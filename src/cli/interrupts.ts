/** Ctrl-C, and what it means at the moment. */
export interface Interrupts {
  /** Aborted at the first Ctrl-C while something is written; elsewhere the process just ends. */
  readonly signal: AbortSignal;
  /** Runs work that must not be cut in the middle. */
  readonly protect: <T>(work: () => Promise<T>) => Promise<T>;
  readonly stop: () => void;
}

/** The exit code of a process that a SIGINT ended. */
export const INTERRUPTED = 130;

/**
 * Takes over SIGINT, and SIGTERM with it: the process ends at once, except while files are written.
 * Then the file at hand is finished, and the rest is left as it is. A second one ends it in any case.
 */
export function handleInterrupts(): Interrupts {
  const controller = new AbortController();
  let isProtected = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isProtected && !controller.signal.aborted) controller.abort();
    else process.exit(signal === "SIGTERM" ? 143 : INTERRUPTED);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    protect: async (work) => {
      isProtected = true;
      try {
        return await work();
      } finally {
        isProtected = false;
      }
    },
    stop: () => {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}

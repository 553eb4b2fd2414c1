import type { Readable } from "node:stream";

/** The edges of the process, so that commands can be tested without one. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** stdout carries the report alone. Resolves when the text is handed over, or nobody listens any more. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly isStdinTerminal: boolean;
  readonly isStdoutTerminal: boolean;
  readonly isStderrTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** The real edges. A reader that goes away (`| head`) is no error: what is left of the report is not wanted. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  let isGone = false;
  const ignoreBrokenPipe = (error: NodeJS.ErrnoException): void => {
    if (error.code !== "EPIPE" && error.code !== "EOF") throw error;
    isGone = true;
  };
  stdout.on("error", ignoreBrokenPipe);
  stderr.on("error", () => undefined);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin,
    out: (text) =>
      new Promise((fulfil) => {
        if (isGone || text === "") fulfil();
        else stdout.write(text, () => fulfil());
      }),
    err: (text) => void stderr.write(text),
    isStdinTerminal: stdin.isTTY === true,
    isStdoutTerminal: stdout.isTTY === true,
    isStderrTerminal: stderr.isTTY === true,
    // Some terminals say 0 for "I do not know".
    columns: stdout.columns || stderr.columns || undefined,
  };
}

/**
 * Whether the report is coloured: `--no-color`, then NO_COLOR, then FORCE_COLOR, else whether stdout is a terminal
 * that can. A CI's log is no terminal: it gets plain text unless FORCE_COLOR says otherwise.
 */
export function wantsColor(io: Pick<Io, "env" | "isStdoutTerminal">, flag: boolean): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = io.env;
  if (!flag || (no !== undefined && no !== "")) return false;
  if (force !== undefined) return force !== "0" && force !== "false";
  return io.isStdoutTerminal && terminal !== "dumb";
}

/** Whether progress may be drawn: only for a person at a terminal. */
export function wantsProgress(io: Pick<Io, "env" | "isStderrTerminal">): boolean {
  const { CI: ci, TERM: terminal } = io.env;
  const isCi = ci !== undefined && ci !== "" && ci !== "0" && ci !== "false";
  return io.isStderrTerminal && !isCi && terminal !== "dumb";
}

import type { FaultName } from "./faults.ts";

/** Which text of a fixture runs. */
export type Side = "input" | "output";

/** A major version of superagent; the package is installed once for each, under an alias. */
export type Version = "3" | "5" | "8" | "9" | "10";

/** One program to run under one fault with one version. */
export interface Cell {
  readonly name: string;
  readonly side: Side;
  readonly fault: FaultName;
  readonly version: Version;
  readonly fileName: string;
  readonly source: string;
  /** The major version of express that calls a request handler. */
  readonly express: 4 | 5;
}

/** What became of a promise that the program returned. */
export interface PromiseRecord {
  readonly state: "pending" | "resolved" | "rejected";
  readonly error?: string;
  /** True if it resolved while a destination was still open. */
  readonly beforeComplete?: boolean;
}

/** What became of a stream that the program wrote to. */
export interface DestinationRecord {
  /** `finished`: all was written and ended; `destroyed`: closed without that; `open`: neither. */
  readonly state: "finished" | "destroyed" | "open";
  readonly bytes: number;
  /** Of what was written, gunzipped where it is a gzip file. */
  readonly digest: string;
}

/** What the client of a request handler saw. */
export interface AnswerRecord {
  /** `cut`: the connection broke, so that the client knows; `left`: the client itself has gone away. */
  readonly state: "complete" | "cut" | "pending" | "left";
  /** 0 where no headers came. */
  readonly status: number;
  readonly bytes: number;
  readonly digest: string;
}

/** What happened in one cell. Errors are a few words each: code, HTTP status, or message. */
export interface CellRecord {
  readonly name: string;
  readonly side: Side;
  readonly fault: FaultName;
  readonly version: Version;
  /** Why the program cannot be run; then all else is empty. */
  readonly notExecuted?: string;
  readonly threw?: string;
  readonly promise?: PromiseRecord;
  /** True if the program returned a stream to read from; then its reader was told of these errors. */
  readonly returnsStream: boolean;
  readonly streamErrors: readonly string[];
  /** True if the program has a node-style callback among its parameters. */
  readonly takesCallback: boolean;
  /** What that callback was called with: an error, or null. */
  readonly callbacks: readonly (string | null)[];
  readonly nexts: readonly string[];
  /** Lines that report an error: of console.error, logger.warn and the like. */
  readonly reports: readonly string[];
  /** All lines, whatever their level. */
  readonly lines: readonly string[];
  readonly uncaught: readonly string[];
  readonly unhandled: readonly string[];
  readonly destinations: readonly DestinationRecord[];
  readonly answer?: AnswerRecord;
  /** Answers that the server had not finished and whose socket was still open at the end. */
  readonly upstreamOpen: number;
  readonly requests: number;
  /** How many of the program's (or superagent's) timers had to run out. */
  readonly timersFired: number;
}

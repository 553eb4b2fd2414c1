/** Which text of a fixture runs. */
export type Side = "input" | "output";

/** What the loopback server (or, for `sync-throw`, the SDK's own check of its arguments) does to every call of a cell. */
export type Fault =
  | "ok"
  | "400"
  | "401"
  | "403"
  | "413"
  | "429"
  | "500"
  | "reset"
  | "cut-body"
  | "hang"
  | "html-200"
  | "sync-throw"
  | "stalled-body"
  | "reset-body";

/** Faults under which each call settles, or throws before it sends anything. */
export const settlingFaults: readonly Fault[] = [
  "400",
  "401",
  "403",
  "413",
  "429",
  "500",
  "reset",
  "cut-body",
  "hang",
  "html-200",
  "sync-throw",
];

/** Faults that the SDK itself never settles, whatever its `timeout` (facts, section 1). */
export const hangingFaults: readonly Fault[] = ["stalled-body", "reset-body"];

/** One program to run under one fault, in a process that it may share with others. */
export interface Cell {
  readonly name: string;
  readonly side: Side;
  readonly fault: Fault;
  readonly fileName: string;
  readonly source: string;
  /** The input's text: arguments are made up from its types, so that both sides get the same. */
  readonly typesFrom: string;
  /** The major version of express that the fixture's package.json names. */
  readonly express: 4 | 5;
}

/** What happened in one cell, all of it comparable as text. */
export interface CellRecord {
  readonly name: string;
  readonly side: Side;
  readonly fault: Fault;
  /** Requests at the server: method, path without query, body; sorted. */
  readonly hits: readonly string[];
  /** For each thing the runner called, what its caller saw, in order. */
  readonly calls: readonly string[];
  /** What response objects, `next` and callbacks were given. */
  readonly effects: readonly string[];
  /** One entry for each call of a console method or a logger. */
  readonly logs: readonly string[];
  readonly unhandled: readonly string[];
  readonly uncaught: readonly string[];
  /** How many of the SDK's calls failed: rejected, or threw. */
  readonly failures: number;
}

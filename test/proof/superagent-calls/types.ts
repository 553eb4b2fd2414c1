/** What the loopback server does to every request of a cell. */
export type Fault =
  "ok" | "401" | "404" | "500" | "invalid-json" | "refused" | "reset" | "cut" | "too-large" | "timeout";

export const faultTitles: Readonly<Record<Fault, string>> = {
  ok: "200",
  "401": "401",
  "404": "404",
  "500": "500",
  "invalid-json": "200 with a body that is no JSON",
  refused: "connection refused",
  reset: "connection reset before the headers",
  cut: "body with a length, cut",
  "too-large": "`.maxResponseSize` exceeded (`ETOOLARGE`)",
  timeout: "no answer, `.timeout()` set",
};

export type Side = "input" | "output";

/** One program under one fault. */
export interface Cell {
  readonly name: string;
  readonly side: Side;
  readonly fault: Fault;
  readonly fileName: string;
  readonly source: string;
  /** The input's text: arguments are made up from its types, so that both sides get the same. */
  readonly typesFrom: string;
  readonly express: 4 | 5;
}

/** What happened in one cell, all of it comparable as text. */
export interface CellRecord {
  readonly name: string;
  readonly side: Side;
  readonly fault: Fault;
  /** Requests at the server: method and path, sorted. */
  readonly hits: readonly string[];
  /** For each thing the runner called, what its caller saw, in order. */
  readonly calls: readonly string[];
  readonly effects: readonly string[];
  readonly logs: readonly string[];
  readonly unhandled: readonly string[];
  readonly uncaught: readonly string[];
}

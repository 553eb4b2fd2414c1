import type { Safety, Severity } from "./contract.ts";

/** What becomes of the call's promise at the place of the call. */
export type Disposition =
  "awaited" | "floating" | "returned" | "stored" | "chained" | "aggregated" | "passed" | "piped" | "listener";

/**
 * Where a failure ends when nobody handles it (semantics.md, section 2).
 * `nowhere`: lost, the process may die. `outside`: no visible caller.
 * `express`: an Express 4 handler, which does not see rejections. `framework`: turned into an error response.
 * `silent-drop`: an empty catch or an unread allSettled. `caller`: handled on every visible path.
 * `contained`: a handler at the call itself.
 */
export type Ending = "nowhere" | "express" | "outside" | "framework" | "silent-drop" | "caller" | "contained";

/** One step of the path from the package to the call, or from the call to where its failure ends. */
export interface TraceStep {
  /** Relative to the root, forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly note: string;
}

/** A span of one file: UTF-16 offsets into the text (without BOM), and 1-based lines and columns. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a rewrite would do, or why there is none. */
export interface FixInfo {
  readonly transform: string;
  readonly safety: Safety;
  readonly applied: boolean;
  readonly title: string;
  /** Why it is not `safe`, or was not applied. */
  readonly reason?: string;
}

/** A call of a contract's function, handled or not. */
export interface CallSite {
  readonly contract: string;
  readonly function: string;
  /** Relative to the root, forward slashes. */
  readonly file: string;
  readonly span: Span;
  readonly disposition: Disposition;
  readonly ending: Ending;
  readonly trace: readonly TraceStep[];
}

/** A call site whose failure nobody handles (or, as `info`, only a caller does). */
export interface Finding extends CallSite {
  /** `<contract>/<postcondition id>`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what can fail here, and what happens then. */
  readonly message: string;
  /** Stable under edits elsewhere in the file. */
  readonly fingerprint: string;
  readonly fix: FixInfo;
  readonly suppressed: boolean;
  /** Known from the baseline: does not fail the run. */
  readonly baselined?: boolean;
}

import type { Finding } from "./finding.ts";
import type { EditPlan, PlanReplacements } from "./edit.ts";

/** What became of one file. `reason` and `stage` are set when it is `failed` or `skipped`. */
export interface FileOutcome {
  /** Relative to the root, forward slashes. */
  readonly file: string;
  readonly status: "ok" | "failed" | "skipped";
  readonly stage?: string;
  readonly reason?: string;
  /** Every call of a contract's function that was recognised, handled or not. */
  readonly callSites: number;
  readonly findings: readonly Finding[];
  /** All plans that passed the gates, whatever their safety; `applied` of a finding says which are in `change`. */
  readonly plans: readonly EditPlan[];
  /** What `--write` with the same options writes (or wrote). */
  readonly change?: FileChange;
  /** The plans above the chosen safety level, on top of `change`; only for display. */
  readonly proposal?: FileChange;
  /** The text that the spans of the findings point into, for code frames; the CLI fills it in for reports. */
  readonly source?: string;
  /** Each plan by itself, for reports that offer one fix at a time; the CLI fills it in where a format needs it. */
  readonly replacements?: readonly PlanReplacements[];
  /** Who owns the file by the repository's CODEOWNERS; the CLI fills it in. */
  readonly owners?: readonly string[];
}

/** One file's text before and after. */
export interface FileChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly added: number;
  readonly removed: number;
  /** Unified, `a/` and `b/` prefixes, relative to the root. */
  readonly diff: string;
  /** Fingerprints of the findings that it mends. */
  readonly fingerprints: readonly string[];
  /** True where the file does not exist yet; `before` is then empty. */
  readonly isNew?: boolean;
  /** Where the file stood before, relative to the root, where the change moves it. */
  readonly renamedFrom?: string;
}

/** How long a stage took, and how many files it saw. */
export interface StageTiming {
  readonly stage: string;
  readonly milliseconds: number;
  readonly files: number;
}

export type Mode = "scan" | "dry-run" | "write";

/** All that a run found and did: the one value every report is made from. */
export interface RunResult {
  readonly mode: Mode;
  /** Absolute path of the root that all file names are relative to. */
  readonly root: string;
  readonly version: string;
  readonly files: readonly FileOutcome[];
  readonly filesScanned: number;
  readonly filesParsed: number;
  readonly durationMs: number;
  readonly timings: readonly StageTiming[];
  /** Where the rule pages are: an address without a slash at its end, or a folder of the package. */
  readonly rulePages?: string;
}

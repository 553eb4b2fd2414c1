import type { JobState } from "./jobState.ts";

/** One repository in the summary. */
export interface RepositorySummary {
  readonly name: string;
  /** Without credentials. */
  readonly source: string;
  /** Below the output folder. */
  readonly folder: string;
  readonly status: JobState["status"];
  readonly stage?: string;
  readonly reason?: string;
  readonly commit?: string;
  /** Errors and warnings. */
  readonly findings: number;
  readonly changedFiles: number;
  readonly added: number;
  readonly removed: number;
  /** Files that could not be analysed. */
  readonly failedFiles: number;
  readonly branch?: string;
  readonly pullRequest?: string;
}

/** `summary.json`. Its fields are a promise: add, do not rename. It holds no times: the same work, the same summary. */
export interface BatchSummary {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "sadpath"; readonly version: string };
  readonly totals: {
    readonly repositories: number;
    readonly done: number;
    readonly failed: number;
    readonly waiting: number;
    readonly toPublish: number;
    /** With findings. */
    readonly affected: number;
    readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
    readonly fixable: { readonly safe: number; readonly review: number; readonly manual: number };
    readonly changedFiles: number;
    readonly added: number;
    readonly removed: number;
    readonly published: number;
    readonly pullRequests: number;
  };
  /** How often jobs failed for what; the most frequent first. */
  readonly failures: readonly {
    readonly stage: string;
    readonly reason: string;
    readonly repositories: readonly string[];
  }[];
  /** Those with most findings, at most 20. */
  readonly mostFindings: readonly { readonly name: string; readonly findings: number }[];
  /** In the manifest's order. */
  readonly repositories: readonly RepositorySummary[];
}

import type { LedgerEntry, LedgerState } from "./ledger.ts";
import type { PlannedJob } from "./plan.ts";
import type { Tally } from "./job.ts";

/** Where a job stands. */
export type JobStatus =
  /** Not begun, or begun and interrupted. */
  | "waiting"
  /** Analysed, with a patch that is still to be published. */
  | "to publish"
  | "done"
  | "failed";

/** A job, and what the ledger knows of it. */
export interface JobState {
  readonly job: PlannedJob;
  readonly status: JobStatus;
  readonly failure?: { readonly stage: string; readonly reason: string };
  readonly analysis?: Extract<LedgerEntry, { work: "analysis"; status: "done" }>;
  readonly published?: Extract<LedgerEntry, { work: "publish"; status: "done" }>;
}

/** Where a job stands, by the ledger. */
export function jobStateOf(job: PlannedJob, ledger: LedgerState): JobState {
  const analysis = ledger.get(job.analysis.key);
  if (analysis === undefined) return { job, status: "waiting" };
  if (analysis.status === "failed") return { job, status: "failed", failure: analysis };
  if (analysis.work !== "analysis") return { job, status: "waiting" };
  // Nothing to change, nothing to publish.
  if (job.publish === undefined || analysis.tally.changed === 0) return { job, status: "done", analysis };
  const published = ledger.get(job.publish.key);
  if (published === undefined) return { job, status: "to publish", analysis };
  if (published.status === "failed") return { job, status: "failed", failure: published, analysis };
  if (published.work !== "publish") return { job, status: "to publish", analysis };
  return { job, status: "done", analysis, published };
}

/** Findings that count against a repository: an info is handled further up. */
export function openFindings({ findings }: Tally): number {
  return findings.error + findings.warning;
}

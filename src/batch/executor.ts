import type { AnalysisJob, AnalysisOutcome } from "./job.ts";

/** Where a job is being done, for the live table. */
export interface JobUpdate {
  readonly stage: string;
  /** The worker's name; undefined for this process's own children. */
  readonly worker?: string;
}

/** Does analyses: in child processes, or on other machines. */
export interface Executor {
  /** How many jobs it wants to have at once. */
  readonly capacity: number;
  /** Never rejects for what a job does; rejects where no job can be done any more. */
  readonly analyse: (job: AnalysisJob, onUpdate: (update: JobUpdate) => void) => Promise<AnalysisOutcome>;
  readonly close: () => Promise<void>;
}

/** How often a job is tried again after a failure that may pass, and how long is waited before. */
export interface RetryPolicy {
  readonly retries: number;
  /** Before the first further try; doubled for each after that. */
  readonly delayMs: number;
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../pipeline/userError.ts";
import { addArtefacts, removePartial, writeArtefacts } from "./artefacts.ts";
import type { Executor } from "./executor.ts";
import { forEachAtOnce } from "./forEachAtOnce.ts";
import type { Analysed, Artefacts, Failure } from "./job.ts";
import { jobStateOf, type JobState } from "./jobState.ts";
import type { Ledger } from "./ledger.ts";
import type { LocalPool } from "./localPool.ts";
import type { BatchEvent } from "./monitor.ts";
import type { PlannedJob } from "./plan.ts";
import { publishJob, type PublishContext } from "./publishJob.ts";

/** What a run works with. */
export interface BatchRun {
  /** Absolute, locked by this process. */
  readonly out: string;
  readonly jobs: readonly PlannedJob[];
  readonly ledger: Ledger;
  /** Does the analyses. */
  readonly executor: Executor;
  /** Commits and pushes: always from this machine, whose credentials are the user's. */
  readonly pool: LocalPool;
  readonly ensurePullRequest: PublishContext["ensurePullRequest"];
  readonly retryFailed: boolean;
  /** How many repositories are published at most in this run. */
  readonly limit?: number;
  /** Aborted when the user stops the run. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: BatchEvent) => void;
}

/**
 * Does what is not done yet: first the analyses, then what is to be published. What is done is in the ledger,
 * so it may be stopped at any moment, and run again.
 * @throws {UserError} where the run cannot go on.
 */
export async function runBatch(run: BatchRun): Promise<void> {
  await removePartial(run.out);
  await analyseAll(run);
  if (!run.signal.aborted) await publishAll(run);
  await removePartial(run.out);
}

async function analyseAll(run: BatchRun): Promise<void> {
  const open = run.jobs.filter((job) => isToBeAnalysed(jobStateOf(job, run.ledger.state), run));
  const already = run.jobs.length - open.length;
  run.onEvent({ type: "phase", phase: "analyse", total: open.length, already });
  await forEachAtOnce(open, run.executor.capacity, async (job) => {
    if (run.signal.aborted) return;
    run.onEvent({ type: "started", name: job.name });
    await analyseOne(run, job);
  });
}

function isToBeAnalysed(
  { job, status, failure, analysis }: JobState,
  { out, retryFailed }: BatchRun,
): boolean {
  if (status === "waiting") return true;
  if (analysis === undefined) return retryFailed && failure !== undefined;
  // Somebody has removed what the ledger says is there.
  return !existsSync(join(out, job.folder, "report.json"));
}

/** Analyses a repository and keeps what came of it. @returns undefined where the run was stopped meanwhile. */
async function analyseOne(run: BatchRun, job: PlannedJob): Promise<Analysed | Failure | undefined> {
  const outcome = await run.executor.analyse(job.analysis, (update) =>
    run.onEvent({ type: "update", name: job.name, update }),
  );
  // The children were ended with the run; that is no failure of the job.
  if (run.signal.aborted) return undefined;
  await writeArtefacts(run.out, job.folder, withLog(outcome));
  const { name } = job;
  const { key } = job.analysis;
  if (outcome.status === "failed") await recordFailure(run, "analysis", job.name, key, outcome);
  else {
    const { commit, tally, milliseconds } = outcome;
    await record(run, { work: "analysis", status: "done", name, key, commit, tally, milliseconds });
  }
  return outcome;
}

/** A process that died has left no log. */
function withLog(outcome: Analysed | Failure): Artefacts {
  const { artefacts } = outcome;
  if (outcome.status === "done" || artefacts["log.txt"] !== undefined) return artefacts;
  return { ...artefacts, "log.txt": `failed: ${outcome.stage}: ${outcome.reason}\n` };
}

async function publishAll(run: BatchRun): Promise<void> {
  const states = run.jobs.map((job) => jobStateOf(job, run.ledger.state));
  const open = states.filter(
    ({ status, analysis }) =>
      status === "to publish" || (status === "failed" && analysis !== undefined && run.retryFailed),
  );
  const wave = open.slice(0, run.limit ?? open.length);
  if (wave.length === 0) return;
  run.onEvent({ type: "phase", phase: "publish", total: wave.length, already: 0 });
  await forEachAtOnce(wave, run.pool.capacity, async ({ job, analysis }) => {
    if (run.signal.aborted || job.publish === undefined || analysis === undefined) return;
    run.onEvent({ type: "started", name: job.name });
    const outcome = await publishJob(job, job.publish, analysis, {
      out: run.out,
      pool: run.pool,
      ensurePullRequest: run.ensurePullRequest,
      analyseAgain: () => analyseOne(run, job),
      onUpdate: (update) => run.onEvent({ type: "update", name: job.name, update }),
    });
    if (run.signal.aborted || outcome === undefined) return;
    const { key } = job.publish;
    if (outcome.status === "failed") await recordFailure(run, "publish", job.name, key, outcome);
    else {
      const { artefacts, ...rest } = outcome;
      await addArtefacts(run.out, job.folder, artefacts);
      await record(run, { work: "publish", name: job.name, key, ...rest });
    }
  });
  const left = open.length - wave.length;
  if (left > 0) run.onEvent({ type: "notice", text: `--limit: ${left} more are still to be published` });
}

async function recordFailure(
  run: BatchRun,
  work: "analysis" | "publish",
  name: string,
  key: string,
  { stage, reason }: Failure,
): Promise<void> {
  await record(run, { work, status: "failed", name, key, stage, reason });
}

async function record(run: BatchRun, entry: Parameters<Ledger["append"]>[0]): Promise<void> {
  await run.ledger.append(entry);
  const written = run.ledger.state.get(entry.key);
  if (written === undefined) throw new UserError("the ledger lost a line");
  run.onEvent({ type: "finished", name: entry.name, entry: written });
}

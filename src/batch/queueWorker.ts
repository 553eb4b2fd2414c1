import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Job, Worker } from "bullmq";
import { messageOf } from "../pipeline/userError.ts";
import { analysisJobSchema, failure, type AnalysisJob, type AnalysisOutcome } from "./job.ts";
import type { LocalPool } from "./localPool.ts";
import { atMost, connectionTo, createPatience, loadBullmq, queueName } from "./queueConnection.ts";
import type { QueuedJob, QueueProgress } from "./queueExecutor.ts";
import { packResult } from "./resultCodec.ts";
import { parseSource, shownSource, type Source } from "./source.ts";

/** How a worker works. */
export interface WorkerSettings {
  readonly url: string;
  /** How long Redis may be silent. */
  readonly timeoutSeconds: number;
  /** A worker that is silent for so long has lost its jobs. */
  readonly stalledSeconds: number;
  readonly allowVerify: boolean;
  readonly allowLocal: boolean;
  readonly pool: LocalPool;
  /** Aborted when the worker shall end. */
  readonly signal: AbortSignal;
  readonly onJob: (name: string, outcome: AnalysisOutcome) => void;
}

/** How often a job may lose its worker before it is believed to be the cause. */
const MAX_STALLED = 3;
const PING_MS = 1000;

/**
 * Takes jobs until it is told to end; then it gives those at hand back to the queue.
 * @throws {UserError} where Redis is silent for too long.
 */
export async function runWorker(settings: WorkerSettings): Promise<void> {
  const { url, pool, signal, stalledSeconds } = settings;
  const connection = connectionTo(url);
  const { Worker: BullWorker, Queue, WaitingError } = await loadBullmq();
  const name = `${hostname()}:${process.pid}`;
  const patience = createPatience(url, settings.timeoutSeconds);

  const perform = async (job: Job<QueuedJob>, token?: string): Promise<{ status: string }> => {
    const report = (stage: string): void => {
      const progress: QueueProgress = { stage, worker: name };
      // Only to be looked at.
      job.updateProgress(progress).catch(() => undefined);
    };
    report("start");
    const { outcome, shown } = await outcomeOf(job.data.job, settings, report);
    if (signal.aborted) {
      // Its process was ended with the worker; another one shall do it.
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    settings.onJob(shown, outcome);
    if (outcome.status === "failed" && outcome.isTransient && !isLast) throw new Error(outcome.reason);
    await job.updateData({ ...job.data, result: await packResult(outcome) });
    return { status: outcome.status };
  };
  const worker = new BullWorker<QueuedJob>(queueName(), perform, {
    connection: connection.options,
    name,
    concurrency: pool.capacity,
    lockDuration: stalledSeconds * 1000,
    stalledInterval: (stalledSeconds * 1000) / 2,
    maxStalledCount: MAX_STALLED,
    drainDelay: 1,
  });
  // A lost connection, or a lock that another worker has by now: both pass, and the first is found below.
  worker.on("error", () => undefined);
  const queue = new Queue(queueName(), { connection: connection.options });
  queue.on("error", () => undefined);
  try {
    while (!signal.aborted) {
      await patience.ask(() => queue.getJobCounts("active"));
      await delay(PING_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await endWorker(worker, pool, connection.giveUp);
    await atMost(2000, queue.close());
  }
}

/** No new jobs; the children end, and with them the jobs at hand, which go back. */
async function endWorker(worker: Worker, pool: LocalPool, giveUp: () => void): Promise<void> {
  await atMost(2000, worker.pause(true));
  await pool.close();
  await atMost(5000, worker.close());
  // Not before: what ends in good order takes milliseconds, what is to come back never ends.
  giveUp();
}

async function outcomeOf(
  data: unknown,
  { pool, allowLocal, allowVerify }: WorkerSettings,
  report: (stage: string) => void,
): Promise<{ outcome: AnalysisOutcome; shown: string }> {
  const checked = analysisJobSchema.safeParse(data);
  if (!checked.success) return { outcome: failure("start", "the job cannot be read"), shown: "unknown" };
  const job: AnalysisJob = checked.data;
  const shown = shownSource(job.source as Source);
  const refusal = refusalOf(job, allowLocal, allowVerify);
  if (refusal !== undefined) return { outcome: failure("start", refusal), shown };
  return { outcome: await pool.analyse(job, ({ stage }) => report(stage)), shown };
}

/** Who can write to the queue decides what is cloned here, but not what is run or read here. */
function refusalOf(job: AnalysisJob, allowLocal: boolean, allowVerify: boolean): string | undefined {
  if (job.verify !== undefined && !allowVerify)
    return "the worker runs no --verify commands; start it with --allow-verify";
  if (job.source.kind === "path")
    return allowLocal
      ? undefined
      : "the worker takes no paths of its own machine; start it with --allow-local";
  try {
    const { location, ref } = job.source;
    return parseSource(ref === undefined ? location : `${location}#${ref}`, "/", "job").kind === "url"
      ? undefined
      : "the job's address is no URL";
  } catch (error) {
    return messageOf(error);
  }
}

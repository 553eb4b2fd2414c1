import { setTimeout as delay } from "node:timers/promises";
import type { Job, JobType, Queue } from "bullmq";
import type { Executor, JobUpdate, RetryPolicy } from "./executor.ts";
import { failure, type AnalysisJob, type AnalysisOutcome } from "./job.ts";
import {
  atMost,
  connectionTo,
  createPatience,
  loadBullmq,
  queueName,
  shownQueue,
  type Patience,
} from "./queueConnection.ts";
import { unpackResult } from "./resultCodec.ts";

/** How jobs are given to a queue. */
export interface QueueSettings {
  readonly url: string;
  /** How long Redis may be silent. */
  readonly timeoutSeconds: number;
  readonly retry: RetryPolicy;
  readonly onNotice: (text: string) => void;
}

/** A job in the queue; the worker adds the result. */
export interface QueuedJob {
  readonly job: AnalysisJob;
  /** See resultCodec.ts. */
  readonly result?: string;
}

/** What a worker says while it works. */
export interface QueueProgress {
  readonly stage: string;
  readonly worker: string;
}

/** Jobs that are in the queue at once: enough for many workers, and little for Redis to keep. */
const CAPACITY = 500;
const POLL_MS = 300;
const NO_WORKER_MS = 5000;
/** How long finished jobs wait for a coordinator that went away. Seconds. */
const KEEP_SECONDS = 24 * 3600;
const LIVE: JobType[] = ["waiting", "wait", "active", "delayed", "prioritized", "completed", "failed"];

interface Pending {
  readonly job: AnalysisJob;
  readonly resolve: (outcome: AnalysisOutcome) => void;
  readonly reject: (error: unknown) => void;
  readonly onUpdate: (update: JobUpdate) => void;
  isAdded: boolean;
}

/**
 * Hands jobs to the workers of a queue. It asks Redis again and again instead of listening: so nothing is lost when the
 * connection breaks, when Redis forgets everything, or when another process takes over with the same jobs.
 */
export async function connectQueue({
  url,
  timeoutSeconds,
  retry,
  onNotice,
}: QueueSettings): Promise<Executor> {
  const connection = connectionTo(url);
  const { Queue: BullQueue } = await loadBullmq();
  const queue = new BullQueue<QueuedJob>(queueName(), { connection: connection.options });
  // Lost connections are found by asking.
  queue.on("error", () => undefined);
  const patience = createPatience(url, timeoutSeconds);
  await untilReady(queue, patience, connection.giveUp);

  const pending = new Map<string, Pending>();
  const workers = watchWorkers(queue, url, onNotice);
  const closed = new AbortController();
  const loop = (async () => {
    while (!closed.signal.aborted) {
      await delay(POLL_MS);
      try {
        if (pending.size === 0) continue;
        await round(queue, patience, pending, retry);
        await patience.ask(workers);
      } catch (error) {
        for (const { reject } of pending.values()) reject(error);
        pending.clear();
      }
    }
  })();
  return {
    capacity: CAPACITY,
    analyse: (job, onUpdate) =>
      new Promise((resolve, reject) => {
        if (closed.signal.aborted) return resolve(failure("interrupted", "the run was stopped"));
        pending.set(idOf(job), { job, resolve, reject, onUpdate, isAdded: false });
      }),
    close: async () => {
      closed.abort();
      for (const { resolve } of pending.values()) resolve(failure("interrupted", "the run was stopped"));
      pending.clear();
      await loop;
      // A connection that is gone cannot be closed in good order.
      await atMost(2000, queue.close());
      connection.giveUp();
    },
  };
}

/** Says it once when nobody takes jobs: without workers a run would wait and not say for what. */
function watchWorkers(
  queue: Queue<QueuedJob>,
  url: string,
  onNotice: (text: string) => void,
): () => Promise<void> {
  let since = Date.now();
  let isSaid = false;
  return async () => {
    if (isSaid || Date.now() - since < NO_WORKER_MS) return;
    if ((await queue.getWorkersCount()) > 0) since = Date.now();
    else {
      isSaid = true;
      onNotice(`no worker takes jobs from ${shownQueue(url)}; start one: sadpath worker --queue <url>`);
    }
  };
}

/** BullMQ takes numbers for ids of its own. */
function idOf(job: AnalysisJob): string {
  return `job-${job.key}`;
}

async function untilReady(queue: Queue<QueuedJob>, patience: Patience, giveUp: () => void): Promise<void> {
  try {
    while ((await patience.ask(() => queue.getJobCounts())) === undefined) await delay(POLL_MS);
  } catch (error) {
    giveUp();
    throw error;
  }
}

/** Adds what is not in the queue, takes what is finished, and hears how far the rest is. */
async function round(
  queue: Queue<QueuedJob>,
  patience: Patience,
  pending: Map<string, Pending>,
  retry: RetryPolicy,
): Promise<void> {
  const live = await patience.ask(() => queue.getRanges(LIVE, 0, -1));
  if (live === undefined) return;
  const known = new Set(live);
  for (const [id, entry] of pending) {
    // One that failed for good in an earlier run must not stand in the way.
    if (!entry.isAdded && known.has(id)) await patience.ask(() => removeFailed(queue, id));
  }
  const missing = [...pending].filter(([id, { isAdded }]) => !isAdded || !known.has(id));
  const added = await patience.ask(() =>
    queue.addBulk(
      missing.map(([id, { job }]) => ({ name: "analyse", data: { job }, opts: optionsFor(id, retry) })),
    ),
  );
  if (added !== undefined) for (const [, entry] of missing) entry.isAdded = true;

  const finished = (await patience.ask(() => queue.getRanges(["completed", "failed"], 0, -1))) ?? [];
  for (const id of finished) {
    const entry = pending.get(id);
    if (entry?.isAdded !== true) continue;
    const job = await patience.ask(async () => (await queue.getJob(id)) as Job<QueuedJob> | undefined);
    const outcome = job && (await patience.ask(() => outcomeOf(job)));
    if (job === undefined || outcome === undefined) continue;
    pending.delete(id);
    entry.resolve(outcome);
    // The answer is ours now. Should this fail, the next run finds it, and does nothing twice either.
    await patience.ask(() => job.remove());
  }
  const active = (await patience.ask(() => queue.getActive(0, CAPACITY))) ?? [];
  for (const job of active) {
    const { stage, worker } = (job.progress ?? {}) as Partial<QueueProgress>;
    if (stage !== undefined && worker !== undefined) pending.get(job.id ?? "")?.onUpdate({ stage, worker });
  }
}

async function outcomeOf(job: Job<QueuedJob>): Promise<AnalysisOutcome> {
  // A job that was done at the second try still has the reason of the first failure.
  if (!(await job.isFailed())) return unpackResult(job.data.result);
  const reason = job.failedReason ?? "unknown reason";
  return failure(
    "worker",
    /stalled/.test(reason) ? "its workers died or froze, one after the other" : reason,
  );
}

async function removeFailed(queue: Queue<QueuedJob>, id: string): Promise<void> {
  const job = (await queue.getJob(id)) as Job<QueuedJob> | undefined;
  if (job !== undefined && (await job.isFailed())) await job.remove();
}

function optionsFor(jobId: string, { retries, delayMs }: RetryPolicy) {
  return {
    jobId,
    attempts: retries + 1,
    backoff: { type: "exponential", delay: delayMs },
    removeOnComplete: { age: KEEP_SECONDS },
    removeOnFail: { age: KEEP_SECONDS },
  };
}

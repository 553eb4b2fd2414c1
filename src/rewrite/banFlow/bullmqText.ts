import { DOCS } from "./coreText.ts";

/** The back end of a project that has BullMQ: blocks and retries are in Redis. `REDIS` is a client of ioredis. */
export const BULLMQ_TEXT = `
const QUEUE = 'ban-flow';
const BLOCKED = 'ban-flow:blocked';

⟨interface JobData {
  userId: string;
  ban: string | null;
  parked?: string;
}

⟩let queue⟨: Queue<JobData> | undefined⟩;
let worker⟨: Worker<JobData> | undefined⟩;

function jobs()⟨: Queue<JobData>⟩ {
  if (!queue) {
    queue = new Queue(QUEUE, { connection: REDIS });
    queue.on('error', (error) => console.error('ban flow, queue:', error.message));
  }
  return queue;
}

/** A queue that cannot reach Redis waits for ever: every question has a deadline. */
function ask⟨<T>⟩(work⟨: () => Promise<T>⟩)⟨: Promise<T>⟩ {
  return withDeadline(work, times.store, 'Redis');
}

function banOf(userId⟨: string⟩)⟨: Promise<string | null>⟩ {
  return ask(() => REDIS.hget(BLOCKED, userId));
}

/** The ban's id names its jobs: two terminates make one retry, and an old job that failed swallows none. */
async function add(jobId⟨: string⟩, data⟨: JobData⟩, delay⟨: number⟩)⟨: Promise<void>⟩ {
  await ask(async () => {
    const old = await jobs().getJob(jobId);
    if (old && (await old.isFailed())) await old.remove();
    await jobs().add('terminate', data, {
      jobId,
      delay,
      attempts: MAX_ATTEMPTS,
      backoff: { type: 'exponential', delay: times.retry, jitter: 0.5 },
      removeOnComplete: true,
    });
  });
}

async function work(job⟨: Job<JobData>⟩)⟨: Promise<void>⟩ {
  const { userId, ban, parked } = job.data;
  // A job that waits for a person is one that failed; whoever retries it there has it attempted again.
  if (parked !== undefined) {
    await job.updateData({ userId, ban });
    throw new UnrecoverableError(parked);
  }
  // Unbanned since, or banned anew: that ban has jobs of its own.
  if (ban !== null && (await banOf(userId)) !== ban) return;
  const error = await attempt(userId);
  if (error) throw error.kind === 'retry' ? error : new UnrecoverableError(error.message);
}

/** Works on what is queued. The first isBlocked of a process does this; call it where that may take long to come. */
export function start()⟨: void⟩ {
  if (worker) return;
  const blocking = REDIS.duplicate({ maxRetriesPerRequest: null });
  worker = new Worker(QUEUE, work, {
    connection: blocking,
    lockDuration: times.lock,
    stalledInterval: times.lock,
    maxStalledCount: 10,
    concurrency: 5,
  });
  worker.on('closed', () => blocking.disconnect());
  worker.on('error', (error) => console.error('ban flow, worker:', error.message));
  worker.on('failed', (job, error) => {
    const isLast = error.name === 'UnrecoverableError' || (job && job.attemptsMade >= (job.opts.attempts ?? 1));
    if (job && isLast) report(job.data.userId, error.message);
  });
}

/** Ends the worker and the queue: for a shutdown, and for a script that is to end. */
export async function stop()⟨: Promise<void>⟩ {
  await worker?.close();
  await queue?.close();
  OWN?.disconnect();
}

${DOCS.block}
export async function block(userId⟨: string⟩)⟨: Promise<void>⟩ {
  checkUserId(userId);
  const ban = (await banOf(userId)) ?? randomUUID();
  await add('again-' + ban, { userId, ban }, times.authWindow);
  await ask(() => REDIS.hsetnx(BLOCKED, userId, ban));
}

${DOCS.unblock}
export async function unblock(userId⟨: string⟩)⟨: Promise<void>⟩ {
  const ban = await banOf(userId);
  await ask(() => REDIS.hdel(BLOCKED, userId));
  for (const kind of ['again-', 'retry-']) await ask(() => jobs().remove(kind + ban));
}

${DOCS.isBlocked}
export async function isBlocked(userId⟨: string⟩)⟨: Promise<boolean>⟩ {
  start();
  // A numeric id of untyped code means the same user.
  return (await banOf(String(userId))) !== null;
}

${DOCS.terminate}
export async function terminate(userId⟨: string⟩)⟨: Promise<'done' | 'queued'>⟩ {
  checkUserId(userId);
  const error = await attempt(userId);
  const ban = await banOf(userId);
  const id = ban ?? randomUUID();
  if (error && error.kind !== 'retry') {
    await ask(() => jobs().remove('again-' + id));
    await add('retry-' + id, { userId, ban, parked: error.message }, 0);
    throw error;
  }
  // Without a block nothing is queued yet for the auth answers that are on their way.
  if (ban === null) await add('again-' + id, { userId, ban }, times.authWindow);
  if (!error) return 'done';
  await add('retry-' + id, { userId, ban }, times.retry);
  return 'queued';
}
`;

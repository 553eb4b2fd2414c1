/** The back end of a project that has BullMQ: blocks and retries are in Redis. */
export const BULLMQ_TEXT = `
const QUEUE = 'ban-flow';
const BLOCKED = 'ban-flow:blocked';

/** What the module needs of ioredis. */
export interface BlockStore {
  hget(key: string, field: string): Promise<string | null>;
  hsetnx(key: string, field: string, value: string): Promise<number>;
  hdel(key: string, field: string): Promise<number>;
}

/** Blocks and retries in Redis; they survive this process, and Redis where it persists (appendonly). */
export function createBanFlow(options: {
  pusher: Terminator;
  connection: ConnectionOptions;
  /** A client of ioredis: where the blocks are kept. */
  redis: BlockStore;
  times?: Partial<BanFlowTimes>;
  maxAttempts?: number;
  /** How long a job of a killed worker stays with it, in milliseconds. */
  lockDuration?: number;
  /** Told of what a person has to see to: the user is still connected. The job stays in the failed set. */
  onStuck?: (userId: string, error: Error) => void;
}): BanFlow & { close(): Promise<void> } {
  const { pusher, connection, redis, maxAttempts = 12, lockDuration = 30_000 } = options;
  const times = { ...defaultTimes, ...options.times };
  const onStuck =
    options.onStuck ?? ((userId, error) => console.error('ban flow: needs an operator:', userId, error.message));
  const queue = new Queue(QUEUE, { connection });
  queue.on('error', (error) => console.error('ban flow, queue:', error.message));

  // A queue that cannot reach Redis waits for ever: every question has a deadline.
  const ask = <T>(work: () => Promise<T>) => withDeadline(work, times.store, 'Redis');
  const banOf = (userId: string) => ask(() => redis.hget(BLOCKED, userId));
  // The ban's own id names the job: a second ban of the same user is neither doubled nor swallowed by an old job.
  const add = (kind: 'retry' | 'again', userId: string, ban: string, delay: number) =>
    ask(() =>
      queue.add(
        kind,
        { userId, ban },
        {
          jobId: kind + '-' + ban,
          delay,
          attempts: maxAttempts,
          backoff: { type: 'exponential', delay: times.retry, jitter: 0.5 },
          removeOnComplete: true,
          removeOnFail: false,
        },
      ),
    );
  // What needs a person waits among the failed jobs, unasked; whoever retries it there has it attempted again.
  const park = async (userId: string, ban: string, reason: string) => {
    await ask(() => queue.remove('again-' + ban));
    await ask(() => queue.add('retry', { userId, ban, parked: reason }, { jobId: 'retry-' + ban, removeOnComplete: true }));
  };

  return {
    async block(userId) {
      checkUserId(userId);
      return ask(async () => {
        const ban = crypto.randomUUID();
        await redis.hsetnx(BLOCKED, userId, ban);
        return (await redis.hget(BLOCKED, userId)) ?? ban;
      });
    },
    async unblock(userId) {
      await ask(() => redis.hdel(BLOCKED, userId));
    },
    async isBlocked(userId) {
      return (await banOf(userId)) !== null;
    },
    async terminate(userId) {
      checkUserId(userId);
      const ban = await banOf(userId);
      if (ban === null) throw new Error('block the user first: terminating keeps nobody out');
      // Queued before the first attempt: a process that dies in between leaves it behind.
      await add('again', userId, ban, times.authWindow);
      try {
        await attempt(pusher, userId, times);
        return 'done';
      } catch (err) {
        const error = err as TerminateError;
        if (error.kind === 'operator') {
          await park(userId, ban, error.message);
          throw error;
        }
        if (error.kind !== 'retry') throw error;
        await add('retry', userId, ban, times.retry);
        return 'queued';
      }
    },
    start() {
      const worker = new Worker(
        QUEUE,
        async (job) => {
          const { userId, ban, parked } = job.data as { userId: string; ban: string; parked?: string };
          if (parked !== undefined) {
            await job.updateData({ userId, ban });
            throw new UnrecoverableError(parked);
          }
          // Unbanned since, or banned anew: that ban has jobs of its own.
          if ((await banOf(userId)) !== ban) return;
          try {
            await attempt(pusher, userId, times);
          } catch (err) {
            const { kind, message } = err as TerminateError;
            // A new error with the status only: what is stored in Redis must not hold a signed URL.
            throw kind === 'retry' ? new Error(message) : new UnrecoverableError(message);
          }
        },
        { connection, lockDuration, stalledInterval: lockDuration, maxStalledCount: 10, concurrency: 5 },
      );
      worker.on('error', (error) => console.error('ban flow, worker:', error.message));
      worker.on('failed', (job, error) => {
        const isLast = error.name === 'UnrecoverableError' || (job && job.attemptsMade >= maxAttempts);
        if (job && isLast) onStuck((job.data as { userId: string }).userId, error);
      });
      return { stop: () => worker.close() };
    },
    close: () => queue.close(),
  };
}
`;

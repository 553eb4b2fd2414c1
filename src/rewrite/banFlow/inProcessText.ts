/** The back end of a project without a database or a queue that is known. */
export const IN_PROCESS_TEXT = `
/** Everything in this process's memory: see the warning at the top. */
export function createBanFlow(options: {
  pusher: Terminator;
  times?: Partial<BanFlowTimes>;
  maxAttempts?: number;
  /** Told of what a person has to see to: the user is still connected. */
  onStuck?: (userId: string, error: TerminateError) => void;
}): BanFlow {
  const { pusher, maxAttempts = 12 } = options;
  const times = { ...defaultTimes, ...options.times };
  const onStuck =
    options.onStuck ?? ((userId, error) => console.error('ban flow: needs an operator:', userId, error.message));
  const bans = new Map<string, string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let isRunning = true;

  const later = (key: string, milliseconds: number, work: () => Promise<void>) => {
    if (timers.has(key) || !isRunning) return;
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void work();
      }, milliseconds),
    );
  };
  const retry = async (userId: string, ban: string, count: number): Promise<void> => {
    if (bans.get(userId) !== ban) return;
    try {
      await attempt(pusher, userId, times);
    } catch (err) {
      const error = err as TerminateError;
      if (error.kind === 'retry' && count < maxAttempts) again(userId, ban, count + 1);
      else onStuck(userId, error);
    }
  };
  const again = (userId: string, ban: string, count: number) => {
    const base = Math.min(times.retry * 2 ** (count - 1), 3_600_000);
    later('retry:' + ban, base / 2 + (Math.random() * base) / 2, () => retry(userId, ban, count));
  };

  return {
    async block(userId) {
      checkUserId(userId);
      const ban = bans.get(userId) ?? crypto.randomUUID();
      bans.set(userId, ban);
      return ban;
    },
    async unblock(userId) {
      bans.delete(userId);
    },
    async isBlocked(userId) {
      return bans.has(userId);
    },
    async terminate(userId) {
      checkUserId(userId);
      const ban = bans.get(userId);
      if (ban === undefined) throw new Error('block the user first: terminating keeps nobody out');
      later('again:' + ban, times.authWindow, () => retry(userId, ban, 1));
      try {
        await attempt(pusher, userId, times);
        return 'done';
      } catch (err) {
        const error = err as TerminateError;
        if (error.kind !== 'retry') {
          clearTimeout(timers.get('again:' + ban));
          timers.delete('again:' + ban);
          onStuck(userId, error);
          throw error;
        }
        again(userId, ban, 1);
        return 'queued';
      }
    },
    start() {
      isRunning = true;
      return {
        async stop() {
          isRunning = false;
          for (const timer of timers.values()) clearTimeout(timer);
          timers.clear();
        },
      };
    },
  };
}
`;

/** The back end of a project that has PostgreSQL: the ban and its terminate are one row, written by one statement. */
export const OUTBOX_TEXT = `
/** Runs one statement with $1, $2, … and gives its rows. */
export type Query = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

/** The table; put it into a migration. Times are milliseconds since 1970. */
export const BAN_FLOW_TABLE = \`create table if not exists ban_flow (
  user_id text primary key,
  ban_id text not null,
  terminate_state text not null,
  attempts integer not null default 0,
  due_at double precision not null,
  again_at double precision,
  reason text
)\`;

/** The outbox: nothing is lost between the database and a queue, because the ban's row is the queue. */
export function createBanFlow(options: {
  pusher: Terminator;
  query: Query;
  times?: Partial<BanFlowTimes>;
  maxAttempts?: number;
  /** How often the sweeper looks, in milliseconds. */
  sweepEvery?: number;
  /** Told of what a person has to see to: the user is still connected. The row says needs-operator. */
  onStuck?: (userId: string, error: TerminateError) => void;
}): Omit<BanFlow, 'block'> & {
  /** block, also inside of your own transaction: give its query. */
  block(userId: string, query?: Query): Promise<string>;
  /** Works off what is due, and gives how many rows that were. */
  sweep(): Promise<number>;
} {
  const { pusher, maxAttempts = 12, sweepEvery = 1_000 } = options;
  const times = { ...defaultTimes, ...options.times };
  const onStuck =
    options.onStuck ?? ((userId, error) => console.error('ban flow: needs an operator:', userId, error.message));
  const ask = (text: string, values: unknown[], query = options.query) =>
    withDeadline(() => query(text, values), times.store, 'the database');

  /** One attempt for a ban, and what its row says then. */
  const work = async (userId: string, ban: string, attempts: number): Promise<TerminateError | null> => {
    try {
      await attempt(pusher, userId, times);
      // Done, but for the one more terminate that is still to come.
      await ask(
        "update ban_flow set attempts = 0, due_at = coalesce(again_at, due_at), again_at = null, reason = null, terminate_state = case when again_at is null then 'done' else 'again' end where user_id = $1 and ban_id = $2",
        [userId, ban],
      );
      return null;
    } catch (err) {
      if (!(err instanceof TerminateError)) throw err;
      const isOver = err.kind !== 'retry' || attempts + 1 >= maxAttempts;
      const base = Math.min(times.retry * 2 ** attempts, 3_600_000);
      await ask(
        'update ban_flow set attempts = attempts + 1, terminate_state = $3, due_at = $4, reason = $5 where user_id = $1 and ban_id = $2',
        [userId, ban, isOver ? 'needs-operator' : 'pending', Date.now() + base / 2 + (Math.random() * base) / 2, err.message],
      );
      if (isOver) onStuck(userId, err);
      return err;
    }
  };

  const sweep = async (): Promise<number> => {
    const rows = await ask(
      "select user_id, ban_id, attempts, due_at from ban_flow where terminate_state in ('pending', 'again') and due_at <= $1 order by due_at limit 20",
      [Date.now()],
    );
    let count = 0;
    for (const row of rows) {
      const userId = String(row.user_id);
      const ban = String(row.ban_id);
      // Whoever moves the row's time has it; one that dies with it loses it when that time comes.
      const mine = await ask(
        'update ban_flow set due_at = $4 where user_id = $1 and ban_id = $2 and due_at = $3 returning user_id',
        [userId, ban, Number(row.due_at), Date.now() + times.attempt + times.store],
      );
      if (mine.length === 0) continue;
      await work(userId, ban, Number(row.attempts));
      count++;
    }
    return count;
  };

  return {
    async block(userId, query) {
      checkUserId(userId);
      const now = Date.now();
      const rows = await ask(
        "insert into ban_flow (user_id, ban_id, terminate_state, due_at, again_at) values ($1, $2, 'pending', $3, $4) on conflict (user_id) do update set user_id = excluded.user_id returning ban_id",
        // The sweeper leaves the first attempt to terminate, for a moment.
        [userId, crypto.randomUUID(), now + times.attempt, now + times.authWindow],
        query,
      );
      return String(rows[0]?.ban_id);
    },
    async unblock(userId) {
      await ask('delete from ban_flow where user_id = $1', [userId]);
    },
    async isBlocked(userId) {
      return (await ask('select 1 as found from ban_flow where user_id = $1', [userId])).length > 0;
    },
    async terminate(userId) {
      checkUserId(userId);
      const [row] = await ask('select ban_id, attempts from ban_flow where user_id = $1', [userId]);
      if (!row) throw new Error('block the user first: terminating keeps nobody out');
      const error = await work(userId, String(row.ban_id), Number(row.attempts));
      if (error && error.kind !== 'retry') throw error;
      return error ? 'queued' : 'done';
    },
    sweep,
    start() {
      let isRunning = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let current: Promise<unknown> = Promise.resolve();
      const turn = () => {
        current = sweep()
          .catch((error: unknown) => console.error('ban flow, sweeper:', (error as Error).message))
          .then(() => {
            if (isRunning) timer = setTimeout(turn, sweepEvery);
          });
      };
      turn();
      return {
        async stop() {
          isRunning = false;
          clearTimeout(timer);
          await current;
        },
      };
    },
  };
}
`;

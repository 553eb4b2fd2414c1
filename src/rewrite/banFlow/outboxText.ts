import { DOCS } from "./coreText.ts";

/** What a database does when the row is there already, and how its table is written. */
export type Dialect = "postgresql" | "mysql" | "sqlite";

/** The table of the outbox. Times are milliseconds since 1970. */
export function tableText(dialect: Dialect): string {
  return `create table if not exists ban_flow (
  user_id varchar(200)${dialect === "mysql" ? " collate utf8mb4_bin" : ""} primary key,
  ban_id varchar(36) not null,
  blocked integer not null,
  terminate_state varchar(20) not null,
  attempts integer not null,
  due_at bigint not null,
  again_at bigint not null,
  claim varchar(36),
  last_error varchar(200)
)`;
}

/** The back end of a project with a database: the ban and its terminate are one row, written by one statement. */
export function outboxText(dialect: Dialect): string {
  const fresh = (column: string) => (dialect === "mysql" ? `values(${column})` : `excluded.${column}`);
  const known = dialect === "mysql" ? "blocked" : "ban_flow.blocked";
  const conflict = dialect === "mysql" ? "on duplicate key update" : "on conflict (user_id) do update set";
  return `
⟨/** A row as the database gives it: numbers may be strings or bigints. */
interface BanRow {
  user_id: string;
  ban_id: string;
  attempts: unknown;
  due_at: unknown;
}

⟩/** The user's row, due at a time; who is blocked stays so. */
async function put(tx⟨: Database | undefined⟩, userId⟨: string⟩, blocked⟨: 0 | 1⟩, due⟨: number⟩)⟨: Promise<void>⟩ {
  await write(tx)\`
    insert into ban_flow (user_id, ban_id, blocked, terminate_state, attempts, due_at, again_at)
    values (\${userId}, \${randomUUID()}, \${blocked}, 'pending', 0, \${due}, \${due})
    ${conflict}
      ban_id = ${fresh("ban_id")}, blocked = case when ${known} = 1 then 1 else ${fresh("blocked")} end,
      terminate_state = 'pending', attempts = 0, due_at = ${fresh("due_at")}, again_at = ${fresh("again_at")}\`;
}

async function rowOf(userId⟨: string⟩)⟨: Promise<BanRow | undefined>⟩ {
  const rows = await read()\`select user_id, ban_id, attempts, due_at from ban_flow where user_id = \${userId}\`;
  return rows[0];
}

/** What a row says after an attempt. */
async function settle(row⟨: BanRow⟩, error⟨: TerminateError | null⟩)⟨: Promise<void>⟩ {
  const now = Date.now();
  if (!error) {
    await write()\`delete from ban_flow where user_id = \${row.user_id} and ban_id = \${row.ban_id}
      and blocked = 0 and again_at <= \${now}\`;
    // Done, but for the one more terminate that may be still to come.
    await write()\`
      update ban_flow set terminate_state = case when again_at > \${now} then 'pending' else 'done' end,
        due_at = again_at, attempts = 0, last_error = null
      where user_id = \${row.user_id} and ban_id = \${row.ban_id}\`;
    return;
  }
  const attempts = Number(row.attempts);
  const isOver = error.kind !== 'retry' || attempts + 1 >= MAX_ATTEMPTS;
  const state = isOver ? 'needs-operator' : 'pending';
  const base = Math.min(times.retry * 2 ** attempts, 3_600_000);
  const due = Math.round(now + base / 2 + (Math.random() * base) / 2);
  await write()\`
    update ban_flow set terminate_state = \${state}, attempts = attempts + 1, due_at = \${due}, last_error = \${error.message}
    where user_id = \${row.user_id} and ban_id = \${row.ban_id}\`;
  if (isOver) report(row.user_id, error.message);
}

/** Works off what is due. Where no process lives on (serverless), let a cron call it. */
export async function sweep()⟨: Promise<void>⟩ {
  const due = await read()\`
    select user_id, ban_id, attempts, due_at from ban_flow
    where terminate_state = 'pending' and due_at <= \${Date.now()} order by due_at limit 20\`;
  for (const row of due) {
    // Whoever moves the row's time has it; one that dies with it loses it when that time comes.
    const claim = randomUUID();
    const lease = Date.now() + times.attempt + 2 * times.store;
    await write()\`
      update ban_flow set claim = \${claim}, due_at = \${lease}
      where user_id = \${row.user_id} and ban_id = \${row.ban_id} and due_at = \${Number(row.due_at)}\`;
    const mine = await read()\`select user_id, ban_id, attempts, due_at from ban_flow where claim = \${claim}\`;
    if (mine.length > 0) await settle(row, await attempt(row.user_id));
  }
}

let timer⟨: ReturnType<typeof setTimeout> | undefined⟩;
let current⟨: Promise<void> | undefined⟩;
let isEnded = false;

/** Sweeps from now on. The first isBlocked of a process does this; call it where that may take long to come. */
export function start()⟨: void⟩ {
  if (current || isEnded) return;
  const turn = ()⟨: void⟩ => {
    current = sweep()
      .catch((error⟨: Error⟩) => console.error('ban flow, sweeper:', error.message))
      .then(() => {
        if (isEnded) return;
        timer = setTimeout(turn, times.sweep);
        timer.unref();
      });
  };
  turn();
}

/** Ends the sweeper, for a shutdown. */
export async function stop()⟨: Promise<void>⟩ {
  isEnded = true;
  clearTimeout(timer);
  await current;
}

${DOCS.block.replace(" */", "\n * In a transaction of yours, give its client as well: ban and terminate are then written together, or not at all.\n */").replace("/** ", "/**\n * ")}
export async function block(userId⟨: string⟩, tx⟨?: Database⟩)⟨: Promise<void>⟩ {
  checkUserId(userId);
  await put(tx, userId, 1, Date.now() + times.authWindow);
}

${DOCS.unblock}
export async function unblock(userId⟨: string⟩)⟨: Promise<void>⟩ {
  await write()\`delete from ban_flow where user_id = \${userId}\`;
}

${DOCS.isBlocked}
export async function isBlocked(userId⟨: string⟩)⟨: Promise<boolean>⟩ {
  start();
  // A numeric id of untyped code means the same user.
  const id = String(userId);
  const rows = await read()\`select user_id, ban_id, attempts, due_at from ban_flow where user_id = \${id} and blocked = 1\`;
  return rows.length > 0;
}

${DOCS.terminate}
export async function terminate(userId⟨: string⟩)⟨: Promise<'done' | 'queued'>⟩ {
  checkUserId(userId);
  const error = await attempt(userId);
  // Without a block there is no row yet: one that only terminates is made, for retries and for auth answers on their way.
  if (!(await rowOf(userId))) await put(undefined, userId, 0, Date.now() + times.authWindow);
  if (!error) return 'done';
  const row = await rowOf(userId);
  if (row) await settle(row, error);
  if (error.kind !== 'retry') throw error;
  return 'queued';
}
`;
}

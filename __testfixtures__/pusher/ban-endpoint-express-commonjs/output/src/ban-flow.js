// Keeps banned users out of Pusher. Written by sadpath; it is yours to change.
// A ban: write it to your database, await block(id), await terminate(id). Both auth endpoints ask isBlocked(id) and
// answer 403 before they sign. Terminating reaches only clients that have signed in as a user.
const { randomUUID } = require('node:crypto');
const pusher = require('./pusher');
const db = require('./pool');

/** Milliseconds. */
const times = {
  /** For one attempt: the SDK can hang for ever, even with a timeout of its own. */
  attempt: 10_000,
  /** The longest that an answer of an auth endpoint can be on its way: then comes one more terminate. */
  authWindow: 30_000,
  /** Before the first retry; doubles from one to the next, half of it random. */
  retry: 1_000,
  /** Until the database answers. */
  store: 5_000,
  /** Between two looks at what is due. */
  sweep: 2_000,
};

/** The table, for a migration. */
const BAN_FLOW_TABLE = `create table if not exists ban_flow (
  user_id varchar(200) primary key,
  ban_id varchar(36) not null,
  blocked integer not null,
  terminate_state varchar(20) not null,
  attempts integer not null,
  due_at bigint not null,
  again_at bigint not null,
  claim varchar(36),
  last_error varchar(200)
)`;
const MAX_ATTEMPTS = 12;

/** The user may still be connected. Made anew, because the SDK's own error holds the signed URL. */
class TerminateError extends Error {
  constructor(kind, status, reason) {
    super('terminateUserConnections failed (' + (status ?? reason) + '), the user may still be connected');
    this.name = 'TerminateError';
    this.kind = kind;
    this.status = status;
  }
}

/** The SDK does not escape ids: one with a slash or a question mark terminates nobody, and no error says so. */
function checkUserId(userId) {
  if (typeof userId !== 'string' || !/^[^\s/?#%\\]{1,200}$/.test(userId) || /^\.{1,2}$/.test(userId)) {
    throw new TypeError('not a user id that Pusher can terminate: ' + JSON.stringify(userId));
  }
}

function withDeadline(work, milliseconds, what) {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(what + ' did not answer within ' + milliseconds + ' ms'));
    }, milliseconds);
  });
  return Promise.race([Promise.resolve().then(work), deadline]).finally(() => clearTimeout(timer));
}

/** One attempt, with a deadline of its own. */
async function attempt(userId) {
  try {
    await withDeadline(() => terminateConnections(userId), times.attempt, 'Pusher');
    return null;
  } catch (err) {
    const { name, status } = err;
    const isFinal = status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
    const kind = !isFinal ? 'retry' : status === 401 || status === 403 ? 'operator' : 'wrong';
    return new TerminateError(kind, status, name);
  }
}

/** Nothing retries any more, and the user may still be connected: somebody has to see this. */
function report(userId, reason) {
  console.error('ban flow: needs an operator:', userId, reason);
}

async function terminateConnections(userId) {
  await pusher.terminateUserConnections(userId);
}

function numbered(text) {
  return text.reduce((all, part, index) => all + '$' + index + part);
}

function read(tx = db) {
  return (text, ...values) =>
    withDeadline(async () => (await tx.query(numbered(text), values)).rows, times.store, 'the database');
}

function write(tx = db) {
  return (text, ...values) =>
    withDeadline(() => tx.query(numbered(text), values), times.store, 'the database');
}

/** The user's row, due at a time; who is blocked stays so. */
async function put(tx, userId, blocked, due) {
  await write(tx)`
    insert into ban_flow (user_id, ban_id, blocked, terminate_state, attempts, due_at, again_at)
    values (${userId}, ${randomUUID()}, ${blocked}, 'pending', 0, ${due}, ${due})
    on conflict (user_id) do update set
      ban_id = excluded.ban_id, blocked = case when ban_flow.blocked = 1 then 1 else excluded.blocked end,
      terminate_state = 'pending', attempts = 0, due_at = excluded.due_at, again_at = excluded.again_at`;
}

async function rowOf(userId) {
  const rows = await read()`select user_id, ban_id, attempts, due_at from ban_flow where user_id = ${userId}`;
  return rows[0];
}

/** What a row says after an attempt. */
async function settle(row, error) {
  const now = Date.now();
  if (!error) {
    await write()`delete from ban_flow where user_id = ${row.user_id} and ban_id = ${row.ban_id}
      and blocked = 0 and again_at <= ${now}`;
    // Done, but for the one more terminate that may be still to come.
    await write()`
      update ban_flow set terminate_state = case when again_at > ${now} then 'pending' else 'done' end,
        due_at = again_at, attempts = 0, last_error = null
      where user_id = ${row.user_id} and ban_id = ${row.ban_id}`;
    return;
  }
  const attempts = Number(row.attempts);
  const isOver = error.kind !== 'retry' || attempts + 1 >= MAX_ATTEMPTS;
  const state = isOver ? 'needs-operator' : 'pending';
  const base = Math.min(times.retry * 2 ** attempts, 3_600_000);
  const due = Math.round(now + base / 2 + (Math.random() * base) / 2);
  await write()`
    update ban_flow set terminate_state = ${state}, attempts = attempts + 1, due_at = ${due}, last_error = ${error.message}
    where user_id = ${row.user_id} and ban_id = ${row.ban_id}`;
  if (isOver) report(row.user_id, error.message);
}

/** Works off what is due. Where no process lives on (serverless), let a cron call it. */
async function sweep() {
  const due = await read()`
    select user_id, ban_id, attempts, due_at from ban_flow
    where terminate_state = 'pending' and due_at <= ${Date.now()} order by due_at limit 20`;
  for (const row of due) {
    // Whoever moves the row's time has it; one that dies with it loses it when that time comes.
    const claim = randomUUID();
    const lease = Date.now() + times.attempt + 2 * times.store;
    await write()`
      update ban_flow set claim = ${claim}, due_at = ${lease}
      where user_id = ${row.user_id} and ban_id = ${row.ban_id} and due_at = ${Number(row.due_at)}`;
    const mine = await read()`select user_id, ban_id, attempts, due_at from ban_flow where claim = ${claim}`;
    if (mine.length > 0) await settle(row, await attempt(row.user_id));
  }
}

let timer;
let current;
let isEnded = false;

/** Sweeps from now on. The first isBlocked of a process does this; call it where that may take long to come. */
function start() {
  if (current || isEnded) return;
  const turn = () => {
    current = sweep()
      .catch((error) => console.error('ban flow, sweeper:', error.message))
      .then(() => {
        if (isEnded) return;
        timer = setTimeout(turn, times.sweep);
        timer.unref();
      });
  };
  turn();
}

/** Ends the sweeper, for a shutdown. */
async function stop() {
  isEnded = true;
  clearTimeout(timer);
  await current;
}

/**
 * Keeps the user out from here on: isBlocked says true. Call terminate next; should this process die first, a worker does.
 * In a transaction of yours, give its client as well: ban and terminate are then written together, or not at all.
 */
async function block(userId, tx) {
  checkUserId(userId);
  await put(tx, userId, 1, Date.now() + times.authWindow);
}

/** Lets the user in again; retries that wait are dropped. */
async function unblock(userId) {
  await write()`delete from ban_flow where user_id = ${userId}`;
}

/** Ask this in both auth endpoints, the channel's and the user's, and answer 403. */
async function isBlocked(userId) {
  start();
  // A numeric id of untyped code means the same user.
  const id = String(userId);
  const rows = await read()`select user_id, ban_id, attempts, due_at from ban_flow where user_id = ${id} and blocked = 1`;
  return rows.length > 0;
}

/**
 * Disconnects the user, and once more after the longest auth answer: 'done', or 'queued' where a retry will.
 * Who is not blocked, here or by a state that the auth endpoints ask for, may come back.
 * @throws {TerminateError} where retrying is of no use; the user may then still be connected.
 */
async function terminate(userId) {
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

module.exports = {
  times,
  BAN_FLOW_TABLE,
  TerminateError,
  sweep,
  start,
  stop,
  block,
  unblock,
  isBlocked,
  terminate,
};

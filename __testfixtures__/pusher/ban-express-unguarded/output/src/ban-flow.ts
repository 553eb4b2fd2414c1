// Keeps banned users out of Pusher. Written by sadpath; it is yours to change.
// A ban: write it to your database, await block(id), await terminate(id). Both auth endpoints ask isBlocked(id) and
// answer 403 before they sign. Terminating reaches only clients that have signed in as a user.
//
// WARNING: blocks and queued retries are in this process's memory. A restart loses them: users whose terminate was
// still to be retried stay connected, and isBlocked forgets everybody. Ask your database as well, and use this with
// one process only. With BullMQ or an SQL database in the project, sadpath init --ban-flow writes a durable one.
import { randomUUID } from 'node:crypto';
import { pusher } from './pusher';

/** Milliseconds. */
export const times = {
  /** For one attempt: the SDK can hang for ever, even with a timeout of its own. */
  attempt: 10_000,
  /** The longest that an answer of an auth endpoint can be on its way: then comes one more terminate. */
  authWindow: 30_000,
  /** Before the first retry; doubles from one to the next, half of it random. */
  retry: 1_000,
};
const MAX_ATTEMPTS = 12;

/** 'retry' may work later; 'operator' needs a person (401, 403); 'wrong' never works (400, 404, 413). */
export type FailureKind = 'retry' | 'operator' | 'wrong';

/** The user may still be connected. Made anew, because the SDK's own error holds the signed URL. */
export class TerminateError extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;

  constructor(kind: FailureKind, status: number | undefined, reason: string) {
    super('terminateUserConnections failed (' + (status ?? reason) + '), the user may still be connected');
    this.name = 'TerminateError';
    this.kind = kind;
    this.status = status;
  }
}

/** The SDK does not escape ids: one with a slash or a question mark terminates nobody, and no error says so. */
function checkUserId(userId: string): void {
  if (typeof userId !== 'string' || !/^[^\s/?#%\\]{1,200}$/.test(userId) || /^\.{1,2}$/.test(userId)) {
    throw new TypeError('not a user id that Pusher can terminate: ' + JSON.stringify(userId));
  }
}

function withDeadline<T>(work: () => PromiseLike<T> | T, milliseconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(what + ' did not answer within ' + milliseconds + ' ms'));
    }, milliseconds);
  });
  return Promise.race([Promise.resolve().then(work), deadline]).finally(() => clearTimeout(timer));
}

/** One attempt, with a deadline of its own. */
async function attempt(userId: string): Promise<TerminateError | null> {
  try {
    await withDeadline(() => terminateConnections(userId), times.attempt, 'Pusher');
    return null;
  } catch (err) {
    const { name, status } = err as { name: string; status?: number };
    const isFinal = status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
    const kind = !isFinal ? 'retry' : status === 401 || status === 403 ? 'operator' : 'wrong';
    return new TerminateError(kind, status, name);
  }
}

/** Nothing retries any more, and the user may still be connected: somebody has to see this. */
function report(userId: string, reason: string): void {
  console.error('ban flow: needs an operator:', userId, reason);
}

async function terminateConnections(userId: string): Promise<void> {
  await pusher.terminateUserConnections(userId);
}

const bans = new Map<string, string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

function later(key: string, milliseconds: number, work: () => Promise<void>): void {
  if (timers.has(key)) return;
  const timer = setTimeout(() => {
    timers.delete(key);
    void work();
  }, milliseconds);
  timer.unref();
  timers.set(key, timer);
}

function cancel(key: string): void {
  for (const name of ['again-' + key, 'retry-' + key]) {
    clearTimeout(timers.get(name));
    timers.delete(name);
  }
}

function retry(key: string, userId: string, count: number, ban?: string): void {
  const base = Math.min(times.retry * 2 ** (count - 1), 3_600_000);
  later(key, base / 2 + (Math.random() * base) / 2, () => work(key, userId, count, ban));
}

async function work(key: string, userId: string, count: number, ban?: string): Promise<void> {
  const error = await attempt(userId);
  // Unbanned meanwhile: nothing is left to do.
  if (!error || bans.get(userId) !== ban) return;
  if (error.kind === 'retry' && count < MAX_ATTEMPTS) retry(key, userId, count + 1, ban);
  else report(userId, error.message);
}

/** Keeps the user out from here on: isBlocked says true. Call terminate next. */
export async function block(userId: string): Promise<void> {
  checkUserId(userId);
  const ban = bans.get(userId) ?? randomUUID();
  bans.set(userId, ban);
  later('again-' + ban, times.authWindow, () => work('again-' + ban, userId, 1, ban));
}

/** Lets the user in again; retries that wait are dropped. */
export async function unblock(userId: string): Promise<void> {
  const ban = bans.get(userId);
  bans.delete(userId);
  if (ban !== undefined) cancel(ban);
}

/** Ask this in both auth endpoints, the channel's and the user's, and answer 403. */
export async function isBlocked(userId: string): Promise<boolean> {
  // A numeric id of untyped code means the same user.
  return bans.has(String(userId));
}

/**
 * Disconnects the user, and once more after the longest auth answer: 'done', or 'queued' where a retry will.
 * Who is not blocked, here or by a state that the auth endpoints ask for, may come back.
 * @throws {TerminateError} where retrying is of no use; the user may then still be connected.
 */
export async function terminate(userId: string): Promise<'done' | 'queued'> {
  checkUserId(userId);
  const ban = bans.get(userId);
  const key = ban ?? userId;
  later('again-' + key, times.authWindow, () => work('again-' + key, userId, 1, ban));
  const error = await attempt(userId);
  if (!error) return 'done';
  if (error.kind !== 'retry') {
    cancel(key);
    report(userId, error.message);
    throw error;
  }
  retry('retry-' + key, userId, 1, ban);
  return 'queued';
}

/**
 * The part of the ban-flow module that all back ends share: one attempt, and what its failure means.
 * What stands between ⟨ and ⟩ is left out of JavaScript. `PUSHER` is the project's client. Facts: shared/facts/pusher.md, 6.
 */
export const CORE_TEXT = `
const MAX_ATTEMPTS = 12;

⟨/** 'retry' may work later; 'operator' needs a person (401, 403); 'wrong' never works (400, 404, 413). */
export type FailureKind = 'retry' | 'operator' | 'wrong';

⟩/** The user may still be connected. Made anew, because the SDK's own error holds the signed URL. */
export class TerminateError extends Error {
⟨  readonly kind: FailureKind;
  readonly status: number | undefined;

⟩  constructor(kind⟨: FailureKind⟩, status⟨: number | undefined⟩, reason⟨: string⟩) {
    super('terminateUserConnections failed (' + (status ?? reason) + '), the user may still be connected');
    this.name = 'TerminateError';
    this.kind = kind;
    this.status = status;
  }
}

/** The SDK does not escape ids: one with a slash or a question mark terminates nobody, and no error says so. */
function checkUserId(userId⟨: string⟩)⟨: void⟩ {
  if (typeof userId !== 'string' || !/^[^\\s/?#%\\\\]{1,200}$/.test(userId) || /^\\.{1,2}$/.test(userId)) {
    throw new TypeError('not a user id that Pusher can terminate: ' + JSON.stringify(userId));
  }
}

function withDeadline⟨<T>⟩(work⟨: () => PromiseLike<T> | T⟩, milliseconds⟨: number⟩, what⟨: string⟩)⟨: Promise<T>⟩ {
  let timer⟨: ReturnType<typeof setTimeout> | undefined⟩;
  const deadline = new Promise⟨<never>⟩((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(what + ' did not answer within ' + milliseconds + ' ms'));
    }, milliseconds);
  });
  return Promise.race([Promise.resolve().then(work), deadline]).finally(() => clearTimeout(timer));
}

/** One attempt, with a deadline of its own. */
async function attempt(userId⟨: string⟩)⟨: Promise<TerminateError | null>⟩ {
  try {
    await withDeadline(() => terminateConnections(userId), times.attempt, 'Pusher');
    return null;
  } catch (err) {
    const { name, status } = err⟨ as { name: string; status?: number }⟩;
    const isFinal = status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
    const kind = !isFinal ? 'retry' : status === 401 || status === 403 ? 'operator' : 'wrong';
    return new TerminateError(kind, status, name);
  }
}

/** Nothing retries any more, and the user may still be connected: somebody has to see this. */
function report(userId⟨: string⟩, reason⟨: string⟩)⟨: void⟩ {
  console.error('ban flow: needs an operator:', userId, reason);
}
`;

/** The times that all back ends have. */
export const TIMES_TEXT = `  /** For one attempt: the SDK can hang for ever, even with a timeout of its own. */
  attempt: 10_000,
  /** The longest that an answer of an auth endpoint can be on its way: then comes one more terminate. */
  authWindow: 30_000,
  /** Before the first retry; doubles from one to the next, half of it random. */
  retry: 1_000,
`;

/** What the functions are for, above each of them. */
export const DOCS = {
  block:
    "/** Keeps the user out from here on: isBlocked says true. Call terminate next; should this process die first, a worker does. */",
  blockInMemory: "/** Keeps the user out from here on: isBlocked says true. Call terminate next. */",
  unblock: "/** Lets the user in again; retries that wait are dropped. */",
  isBlocked: "/** Ask this in both auth endpoints, the channel's and the user's, and answer 403. */",
  terminate: `/**
 * Disconnects the user, and once more after the longest auth answer: 'done', or 'queued' where a retry will.
 * Who is not blocked, here or by a state that the auth endpoints ask for, may come back.
 * @throws {TerminateError} where retrying is of no use; the user may then still be connected.
 */`,
} as const;

/** The part of the ban-flow module that all back ends share: one attempt, and what its failure means. Facts: shared/facts/pusher.md, 6. */
export const CORE_TEXT = `
/** What the module needs of a Pusher client. */
export interface Terminator {
  terminateUserConnections(userId: string): Promise<unknown>;
}

/** Times in milliseconds. */
export interface BanFlowTimes {
  /** For one attempt: the SDK can hang for ever, even with its own timeout set. */
  attempt: number;
  /** The longest that an answer of an auth endpoint can be on its way: then comes one more terminate. */
  authWindow: number;
  /** Before the first retry; doubles from one to the next, half of it random. */
  retry: number;
  /** Until the queue or the database answers. */
  store: number;
}

/** How the module keeps users out. */
export interface BanFlow {
  /** From here on isBlocked says true. Gives the id of the ban; a second block of the same user gives the same. */
  block(userId: string): Promise<string>;
  /** Lets the user in again; retries that wait are dropped. */
  unblock(userId: string): Promise<void>;
  /** Ask this in both auth endpoints, the channel's and the user's, and answer 403. */
  isBlocked(userId: string): Promise<boolean>;
  /**
   * Call it after block. Resolves when the connections are terminated, or a retry is queued.
   * Rejects with a TerminateError where retrying is of no use; the user is then still connected.
   */
  terminate(userId: string): Promise<'done' | 'queued'>;
  /** Works on what is queued. Call it once in a process that lives on. */
  start(): { stop(): Promise<void> };
}

/** 'retry': may work later. 'operator': needs a person (401, 403). 'wrong': the request is (400, 404, 413). 'bug': the user id is. */
export type FailureKind = 'retry' | 'operator' | 'wrong' | 'bug';

/** A failed terminate: without the SDK's error, which carries the signed URL. */
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

const defaultTimes: BanFlowTimes = { attempt: 10_000, authWindow: 30_000, retry: 1_000, store: 5_000 };

/** The SDK does not escape ids: one with a slash or a question mark terminates nobody, and no error says so. */
function checkUserId(userId: string): void {
  if (typeof userId !== 'string' || !/^[^\\s/?#%\\\\]{1,200}$/.test(userId) || /^\\.{1,2}$/.test(userId))
    throw new TypeError('not a user id that Pusher can terminate: ' + JSON.stringify(userId));
}

function withDeadline<T>(work: () => Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(what + ' did not answer within ' + milliseconds + ' ms');
      error.name = 'TimeoutError';
      reject(error);
    }, milliseconds);
  });
  return Promise.race([Promise.resolve().then(work), deadline]).finally(() => clearTimeout(timer));
}

function kindOf(name: string, status: number | undefined): FailureKind {
  if (name !== 'PusherRequestError') return name === 'FetchError' || name === 'TimeoutError' ? 'retry' : 'bug';
  if (status === undefined || status === 408 || status === 429 || status >= 500) return 'retry';
  return status === 401 || status === 403 ? 'operator' : 'wrong';
}

/** One attempt with a deadline of its own. */
async function attempt(pusher: Terminator, userId: string, times: BanFlowTimes): Promise<void> {
  try {
    await withDeadline(() => pusher.terminateUserConnections(userId), times.attempt, 'Pusher');
  } catch (err) {
    const { name = 'Error', status } = err as { name?: string; status?: number };
    throw new TerminateError(kindOf(name, status), status, name);
  }
}
`;

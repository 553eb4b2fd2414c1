import { setTimeout as delay } from "node:timers/promises";
import type { ConnectionOptions } from "bullmq";
import { toolVersion } from "../pipeline/version.ts";
import { messageOf, UserError } from "../pipeline/userError.ts";

/**
 * The queue's name. It holds the version: workers of another one would find and write other things,
 * and leave these jobs to those that fit.
 */
export const queueName = (): string => `sadpath-${toolVersion()}`;

const RECONNECT_MS = 500;
const ANSWER_MS = 5000;

/** The queue's library, which only those need who use a queue. */
export async function loadBullmq(): Promise<typeof import("bullmq")> {
  try {
    const [bullmq] = await Promise.all([import("bullmq"), import("ioredis")]);
    return bullmq;
  } catch {
    throw new UserError("--queue needs the packages bullmq and ioredis: npm install bullmq ioredis");
  }
}

/** Connections that come back by themselves, until that is ended. */
export interface Reconnecting {
  readonly options: ConnectionOptions;
  /** From now on a connection that is lost stays lost: it must not keep the process from ending. */
  readonly giveUp: () => void;
}

/** @throws {UserError} where the URL is none of Redis. */
export function connectionTo(url: string): Reconnecting {
  const isRedis = URL.canParse(url) && ["redis:", "rediss:"].includes(new URL(url).protocol);
  if (!isRedis) throw new UserError("--queue is a URL such as redis://host:6379");
  let isOver = false;
  return {
    options: { url, maxRetriesPerRequest: null, retryStrategy: () => (isOver ? null : RECONNECT_MS) },
    giveUp: () => (isOver = true),
  };
}

/** Where a queue is, without its password. */
export function shownQueue(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === "/" ? "" : pathname}`;
}

/** Finds out when a Redis has been silent for too long. */
export interface Patience {
  /**
   * Asks Redis something, and gives its answer; undefined where it does not answer at the moment.
   * @throws {UserError} where it has not for longer than is to be waited.
   */
  readonly ask: <T>(question: () => Promise<T>) => Promise<T | undefined>;
}

/** @param timeoutSeconds how long a Redis may be silent. */
export function createPatience(url: string, timeoutSeconds: number): Patience {
  let answeredAt = Date.now();
  return {
    ask: async (question) => {
      const controller = new AbortController();
      try {
        // A command waits inside the client until the connection is back; it must not keep us.
        const late = delay(ANSWER_MS, undefined, { signal: controller.signal }).then(() => {
          throw new Error("no answer");
        });
        late.catch(() => undefined);
        const answer = await Promise.race([question(), late]);
        answeredAt = Date.now();
        return answer;
      } catch (error) {
        if (Date.now() - answeredAt < timeoutSeconds * 1000) return undefined;
        throw new UserError(
          `Redis at ${shownQueue(url)} has not answered for ${timeoutSeconds} seconds (${messageOf(error)}); what is done is kept, and the same command goes on`,
        );
      } finally {
        controller.abort();
      }
    },
  };
}

/** Waits for a connection's end, but not for ever: one that is broken may never end in good order. */
export async function atMost(milliseconds: number, ending: Promise<unknown>): Promise<void> {
  await Promise.race([ending.catch(() => undefined), delay(milliseconds, undefined, { ref: false })]);
}

import { PGlite } from "@electric-sql/pglite";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import type { BackEnd } from "../../../src/rewrite/banFlow/moduleText.ts";
import { startRedis } from "../../batch/redis.ts";
import { loadModule, type Flow } from "./loadModule.ts";
import type { PusherDouble } from "./pusherDouble.ts";

/** Times short enough for a test; `authWindow` is long where a trial must not see the second terminate. */
export const SHORT = { attempt: 300, retry: 20, authWindow: 60_000, store: 5_000 };

/** A flow on a real store: PostgreSQL (PGlite), a real Redis, or memory. It ends with the test. */
export async function openFlow(
  backEnd: BackEnd,
  { pusher }: PusherDouble,
  times: Partial<typeof SHORT> = {},
  onStuck: (userId: string, error: Error) => void = () => undefined,
): Promise<Flow> {
  const { createBanFlow, BAN_FLOW_TABLE } = await loadModule(backEnd);
  const common = { pusher, times: { ...SHORT, ...times }, onStuck, sweepEvery: 20 };
  if (backEnd === "in-process") return createBanFlow(common);
  if (backEnd === "outbox") {
    const db = new PGlite();
    onTestFinished(() => db.close());
    await db.exec(BAN_FLOW_TABLE ?? "");
    const query = async (text: string, values: unknown[]) => (await db.query(text, values)).rows;
    return createBanFlow({ ...common, query });
  }
  const { url } = await startRedis();
  const redis = new Redis(url);
  const flow = createBanFlow({ ...common, redis, connection: { url }, lockDuration: 1_000 });
  onTestFinished(async () => {
    await flow.close?.();
    redis.disconnect();
  });
  return flow;
}

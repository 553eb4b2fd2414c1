import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { noRedis, startRedis } from "../../batch/redis.ts";
import { SHORT } from "./flows.ts";
import { loadModule, removeModules, writeModule } from "./loadModule.ts";
import { startPusher } from "./pusherDouble.ts";

afterAll(removeModules);

// `noRedis` says why.
describe.skipIf(noRedis !== undefined)("BullMQ, across processes", () => {
  test(
    "a process killed with a retry queued: the retry happens after a restart",
    { timeout: 60_000 },
    async () => {
      const double = await startPusher([500, 500]);
      onTestFinished(double.close);
      const { url } = await startRedis();
      const script = path.join(import.meta.dirname, "bullWorker.mjs");
      const child = spawn(
        process.execPath,
        [script, pathToFileURL(writeModule("bullmq")).href, double.url, url],
        {
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      const [said] = (await once(child.stdout, "data")) as [Buffer];
      expect(String(said).trim()).toBe("queued");
      child.kill("SIGKILL");
      await once(child, "exit");
      expect(double.calls.map((call) => call.answer)).toEqual([500]);

      const redis = new Redis(url);
      const { createBanFlow } = await loadModule("bullmq");
      const flow = createBanFlow({
        pusher: double.pusher,
        redis,
        connection: { url },
        times: SHORT,
        lockDuration: 1_000,
      });
      const worker = flow.start();
      onTestFinished(async () => {
        await worker.stop();
        await flow.close?.();
        redis.disconnect();
      });
      await vi.waitFor(() => expect(double.calls.map((call) => call.answer)).toEqual([500, 500, 200]), {
        timeout: 30_000,
        interval: 50,
      });
    },
  );

  test(
    "two bans of one user make one job; none is swallowed after an unban",
    { timeout: 60_000 },
    async () => {
      const double = await startPusher([500, 500, 500]);
      onTestFinished(double.close);
      const { url } = await startRedis();
      const redis = new Redis(url);
      const { createBanFlow } = await loadModule("bullmq");
      const times = { ...SHORT, retry: 30_000 };
      const flow = createBanFlow({ pusher: double.pusher, redis, connection: { url }, times });
      const queue = new Queue("ban-flow", { connection: { url } });
      onTestFinished(async () => {
        await queue.close();
        await flow.close?.();
        redis.disconnect();
      });
      const retries = async () => (await queue.getDelayed()).filter((job) => job.name === "retry").length;
      for (let ban = 0; ban < 2; ban++) {
        await flow.block("mallory");
        await flow.terminate("mallory");
      }
      expect(await retries()).toBe(1);
      await flow.unblock("mallory");
      await flow.block("mallory");
      await flow.terminate("mallory");
      expect(await retries()).toBe(2);
    },
  );

  test("with Redis gone, a ban is refused within its deadline", { timeout: 60_000 }, async () => {
    const double = await startPusher();
    onTestFinished(double.close);
    const server = await startRedis();
    const redis = new Redis(server.url);
    redis.on("error", () => undefined);
    const { createBanFlow } = await loadModule("bullmq");
    const flow = createBanFlow({
      pusher: double.pusher,
      redis,
      connection: { url: server.url },
      times: { ...SHORT, store: 300 },
    });
    onTestFinished(() => redis.disconnect());
    await flow.block("mallory");
    await server.stop();
    await expect(flow.terminate("mallory")).rejects.toThrow("Redis did not answer within 300 ms");
    await expect(flow.isBlocked("mallory")).rejects.toThrow("Redis did not answer within 300 ms");
    await server.start();
    await flow.close?.();
  });
});

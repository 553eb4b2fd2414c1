import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { runCli } from "../cli/process.ts";
import { tempFolder, writeFiles } from "../pipeline/tempRepo.ts";
import { importRepository, makeFleet, UNSAFE, type Fleet } from "./fleet.ts";
import { ledgerLines, resultOf, startCli, until, type CliProcess } from "./fleetRuns.ts";
import { serveHttp } from "./httpRemote.ts";
import { noRedis, startRedis, type TestRedis } from "./redis.ts";

/** A fleet, and what a run without a queue makes of it. */
async function fleetWithExpectation(
  amount: number,
): Promise<{ root: string; fleet: Fleet; expected: Record<string, string> }> {
  const root = tempFolder();
  const fleet = makeFleet(root, amount);
  mkdirSync(join(root, "calm"));
  expect(await startCli(root, ["batch", "fleet.txt", "--out", "calm", "--quiet"]).ended).toBe(3);
  return { root, fleet, expected: resultOf(root, join(root, "calm"), fleet) };
}

function startWorkers(root: string, redis: TestRedis, amount: number): CliProcess[] {
  const options = ["--concurrency", "1", "--allow-local", "--stalled-after", "2"];
  return Array.from({ length: amount }, () => startCli(root, ["worker", "--queue", redis.url, ...options]));
}

const startBatch = (root: string, redis: TestRedis, ...more: string[]): CliProcess =>
  startCli(root, ["batch", "fleet.txt", "--out", "out", "--queue", redis.url, ...more]);

describe.skipIf(noRedis !== undefined)(
  `a queue in a real Redis${noRedis === undefined ? "" : `: ${noRedis}`}`,
  () => {
    test(
      "200 repositories, four workers, one killed, one frozen: the same result",
      { timeout: 120_000 },
      async () => {
        const { root, fleet, expected } = await fleetWithExpectation(200);
        const redis = await startRedis();
        const [first, second] = startWorkers(root, redis, 4);
        const out = join(root, "out");
        const run = startBatch(root, redis);
        await until(() => ledgerLines(out).length >= 30, "30 jobs are done");
        first?.child.kill("SIGKILL");
        await until(() => ledgerLines(out).length >= 60, "60 jobs are done");
        second?.child.kill("SIGSTOP");
        expect(await run.ended).toBe(3);
        expect(resultOf(root, out, fleet)).toEqual(expected);
        expect(ledgerLines(out)).toHaveLength(200);
        // Awake again, it finds that its job has been done, and goes on with nothing.
        second?.child.kill("SIGCONT");
        await sleep(1000);
        expect(second?.child.exitCode).toBeNull();
        second?.child.kill("SIGTERM");
        expect(await second?.ended).toBe(0);
      },
    );

    test("Redis restarted in the middle, empty: the same result", { timeout: 120_000 }, async () => {
      const { root, fleet, expected } = await fleetWithExpectation(30);
      const redis = await startRedis();
      startWorkers(root, redis, 2);
      const out = join(root, "out");
      const run = startBatch(root, redis);
      await until(() => ledgerLines(out).length >= 10, "10 jobs are done");
      await redis.stop();
      await sleep(1000);
      await redis.start();
      expect(await run.ended).toBe(3);
      expect(resultOf(root, out, fleet)).toEqual(expected);
      expect(ledgerLines(out)).toHaveLength(30);
    });

    test(
      "Redis gone for good: a clear error, and the same command goes on later",
      { timeout: 120_000 },
      async () => {
        const { root, fleet, expected } = await fleetWithExpectation(30);
        const redis = await startRedis();
        const workers = startWorkers(root, redis, 1);
        const out = join(root, "out");
        const run = startBatch(root, redis, "--queue-timeout", "2");
        await until(() => ledgerLines(out).length >= 5, "5 jobs are done");
        await redis.stop();
        expect(await run.ended).toBe(2);
        expect(run.stderr()).toMatch(
          /Redis at 127\.0\.0\.1:\d+ has not answered for 2 seconds .*the same command goes on/,
        );
        const before = ledgerLines(out).length;
        expect(before).toBeLessThan(30);
        await redis.start();
        expect(workers[0]?.child.exitCode).toBeNull();
        expect(await startBatch(root, redis).ended).toBe(3);
        expect(resultOf(root, out, fleet)).toEqual(expected);
        expect(ledgerLines(out)).toHaveLength(30);
      },
    );

    test(
      "without a worker the run says so, and waits; a failure that passes is tried again",
      { timeout: 120_000 },
      async () => {
        const root = tempFolder();
        importRepository(join(root, "remotes/chat.git"), { "src/news.ts": UNSAFE });
        const remote = await serveHttp(join(root, "remotes"));
        remote.outages = 1;
        writeFiles(root, { "fleet.txt": `${remote.url}/chat.git\n` });
        const redis = await startRedis();
        const run = startBatch(root, redis);
        await until(() => run.stderr().includes("no worker takes jobs from 127.0.0.1"), "the notice");
        const [worker] = startWorkers(root, redis, 1);
        expect(await run.ended).toBe(0);
        expect(worker?.stderr()).toMatch(/failed: clone: .*503[^]*: done/);
        expect(ledgerLines(join(root, "out"))).toEqual([expect.objectContaining({ status: "done" })]);
      },
    );

    test("a worker that is told to end gives its job back", { timeout: 120_000 }, async () => {
      const root = tempFolder();
      makeFleet(root, 1);
      const redis = await startRedis();
      const work = ["--allow-local", "--allow-verify", "--queue", redis.url];
      const slow = startCli(root, ["worker", ...work], { SLOW: "60" });
      const run = startBatch(root, redis, "--verify", "sleep ${SLOW:-0}");
      await until(() => runningStage(root) === "verify", "the job is at work");
      slow.child.kill("SIGTERM");
      expect(await slow.ended).toBe(0);
      startCli(root, ["worker", ...work]);
      expect(await run.ended).toBe(0);
    });

    test(
      "what a worker is not allowed to do fails the job, and says how to allow it",
      { timeout: 120_000 },
      async () => {
        const root = tempFolder();
        makeFleet(root, 1);
        const redis = await startRedis();
        startCli(root, ["worker", "--queue", redis.url]);
        const refused = await runCli(root, ["batch", "fleet.txt", "--out", "out", "--queue", redis.url]);
        expect([refused.code, refused.out]).toEqual([
          3,
          expect.stringContaining("start it with --allow-local"),
        ]);
        const verify = await runCli(root, [
          "batch",
          "fleet.txt",
          "--out",
          "out",
          "--queue",
          redis.url,
          "--verify",
          "touch ran",
        ]);
        expect([verify.code, verify.out]).toEqual([
          3,
          expect.stringContaining("start it with --allow-verify"),
        ]);
      },
    );
  },
);

function runningStage(root: string): string | undefined {
  try {
    const { running } = JSON.parse(readFileSync(join(root, "out/.progress.json"), "utf8")) as {
      running: { stage: string }[];
    };
    return running[0]?.stage;
  } catch {
    return undefined;
  }
}

describe("a queue that cannot be used", () => {
  test.each([
    [
      ["batch", "list.txt", "--out", "out", "--queue", "redis://127.0.0.1:1", "--queue-timeout", "1"],
      /Redis at 127\.0\.0\.1:1 has not answered for 1 seconds/,
    ],
    [
      ["worker", "--queue", "redis://:secret@127.0.0.1:1", "--queue-timeout", "1"],
      /Redis at 127\.0\.0\.1:1 has not answered/,
    ],
    [["worker", "--queue", "http://x"], /--queue is a URL such as redis:/],
    [["worker"], /--queue <url> says where the jobs are/],
    [["batch", "secret.txt", "--out", "out", "--queue", "redis://127.0.0.1:1"], /must not hold credentials/],
  ])("%j", { timeout: 60_000 }, async (args, message) => {
    const root = tempFolder({ "list.txt": "x\n", "secret.txt": "https://u:geheim@host/x\n" });
    const { code, err } = await runCli(root, args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).not.toMatch(/secret@|geheim|at .*\.ts/);
  });
});

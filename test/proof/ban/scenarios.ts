import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { BACK_ENDS, type BackEnd } from "../../../src/rewrite/banFlow/moduleText.ts";
import { inWorld, listening, type World } from "./openFlow.ts";
import type { Answer } from "./pusherDouble.ts";
import { startRedis, type RedisServer } from "./redisServer.ts";

/** Something that happens to a ban, and what came of it. */
interface Scenario {
  readonly title: string;
  readonly answers?: readonly Answer[];
  readonly times?: Readonly<Record<string, number>>;
  /** Where it can happen; everywhere without. */
  readonly only?: BackEnd;
  /** Its database is a folder, that another process can open. */
  readonly isShared?: boolean;
  readonly run: (world: World, redis: RedisServer | undefined) => Promise<string>;
}

/** A row of the table: what came of a scenario on each back end. */
export interface ScenarioRow {
  readonly title: string;
  readonly results: Readonly<Record<string, string>>;
}

const failure = (error: Error) =>
  error.name === "TerminateError" ? "rejects" : `${error.name}: ${error.message}`;

/** A ban, as the rewrite writes it. */
async function ban({ open, userId }: World): Promise<string> {
  const flow = await open();
  await flow.block(userId);
  return flow.terminate(userId).catch(failure);
}

const retried = (...answers: readonly Answer[]): Scenario => ({
  title: `a ban; Pusher answers ${answers.join(", ")}`,
  answers,
  async run(world) {
    const said = await ban(world);
    return `${said}; ${await world.settled(answers.length + 1)}`;
  },
});

const refused = (answer: Answer): Scenario => ({
  title: `a ban; Pusher answers ${answer}`,
  answers: [answer],
  times: answer === 401 || answer === 403 ? { authWindow: 100 } : {},
  async run(world) {
    const said = await ban(world);
    const calls = await world.settled(1);
    for (let turn = 0; world.stuck().length === 0 && turn < 20; turn++) await sleep(25);
    return `${said}; ${calls}${world.stuck().length > 0 ? "; operator told" : ""}`;
  },
});

const scenarios: readonly Scenario[] = [
  retried(500, 500, 500),
  retried(429, "reset", 503),
  retried("hang"),
  retried("stall", 408),
  refused(401),
  refused(403),
  refused(400),
  refused(404),
  refused(413),
  {
    title: "a ban; then the longest auth answer is over",
    times: { authWindow: 150 },
    async run(world) {
      return `${await ban(world)}; ${await world.settled(2)}`;
    },
  },
  {
    title: "terminate without a block (a kick); 500",
    answers: [500],
    async run(world) {
      const flow = await world.open();
      const said = await flow.terminate(world.userId);
      const calls = await world.settled(2);
      return `${said}; ${calls}${(await flow.isBlocked(world.userId)) ? "; kept out" : ""}`;
    },
  },
  {
    title: "terminate without a block; then the longest auth answer is over",
    times: { authWindow: 150 },
    async run(world) {
      const flow = await world.open();
      return `${await flow.terminate(world.userId)}; ${await world.settled(2)}`;
    },
  },
  {
    title: "two bans of one user at once; 500, 500",
    answers: [500, 500],
    times: { retry: 300 },
    async run(world) {
      const flow = await world.open();
      await Promise.all([flow.block(world.userId), flow.block(world.userId)]);
      const said = await Promise.all([flow.terminate(world.userId), flow.terminate(world.userId)]);
      await world.settled(3);
      await sleep(400);
      return `${said.join(", ")}; ${world.calls()}`;
    },
  },
  {
    title: "a second ban, without an unban; 200, then 500",
    answers: [200, 500],
    async run(world) {
      const first = await ban(world);
      return `${first}, ${await ban(world)}; ${await world.settled(3)}`;
    },
  },
  {
    title: "a ban that waits for an operator (401), banned again; 500",
    answers: [401, 500],
    async run(world) {
      const first = await ban(world);
      await sleep(300);
      return `${first}, ${await ban(world)}; ${await world.settled(3)}`;
    },
  },
  {
    title: "ban, unban, ban again; 500, 500",
    answers: [500, 500],
    times: { retry: 300 },
    async run(world) {
      await ban(world);
      await (await world.open()).unblock(world.userId);
      await ban(world);
      await world.settled(3);
      await sleep(400);
      return world.calls();
    },
  },
  {
    title: "an unban while a retry waits; 500",
    answers: [500],
    times: { retry: 100 },
    async run(world) {
      await ban(world);
      await (await world.open()).unblock(world.userId);
      await sleep(400);
      return `${world.calls()}; ${(await (await world.open()).isBlocked(world.userId)) ? "kept out" : "let in"}`;
    },
  },
  {
    title: "the process is killed with a retry queued; then a restart",
    answers: [500],
    isShared: true,
    run: (world) => afterKill(world, "ban", 2),
  },
  {
    title: "the process is killed between block and terminate; then a restart",
    isShared: true,
    run: (world) => afterKill(world, "block", 1),
  },
  {
    title: "block in a transaction that is rolled back",
    only: "outbox",
    async run({ open, userId, clients }) {
      const flow = await open();
      const { pool } = await clients();
      const work = async (db: unknown): Promise<void> => {
        await flow.block(userId, db);
        throw new Error("rolled back");
      };
      await pool?.transaction(work).catch(() => undefined);
      return (await flow.isBlocked(userId)) ? "kept out" : "no ban";
    },
  },
  {
    title: "Redis is gone",
    only: "bullmq",
    times: { store: 300 },
    async run({ open, userId }, redis) {
      const flow = await open();
      await redis?.stop();
      const said = await flow.block(userId).catch((error: Error) => error.message);
      return `block rejects: ${String(said)}`;
    },
  },
];

/** Another process bans and is killed; this one is what comes after it. */
async function afterKill(world: World, what: "ban" | "block", count: number): Promise<string> {
  const script = path.join(import.meta.dirname, "banProcess.mjs");
  const child = spawn(
    process.execPath,
    [script, pathToFileURL(world.project.module).href, world.userId, what],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  await world.open();
  // In memory nothing comes; it is waited for as long as the others take.
  if (world.backEnd === "in-process") await sleep(1_500);
  const calls = world.backEnd === "in-process" ? world.calls() : await world.settled(count);
  return calls.endsWith("200") ? `done; ${calls}` : "LOST";
}

/** Runs every scenario on every back end, those of one back end after each other. */
export async function runScenarios(): Promise<readonly ScenarioRow[]> {
  const columns = await listening(() => Promise.all(BACK_ENDS.map((backEnd) => runOn(backEnd))));
  return scenarios.map(({ title }, index) => ({
    title,
    results: Object.fromEntries(
      BACK_ENDS.map((backEnd, column) => [backEnd, columns[column]?.[index] ?? ""]),
    ),
  }));
}

async function runOn(backEnd: BackEnd): Promise<readonly string[]> {
  const redis = backEnd === "bullmq" ? await startRedis() : undefined;
  const data = mkdtempSync(path.join(realpathSync(tmpdir()), "sadpath-ban-data-"));
  const results: string[] = [];
  try {
    for (const [index, { only, answers = [], times = {}, isShared, run }] of scenarios.entries()) {
      redis?.flush();
      const store = redis?.url ?? (isShared ? path.join(data, String(index)) : "");
      const isPossible = only === undefined || only === backEnd;
      results.push(
        isPossible ? await inWorld(backEnd, store, answers, times, (world) => run(world, redis)) : "",
      );
    }
  } finally {
    await redis?.stop();
    rmSync(data, { recursive: true, force: true });
  }
  return results;
}

import { setTimeout as sleep } from "node:timers/promises";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadModule, removeModules } from "./loadModule.ts";
import { startPusher, type Answer } from "./pusherDouble.ts";
import { slowly, startAdversary } from "./race.ts";

afterAll(removeModules);

const TRIALS = 25;
const CONNECTIONS = 8;
const TIMES = { attempt: 300, retry: 10, authWindow: 150, store: 1_000 };

interface Way {
  readonly title: string;
  /** Bans, as the code did before or does after. */
  readonly ban: (app: App) => Promise<void>;
  readonly answers?: readonly Answer[];
  readonly endpointAsks: boolean;
  /** Whether a user can stay signed in. */
  readonly hole: boolean;
}

interface App {
  readonly terminate: () => Promise<unknown>;
  readonly writeBan: () => Promise<void>;
  readonly flow: { block(id: string): Promise<string>; terminate(id: string): Promise<unknown> };
}

const afterwards = async ({ writeBan, flow }: App): Promise<void> => {
  await writeBan();
  await flow.block("mallory");
  await flow.terminate("mallory");
};
const ways: readonly Way[] = [
  {
    title: "before: terminate, then the database",
    endpointAsks: true,
    hole: true,
    ban: async (app) => {
      await app.terminate();
      await app.writeBan();
    },
  },
  {
    title: "before: the database, then terminate; the endpoint does not ask",
    endpointAsks: false,
    hole: true,
    ban: async (app) => {
      await app.writeBan();
      await app.terminate();
    },
  },
  {
    title: "before: the database, then terminate; Pusher answers 500",
    endpointAsks: true,
    answers: [500],
    hole: true,
    ban: async (app) => {
      await app.writeBan();
      await app.terminate().catch(() => undefined);
    },
  },
  {
    title: "after: the database, block, terminate, terminate once more",
    endpointAsks: true,
    hole: false,
    ban: afterwards,
  },
  {
    title: "after: the same; Pusher answers 500 three times",
    endpointAsks: true,
    answers: [500, 500, 500],
    hole: false,
    ban: afterwards,
  },
];

/** Whether the user is signed in when everything has settled. */
async function trial({ ban, answers = [], endpointAsks }: Way): Promise<boolean> {
  const double = await startPusher(answers);
  const { createBanFlow } = await loadModule("in-process");
  const flow = createBanFlow({ pusher: double.pusher, times: TIMES });
  const worker = flow.start();
  let isBanned = false;
  const adversary = startAdversary(
    double,
    async (socketId) => {
      const isOut = await slowly(async () => endpointAsks && (isBanned || (await flow.isBlocked("mallory"))));
      return isOut
        ? null
        : (double.pusher.authenticateUser(socketId, { id: "mallory" }) as {
            auth: string;
            user_data: string;
          });
    },
    CONNECTIONS,
  );
  await sleep(100);
  const terminate = () => double.pusher.terminateUserConnections("mallory");
  const writeBan = async () => {
    await sleep(15 + Math.random() * 25);
    isBanned = true;
  };
  await ban({ terminate, writeBan, flow });
  await sleep(400);
  const isIn = double.signedIn("mallory") > 0;
  adversary.stop();
  await worker.stop();
  await double.close();
  return isIn;
}

test.for(ways)("$title", { timeout: 120_000 }, async (way) => {
  const results = await Promise.all(Array.from({ length: TRIALS }, () => trial(way)));
  const stayed = results.filter(Boolean).length;
  if (process.env["SHOW"]) console.log(`${way.title}: ${stayed}/${TRIALS}`);
  expect(stayed > 0).toBe(way.hole);
});

test("docs/proof-ban.md has a row for each way", () => {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../../docs/proof-ban.md"), "utf8");
  const rows = ways.map(({ title, hole }) => `| ${title} | ${hole ? "yes" : `no, in ${TRIALS} trials`} |`);
  expect(text).toContain(["| way | can the user stay signed in? |", "| --- | --- |", ...rows].join("\n"));
});

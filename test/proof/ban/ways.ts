import { setTimeout as sleep } from "node:timers/promises";
import { slowly, startAdversary } from "./adversary.ts";
import { load, writeProject, type Flow } from "./flowProject.ts";
import { startPusher, type Answer } from "./pusherDouble.ts";

/** Trials of each way. */
export const TRIALS = 25;
const CONNECTIONS = 8;
const TIMES = { attempt: 300, retry: 10, authWindow: 150, store: 1_000 };

interface Way {
  readonly title: string;
  /** Bans, as the code did before or does after. */
  readonly ban: (app: App) => Promise<void>;
  readonly answers?: readonly Answer[];
  readonly endpointAsks: boolean;
}

interface App {
  readonly terminate: () => Promise<unknown>;
  readonly writeBan: () => Promise<void>;
  readonly flow: { block(id: string): Promise<void>; terminate(id: string): Promise<unknown> };
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
    ban: async (app) => {
      await app.terminate();
      await app.writeBan();
    },
  },
  {
    title: "before: the database, then terminate; the endpoint does not ask",
    endpointAsks: false,
    ban: async (app) => {
      await app.writeBan();
      await app.terminate();
    },
  },
  {
    title: "before: the database, then terminate; Pusher answers 500",
    endpointAsks: true,
    answers: [500],
    ban: async (app) => {
      await app.writeBan();
      await app.terminate().catch(() => undefined);
    },
  },
  {
    title: "after: the database, block, terminate, terminate once more",
    endpointAsks: true,
    ban: afterwards,
  },
  {
    title: "after: the same; Pusher answers 500 three times",
    endpointAsks: true,
    answers: [500, 500, 500],
    ban: afterwards,
  },
];

/** Whether the user is signed in when everything has settled. */
async function trial({ ban, answers = [], endpointAsks }: Way): Promise<boolean> {
  const double = await startPusher(answers);
  const flow = await load<Flow>((await writeProject("in-process", double.url, "")).module);
  Object.assign(flow.times, TIMES);
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
  await double.close();
  return isIn;
}

/** A way to ban, and whether its user stayed in. */
export interface WayRow {
  readonly title: string;
  readonly stayed: number;
}

/** Runs every way so often. */
export async function runWays(): Promise<readonly WayRow[]> {
  const rows: WayRow[] = [];
  for (const way of ways) {
    const results = await Promise.all(Array.from({ length: TRIALS }, () => trial(way)));
    rows.push({ title: way.title, stayed: results.filter(Boolean).length });
  }
  return rows;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { BackEnd } from "../../../src/rewrite/banFlow/moduleText.ts";
import { load, writeProject, type Flow, type FlowProject } from "./flowProject.ts";
import { startPusher, type Answer, type PusherDouble } from "./pusherDouble.ts";

/** Times short enough for a proof; `authWindow` is long where a scenario must not see the second terminate. */
const SHORT = { attempt: 1_000, retry: 20, authWindow: 60_000, store: 5_000, sweep: 20, lock: 1_000 };

/** One scenario's own world: a Pusher, a project, and the project's module on its store. */
export interface World {
  readonly backEnd: BackEnd;
  readonly double: PusherDouble;
  readonly project: FlowProject;
  /** The module in this process, its worker started as it is by the first auth request. */
  readonly open: () => Promise<Flow>;
  /** Who is banned: another one for each back end, for they run at the same time. */
  readonly userId: string;
  /** What the module said needs an operator. */
  readonly stuck: () => readonly string[];
  /** What Pusher was asked, as "500, 200". */
  readonly calls: () => string;
  /** Waits until Pusher was asked so often, and a moment more for what should not come. */
  readonly settled: (count: number) => Promise<string>;
  /** The project's own client of its store. */
  readonly clients: () => Promise<Clients>;
}

/** What a project exports its store's client as. */
export interface Clients {
  readonly pool?: {
    query(text: string): Promise<unknown>;
    transaction(work: (db: unknown) => Promise<void>): Promise<void>;
  };
  close(): Promise<void>;
}

let said: string[] = [];

/** Keeps what the modules write to the console while `work` runs. */
export async function listening<T>(work: () => Promise<T>): Promise<T> {
  const own = console.error;
  console.error = (...words: unknown[]) => void said.push(words.join(" "));
  try {
    return await work();
  } finally {
    console.error = own;
    said = [];
  }
}

/** Makes a world, lets `work` at it, and ends it. */
export async function inWorld(
  backEnd: BackEnd,
  store: string,
  answers: readonly Answer[],
  times: Partial<typeof SHORT>,
  work: (world: World) => Promise<string>,
): Promise<string> {
  const double = await startPusher(answers);
  const project = await writeProject(backEnd, double.url, store);
  const userId = `mallory-${backEnd}`;
  let flow: Flow | undefined;
  try {
    const clients = () => load<Clients>(project.clients);
    const open = async () => {
      if (flow) return flow;
      flow = await load<Flow>(project.module);
      Object.assign(flow.times, SHORT, times);
      const { pool } = await clients();
      if (store === "") await pool?.query("drop table if exists ban_flow");
      if (flow.BAN_FLOW_TABLE !== undefined) await pool?.query(flow.BAN_FLOW_TABLE);
      await flow.isBlocked("somebody-else");
      return flow;
    };
    const calls = () => double.calls.map(({ answer }) => answer).join(", ");
    return await work({
      backEnd,
      double,
      project,
      open,
      userId,
      stuck: () => said.filter((line) => line.startsWith(`ban flow: needs an operator: ${userId}`)),
      calls,
      async settled(count) {
        for (let turn = 0; double.calls.length < count && turn < 400; turn++) await sleep(25);
        await sleep(150);
        return calls();
      },
      clients,
    });
  } finally {
    if (backEnd === "in-process") await flow?.unblock(userId);
    await withinASecond(flow?.stop?.());
    said = said.filter((line) => !line.includes(userId));
    if (flow) await (await load<Clients>(project.clients)).close();
    await double.close();
  }
}

/** What waits for a store that is gone is left behind. */
async function withinASecond(work: Promise<void> | undefined): Promise<void> {
  await Promise.race([work, sleep(1_000)]);
}

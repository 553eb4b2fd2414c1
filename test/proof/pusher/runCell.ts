import http from "node:http";
import { describeError } from "./describe.ts";
import type { FaultServer } from "./faultServer.ts";
import { redirectPusher } from "./redirectedPusher.ts";
import type { Cell, CellRecord } from "./types.ts";
import { Runner } from "./runner.ts";
import { World } from "./world.ts";

/** Much longer than anything takes that settles at all. */
const patience = 5000;
const hangingPatience = 150;

/** The world that errors which nobody caught belong to. */
let currentWorld: World | undefined;

/** From now on, an error that nobody catches is recorded in the cell that runs. */
export function catchWhatNobodyCatches(): void {
  process.on("unhandledRejection", (error) => currentWorld?.unhandled.push(describeError(error)));
  process.on("uncaughtException", (error) => currentWorld?.uncaught.push(describeError(error)));
}

/** Loads a program under a fault, calls all that it exports and registers, and records what happens. */
export async function runCell(cell: Cell, server: FaultServer): Promise<CellRecord> {
  const world = new World(cell.express);
  const globalsBefore = new Set(Object.keys(globalThis));
  currentWorld = world;
  server.fault = cell.fault;
  server.hits.length = 0;
  const pusher = redirectPusher(world, server.port, () => cell.fault);
  const createInstance = (): unknown => new pusher({ appId: "3", key: "k", secret: "s", cluster: "eu" });
  const isHanging = cell.fault === "stalled-body" || cell.fault === "reset-body";
  const sdk = { name: "pusher", module: pusher, createInstance };
  await new Runner(cell, world, sdk, isHanging ? hangingPatience : patience).run();
  http.globalAgent.destroy();
  server.dropConnections();
  for (const name of Object.keys(globalThis))
    if (!globalsBefore.has(name)) Reflect.deleteProperty(globalThis, name);
  return {
    name: cell.name,
    side: cell.side,
    fault: cell.fault,
    hits: [...server.hits].toSorted(),
    calls: world.calls,
    effects: world.effects,
    logs: world.logs,
    unhandled: world.unhandled,
    uncaught: world.uncaught,
    failures: world.failures,
  };
}

import http from "node:http";
import { createRequire } from "node:module";
import readline from "node:readline";
import util from "node:util";
import { describeError } from "../pusher/describe.ts";
import { Runner } from "../pusher/runner.ts";
import { World } from "../pusher/world.ts";
import { routeRequests } from "../superagent/routeRequests.ts";
import { Answers } from "./answers.ts";
import type { Cell, CellRecord } from "./types.ts";

/** A child process: reads cells from stdin, one line of JSON each, and answers each with a line. */

type Superagent = ((method: string, url: string) => unknown) & { Request: { prototype: object } };

/** Much longer than anything takes that settles at all. */
const patience = 5000;
const timeoutOfPrograms = 60;

const superagent = createRequire(import.meta.url)("superagent") as Superagent;
const answers = new Answers();
let world = new World(4);

process.on("unhandledRejection", (error) => world.unhandled.push(describeError(error)));
process.on("uncaughtException", (error) => world.uncaught.push(describeError(error)));
await answers.start();
routeRequests(answers, (request) => {
  world.pending += 1;
  request.on("close", () => (world.pending -= 1));
});
shortenTimeouts();
limitSizes();
try {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await runCell(JSON.parse(line) as Cell))}\n`);
  }
} catch (error) {
  // said here, since what nobody catches is taken for the program's
  process.stderr.write(`${util.inspect(error)}\n`);
  process.exit(1);
}
process.exit(0);

async function runCell(cell: Cell): Promise<CellRecord> {
  world = new World(cell.express);
  answers.fault = cell.fault;
  answers.hits.length = 0;
  const sdk = { name: "superagent", module: superagent, createInstance: () => superagent };
  await new Runner(cell, world, sdk, patience).run();
  http.globalAgent.destroy();
  answers.dropConnections();
  const { calls, effects, logs, unhandled, uncaught } = world;
  const { name, side, fault } = cell;
  return { name, side, fault, hits: answers.hits.toSorted(), calls, effects, logs, unhandled, uncaught };
}

/** Under the fault `timeout`, every `.timeout()` of a program runs out at once; without it, never. */
function shortenTimeouts(): void {
  const prototype = superagent.Request.prototype as { timeout(options: unknown): unknown };
  const { timeout } = prototype;
  prototype.timeout = function (options) {
    if (answers.fault !== "timeout") return timeout.call(this, { response: 0, deadline: 0 });
    const isOnlyResponse =
      typeof options === "object" && options !== null && !("deadline" in options) && "response" in options;
    return timeout.call(this, { [isOnlyResponse ? "response" : "deadline"]: timeoutOfPrograms });
  };
}

/** Under the fault `too-large`, every answer is longer than the program allows. */
function limitSizes(): void {
  const prototype = superagent.Request.prototype as { maxResponseSize(limit: number): unknown };
  const { maxResponseSize } = prototype;
  prototype.maxResponseSize = function (limit) {
    return maxResponseSize.call(this, answers.fault === "too-large" ? 10 : limit);
  };
}

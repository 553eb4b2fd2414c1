import readline from "node:readline";
import { FaultServer } from "./faultServer.ts";
import { catchWhatNobodyCatches, runCell } from "./runCell.ts";
import type { Cell } from "./types.ts";

/** A child process: reads cells from stdin, one line of JSON each, and answers each with a line. */
const server = new FaultServer();
await server.start();
catchWhatNobodyCatches();
for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await runCell(JSON.parse(line) as Cell, server))}\n`);
}
process.exit(0);

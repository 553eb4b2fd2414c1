import readline from "node:readline";
import util from "node:util";
import { CellRunner } from "./runCell.ts";
import type { Cell } from "./types.ts";

/** A child process: reads cells from stdin, one line of JSON each, and answers each with a line. */
const runner = new CellRunner();
await runner.start();
// superagent 3 warns of what the records already show
console.warn = () => undefined;
try {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await runner.run(JSON.parse(line) as Cell))}\n`);
  }
} catch (error) {
  // said here, since the runner takes what nobody catches for the program's
  process.stderr.write(`${util.inspect(error)}\n`);
  process.exit(1);
}
process.exit(0);

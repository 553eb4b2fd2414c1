import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import type { Cell, CellRecord } from "./types.ts";

const worker = path.join(import.meta.dirname, "worker.ts");

/** Runs all cells in a few child processes, and gives their records in the same order. */
export async function runCells(
  cells: readonly Cell[],
  processes = Math.min(os.availableParallelism(), 4),
): Promise<CellRecord[]> {
  const shares = Array.from({ length: processes }, (_, share) =>
    cells.filter((_cell, index) => index % processes === share),
  );
  const records = await Promise.all(shares.map(runShare));
  return cells.map((_cell, index) => records[index % processes]![Math.floor(index / processes)]!);
}

/** One cell at a time, so that what nobody catches belongs to the cell that runs. */
async function runShare(cells: readonly Cell[]): Promise<CellRecord[]> {
  const child = spawn(process.execPath, ["--import", "jiti/register", worker], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const records: CellRecord[] = [];
  for (const cell of cells) {
    child.stdin.write(`${JSON.stringify(cell)}\n`);
    const answer = await answers.next();
    if (answer.done) throw new Error(`the process died in ${cell.name} (${cell.side}, ${cell.fault})`);
    records.push(JSON.parse(answer.value) as CellRecord);
  }
  child.stdin.end();
  return records;
}

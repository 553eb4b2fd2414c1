import { spawn } from "node:child_process";
import os from "node:os";
import readline from "node:readline";

/** How cells are spread over processes. */
interface Processes {
  readonly count?: number;
  /** Added to the environment of each process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs cells in a few child processes of the worker's module, and gives their records in the same order. A process
 * has one cell at a time, so that what nobody catches belongs to the cell that runs.
 */
export async function runInProcesses<Cell, CellRecord>(
  worker: string,
  cells: readonly Cell[],
  { count = Math.min(os.availableParallelism(), 4), env = {} }: Processes = {},
): Promise<CellRecord[]> {
  const records = new Map<number, CellRecord>();
  const rest = cells.entries();
  await Promise.all(
    Array.from({ length: Math.min(count, cells.length) }, async () => {
      const child = spawn(process.execPath, ["--import", "jiti/register", worker], {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, ...env },
      });
      const answers = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      for (const [index, cell] of rest) {
        child.stdin.write(`${JSON.stringify(cell)}\n`);
        const answer = await answers.next();
        if (answer.done) throw new Error(`the process died in ${JSON.stringify(cell).slice(0, 200)}`);
        records.set(index, JSON.parse(answer.value) as CellRecord);
      }
      child.stdin.end();
    }),
  );
  return cells.map((_cell, index) => records.get(index)!);
}

import fs from "node:fs";
import { writePrograms } from "./programs.ts";
import { runProgram } from "./runProgram.ts";
import { scenarios, type Scenario } from "./scenarios.ts";

/** What becomes of one fault, as the program was and as it is rewritten. */
export interface Row {
  readonly scenario: Scenario;
  readonly fault: string;
  readonly before: string;
  readonly after: string;
}

const AT_ONCE = 4;

/** Runs every program before and after under every fault. */
export async function measureRows(): Promise<readonly Row[]> {
  const folders = writePrograms();
  const cells = scenarios.flatMap((scenario) =>
    scenario.faults.map(([label, fault]) => ({ scenario, label, fault })),
  );
  const rows: Row[] = [];
  const rest = cells.entries();
  const work = async (): Promise<void> => {
    for (const [index, { scenario, label, fault }] of rest) {
      const before = scenario.judge(await runProgram(folders.before, scenario.program, fault));
      const after = scenario.judge(await runProgram(folders.after, scenario.program, fault));
      rows[index] = { scenario, fault: label, before, after };
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    for (const folder of [folders.before, folders.after]) fs.rmSync(folder, { recursive: true });
  }
  return rows;
}

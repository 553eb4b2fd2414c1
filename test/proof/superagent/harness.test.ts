import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runInProcesses } from "../runInProcesses.ts";
import { content, digestOf } from "./content.ts";
import type { FaultName } from "./faults.ts";
import { judge, type Problem } from "./judge.ts";
import { programs } from "./programs.ts";
import type { Cell, CellRecord, Version } from "./types.ts";

const run = (cells: readonly Cell[], count: number): Promise<CellRecord[]> =>
  runInProcesses<Cell, CellRecord>(path.join(import.meta.dirname, "worker.ts"), cells, {
    count,
    env: { UV_THREADPOOL_SIZE: "1", NODE_NO_WARNINGS: "1" },
  });

const createCell = (name: keyof typeof programs, fault: FaultName, version: Version): Cell => ({
  name,
  side: "output",
  fault,
  version,
  fileName: `${name}.js`,
  source: programs[name],
  express: 4,
});

/** Programs with a known flaw, and what the measurements (facts, section 2 and 3) say of them. */
const known: readonly (readonly [keyof typeof programs, FaultName, Version, readonly Problem[]])[] = [
  ["bare", "plain", "10", []],
  ["bare", "refused", "10", ["HANG"]],
  ["bare", "status-404", "3", ["BAD"]],
  ["bare", "status-500", "10", ["BAD"]],
  ["bare", "cut-length", "10", ["CRASH", "HANG"]],
  ["bare", "cut-chunks", "3", ["CRASH", "HANG"]],
  ["bare", "gzip-truncated", "10", ["HANG"]],
  ["bare", "redirect-nowhere", "3", ["CRASH", "HANG"]],
  ["bare", "redirect-nowhere", "5", ["HANG"]],
  ["bare", "cut-undelimited", "10", ["BAD"]],
  ["bare", "dest-missing", "10", ["CRASH"]],
  ["bare", "dest-full", "10", ["CRASH", "LEAK"]],
  ["bare", "dest-destroyed", "10", ["SILENT", "LEAK"]],
  ["bare", "stall", "10", ["HANG", "LEAK"]],
  ["seed", "refused", "10", ["OPEN"]],
  ["seed", "stall", "8", ["CRASH", "OPEN"]],
  ["twice", "stall", "10", ["TWICE", "OPEN"]],
  ["early", "plain", "10", ["EARLY"]],
  ["alarmist", "plain", "10", ["FALSE"]],
  ["talkative", "status-404", "10", ["SECRET"]],
  ["finished", "cut-length", "10", []],
  ["finished", "stall", "3", []],
  ["finished", "gzip-crc", "9", []],
  ["bareHandler", "plain", "10", []],
  ["bareHandler", "status-404", "10", ["BAD"]],
  ["bareHandler", "reset", "10", ["HANG"]],
  ["bareHandler", "client-gone", "10", ["LEAK"]],
  ["endingHandler", "cut-chunks", "10", ["BAD"]],
  ["lostHandler", "refused", "10", ["CRASH", "HANG"]],
];

describe("the proof's own measuring", () => {
  const cells = known.map(([name, fault, version]) => createCell(name, fault, version));
  let records: readonly CellRecord[];
  beforeAll(async () => {
    records = await run(cells, 1);
  }, 120_000);

  const expected = { content: digestOf(content), empty: "empty", mayBeEmpty: true, isAwaited: true };

  test.for(known.map((row, index) => [row, index] as const))("%j", ([[, , , problems], index]) => {
    expect(judge(records[index]!, expected, []).problems).toEqual(problems);
  });

  test("a cell in a process of its own gives the same record", async () => {
    const some = known.flatMap(([, , , problems], index) =>
      problems[0] === "CRASH" ? [index, index + 1] : [],
    );
    const alone = await Promise.all(some.slice(0, 6).map((index) => run([cells[index]!], 1)));
    expect(alone.flat()).toEqual(some.slice(0, 6).map((index) => records[index]));
  });
});

import path from "node:path";
import { findFileCases, type FileCase } from "../../fixtures/cases.ts";
import { runInProcesses } from "../runInProcesses.ts";
import { hangingFaults, settlingFaults, type Cell, type CellRecord, type Fault, type Side } from "./types.ts";

/** Both sides of one fixture, under each fault. */
export interface Measurement {
  readonly fixture: FileCase;
  readonly records: ReadonlyMap<Fault, Readonly<Record<Side, CellRecord>>>;
}

/** Runs input and output of all pairs under all faults. */
export async function measure(): Promise<Measurement[]> {
  const fixtures = findFileCases("pusher").filter((fixture) => !fixture.skip && fixture.output !== undefined);
  const cells = fixtures.flatMap((fixture) =>
    faultsFor(fixture).flatMap((fault) => [
      createCell(fixture, "input", fault),
      createCell(fixture, "output", fault),
    ]),
  );
  const records = await runInProcesses<Cell, CellRecord>(path.join(import.meta.dirname, "worker.ts"), cells);
  const rest = records[Symbol.iterator]();
  const take = (): CellRecord => rest.next().value as CellRecord;
  return fixtures.map((fixture) => ({
    fixture,
    records: new Map(faultsFor(fixture).map((fault) => [fault, { input: take(), output: take() }])),
  }));
}

/** What never settles takes its time, so that one plain fixture for each function of the SDK goes through it. */
const faultsFor = (fixture: FileCase): readonly Fault[] => [
  "ok",
  ...settlingFaults,
  ...(fixture.name.startsWith("function-") ? hangingFaults : []),
];

function createCell(fixture: FileCase, side: Side, fault: Fault): Cell {
  return {
    name: fixture.name,
    side,
    fault,
    fileName: `${fixture.name}.${fixture.extension}`,
    source: side === "input" ? fixture.input : fixture.output!,
    typesFrom: fixture.input,
    express: /"express": "\^5/.test(fixture.manifest ?? "") ? 5 : 4,
  };
}

import path from "node:path";
import type { FileCase } from "../../fixtures/cases.ts";
import { runInProcesses } from "../runInProcesses.ts";
import { allFixtures } from "../superagent/fixtures.ts";
import { isPipe } from "../superagent/measure.ts";
import type { Cell, CellRecord, Fault, Side } from "./types.ts";

/** Both sides of one fixture, under each fault. */
export interface Measurement {
  readonly name: string;
  readonly records: ReadonlyMap<Fault, Readonly<Record<Side, CellRecord>>>;
}

/** The fixtures without a pipe: requests that are awaited, chained, sent with `end`, or not at all. */
export const callFixtures: readonly FileCase[] = allFixtures.filter(
  (fixture) =>
    !fixture.skip && fixture.output !== undefined && fixture.output !== fixture.input && !isPipe(fixture),
);

/** Runs input and output of all of them under all faults that concern them. */
export async function measure(): Promise<Measurement[]> {
  const cells = callFixtures.flatMap((fixture) =>
    faultsFor(fixture).flatMap((fault) => [
      createCell(fixture, "input", fault),
      createCell(fixture, "output", fault),
    ]),
  );
  const worker = path.join(import.meta.dirname, "worker.ts");
  const records = await runInProcesses<Cell, CellRecord>(worker, cells, { count: 4 });
  const rest = records[Symbol.iterator]();
  const take = (): CellRecord => rest.next().value as CellRecord;
  return callFixtures.map((fixture) => ({
    name: fixture.name,
    records: new Map(faultsFor(fixture).map((fault) => [fault, { input: take(), output: take() }])),
  }));
}

/** No program ends a wait without a timeout, and none has an answer too large without a limit. */
function faultsFor({ input }: FileCase): Fault[] {
  const faults: Fault[] = ["ok", "401", "404", "500", "invalid-json", "refused", "reset", "cut"];
  if (/\.maxResponseSize\s*\(/.test(input)) faults.push("too-large");
  if (/\.timeout\s*\(/.test(input)) faults.push("timeout");
  return faults;
}

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

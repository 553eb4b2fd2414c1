import path from "node:path";
import type { FileCase } from "../../fixtures/cases.ts";
import { readExpectation } from "../../fixtures/expectation.ts";
import { runInProcesses } from "../runInProcesses.ts";
import { content, digestOf, unzips } from "./content.ts";
import { contextOf, faultsFor, type Context } from "./context.ts";
import type { FaultName } from "./faults.ts";
import { judge, type Expectation, type Verdict } from "./judge.ts";
import type { Cell, CellRecord, Side, Version } from "./types.ts";

/** One run of one side under one fault with one version, judged. */
export interface JudgedCell {
  readonly side: Side;
  readonly fault: FaultName;
  readonly version: Version;
  readonly record: CellRecord;
  readonly verdict: Verdict;
}

/** All that was measured of one fixture. */
export interface Measurement {
  readonly name: string;
  /** Why it cannot be run; then there are no cells. */
  readonly notExecuted?: string;
  readonly context: Context;
  /** True for the first fixture of its context, which went through all versions. */
  readonly isRepresentative: boolean;
  readonly cells: readonly JudgedCell[];
}

const sides: readonly Side[] = ["input", "output"];

/** What runs with which versions, for the first fixture of each context and for the others. */
const versionsOf = {
  representative: { input: ["3", "5", "8", "9", "10"], output: ["3", "5", "8", "9", "10"] },
  other: { input: ["10"], output: ["3", "10"] },
} as const satisfies Readonly<Record<string, Readonly<Record<Side, readonly Version[]>>>>;

/** Fixtures with a pipe that is rewritten. */
export const isRewrittenPipe = (fixture: FileCase): boolean =>
  isPipe(fixture) && !isLeftToAPerson(fixture) && fixture.output !== fixture.input;

/** Fixtures with a pipe that is reported, and left to a person (`manual`). */
export const isUnrewrittenPipe = (fixture: FileCase): boolean => isPipe(fixture) && !isRewrittenPipe(fixture);

/** Fixtures whose request goes into a stream, and that have an output. */
export const isPipe = ({ skip, input, output }: FileCase): boolean =>
  !skip && output !== undefined && /\.pipe\s*\(|\bpipeline\s*\(/.test(input);

const isLeftToAPerson = ({ name }: FileCase): boolean =>
  readExpectation("superagent", name)?.findings.some(
    ({ rule = "", safety }) => rule.startsWith("superagent/pipe-") && safety === "manual",
  ) ?? false;

/** A fixture after a first run, which tells what kind of program it is. */
interface Probe {
  readonly fixture: FileCase;
  readonly notExecuted?: string;
  readonly context: Context;
  readonly expected: Expectation;
}

/** Runs both sides of each fixture under all faults that concern it. */
export async function measure(fixtures: readonly FileCase[]): Promise<Measurement[]> {
  const probes = await probe(fixtures);
  const isFirst = ({ context, notExecuted }: Probe, index: number): boolean =>
    notExecuted === undefined &&
    !probes.slice(0, index).some((other) => other.notExecuted === undefined && other.context === context);
  const jobs = probes.flatMap((each, index) =>
    each.notExecuted === undefined
      ? listCells(each, versionsOf[isFirst(each, index) ? "representative" : "other"])
      : [],
  );
  const records = await runCells(jobs);
  return probes.map((each, index) => ({
    name: each.fixture.name,
    ...(each.notExecuted === undefined ? {} : { notExecuted: each.notExecuted }),
    context: each.context,
    isRepresentative: isFirst(each, index),
    cells: judgeAll(
      records.filter(({ name }) => name === each.fixture.name),
      each.expected,
    ),
  }));
}

function listCells(
  { fixture, context }: Probe,
  versions: Readonly<Record<Side, readonly Version[]>>,
): Cell[] {
  return faultsFor(context).flatMap((fault) =>
    sides.flatMap((side) => versions[side].map((version) => createCell(fixture, side, fault, version))),
  );
}

function judgeAll(records: readonly CellRecord[], expected: Expectation): JudgedCell[] {
  return records.map((record) => {
    const { side, fault, version } = record;
    const ownLines = records
      .filter((other) => other.side === "input" && other.fault === fault)
      .flatMap(({ lines }) => lines);
    return { side, fault, version, record, verdict: judge(record, expected, ownLines) };
  });
}

/** Runs each side once, with the newest version and no fault. */
async function probe(fixtures: readonly FileCase[]): Promise<Probe[]> {
  const records = await runCells(
    fixtures.flatMap((fixture) => sides.map((side) => createCell(fixture, side, "plain", "10"))),
  );
  return fixtures.map((fixture, index) => {
    const [before, after] = records.slice(2 * index, 2 * index + 2);
    const reason = before!.notExecuted ?? after!.notExecuted ?? whyNothingIsSeen(after!);
    return {
      fixture,
      ...(reason === undefined ? {} : { notExecuted: reason }),
      context: contextOf(fixture, after!),
      expected: {
        content: digestFrom(before!) ?? digestOf(content),
        empty: "empty",
        mayBeEmpty: !unzips(fixture.input),
        isAwaited: /(?:\bawait|\breturn)\s[^;{}]*\.pipe\s*\(|new Promise/.test(fixture.input),
      },
    };
  });
}

function whyNothingIsSeen({ requests, destinations, answer }: CellRecord): string | undefined {
  if (requests === 0) return "its function sends no request";
  return destinations.length === 0 && !answer ? "what it pipes into is its own" : undefined;
}

/** The digest of what a program has written, where it has written anything in full. */
function digestFrom({ destinations, answer }: CellRecord): string | undefined {
  const isAnswered = answer?.state === "complete" && answer.status === 200;
  const isWritten = destinations.length > 0 && destinations.every(({ state }) => state === "finished");
  const written = answer ?? destinations[0];
  return (isAnswered || isWritten) && written !== undefined && written.bytes > 0 ? written.digest : undefined;
}

const runCells = (cells: readonly Cell[]): Promise<CellRecord[]> =>
  runInProcesses<Cell, CellRecord>(path.join(import.meta.dirname, "worker.ts"), cells, {
    // most of a cell's time is spent waiting for silence, so more processes than processors
    count: 4,
    // one thread, so that a round trip through the pool shows that the rest of it is idle; superagent 3's use of
    // what Node has since deprecated is no news
    env: { UV_THREADPOOL_SIZE: "1", NODE_NO_WARNINGS: "1" },
  });

function createCell(fixture: FileCase, side: Side, fault: FaultName, version: Version): Cell {
  return {
    name: fixture.name,
    side,
    fault,
    version,
    fileName: `${fixture.name}.${side}.${fixture.extension}`,
    source: side === "input" ? fixture.input : fixture.output!,
    express: /"express": "\^5/.test(fixture.manifest ?? "") ? 5 : 4,
  };
}

import fs from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { tablePath } from "../superagent/table.ts";
import { exceptions } from "./exceptions.ts";
import { judge } from "./judge.ts";
import { callFixtures, measure, type Measurement } from "./measure.ts";
import { renderCalls } from "./renderCalls.ts";

describe("every superagent fixture without a pipe, before and after, under every fault", () => {
  let measurements: ReadonlyMap<string, Measurement>;
  beforeAll(async () => {
    measurements = new Map((await measure()).map((measurement) => [measurement.name, measurement]));
  }, 600_000);

  const problemsOf = (name: string): string[] => {
    const measurement = measurements.get(name)!;
    return [...measurement.records.keys()].flatMap((fault) => judge(measurement, fault));
  };

  test.for(callFixtures.map(({ name }) => name))("%s", (name) => {
    const explains = exceptions[name]?.explains;
    expect(problemsOf(name).filter((problem) => !explains?.test(problem))).toEqual([]);
  });

  test.skipIf(process.env["CASE"])("each exception still explains something", () => {
    const needless = Object.entries(exceptions).filter(
      ([name, { explains }]) =>
        !measurements.has(name) || !problemsOf(name).some((problem) => explains.test(problem)),
    );
    expect(needless.map(([name]) => name)).toEqual([]);
  });

  test.skipIf(process.env["CASE"])("docs/proof.md says what was measured", () => {
    expect(fs.readFileSync(tablePath, "utf8")).toContain(renderCalls([...measurements.values()]));
  });
});

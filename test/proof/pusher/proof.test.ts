import fs from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { findFileCases } from "../../fixtures/cases.ts";
import { exceptions } from "./exceptions.ts";
import { judge } from "./judge.ts";
import { measure, type Measurement } from "./measure.ts";
import { renderTable, tablePath } from "./table.ts";
import { hangingFaults } from "./types.ts";

const names = findFileCases("pusher")
  .filter((fixture) => !fixture.skip && fixture.output !== undefined)
  .map((fixture) => fixture.name);

describe("every pusher fixture, input and output, against the real SDK under every fault", () => {
  let measurements: ReadonlyMap<string, Measurement>;
  beforeAll(async () => {
    measurements = new Map((await measure()).map((measurement) => [measurement.fixture.name, measurement]));
  }, 600_000);

  test.for(names)("%s", (name) => {
    const explains = exceptions[name]?.explains;
    expect(problemsOf(measurements.get(name)!).filter((problem) => !explains?.test(problem))).toEqual([]);
  });

  test.skipIf(process.env["CASE"])("each exception still explains something", () => {
    const needless = Object.entries(exceptions).filter(
      ([name, { explains }]) =>
        !problemsOf(measurements.get(name)!).some((problem) => explains.test(problem)),
    );
    expect(needless.map(([name]) => name)).toEqual([]);
  });

  test.skipIf(process.env["CASE"])(
    "what the SDK never settles stays unsettled, and nothing else happens",
    () => {
      const records = [...measurements.values()].flatMap(({ records: byFault }) =>
        hangingFaults.flatMap((fault) => byFault.get(fault) ?? []),
      );
      expect(records.length).toBe(12);
      for (const { input, output } of records) {
        expect(output.calls).toEqual(input.calls);
        expect(output.calls.some((call) => call.endsWith(": pending"))).toBe(true);
        expect([...output.unhandled, ...output.uncaught, ...output.logs]).toEqual([]);
      }
    },
  );

  test.skipIf(process.env["CASE"])("docs/proof-pusher.md says what was measured", () => {
    expect(renderTable([...measurements.values()])).toBe(fs.readFileSync(tablePath, "utf8"));
  });
});

function problemsOf({ fixture, records }: Measurement): string[] {
  const isRewritten = fixture.input !== fixture.output;
  return [...records]
    .filter(([fault]) => !hangingFaults.includes(fault))
    .flatMap(([fault, sides]) => judge(fault, sides, isRewritten));
}

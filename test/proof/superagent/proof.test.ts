import fs from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { exceptions, notRun } from "./exceptions.ts";
import { rewrittenPipes, unrewrittenPipes } from "./fixtures.ts";
import { measure, type Measurement } from "./measure.ts";
import { listFaults, listProblems } from "./problems.ts";
import { residualOf, residuals } from "./residuals.ts";
import { renderTable, tablePath } from "./table.ts";

describe("every pipe of the superagent fixtures, before and after, under every fault", () => {
  let measurements: ReadonlyMap<string, Measurement>;
  beforeAll(async () => {
    measurements = new Map((await measure(rewrittenPipes)).map((each) => [each.name, each]));
  }, 600_000);

  test.for(rewrittenPipes.map(({ name }) => name))("%s", (name) => {
    const measurement = measurements.get(name)!;
    expect(measurement.notExecuted).toBe(notRun[name]);
    expect(listFaults(measurement)).toEqual([]);
  });

  const all = (): Measurement[] => [...measurements.values()];

  test.skipIf(process.env["CASE"])("each exception still explains something", () => {
    const needless = Object.entries(exceptions).filter(
      ([name, { explains }]) =>
        !measurements.has(name) ||
        !listProblems(measurements.get(name)!).some((problem) => explains.test(problem)),
    );
    expect(needless.map(([name]) => name)).toEqual([]);
  });

  test.skipIf(process.env["CASE"])("each residual still explains something", () => {
    const met = new Set(
      all().flatMap(({ cells }) =>
        cells.flatMap(({ side, verdict, record }) =>
          side === "output" ? verdict.problems.map((problem) => residualOf(problem, record)) : [],
        ),
      ),
    );
    expect(residuals.filter((residual) => !met.has(residual)).map(({ name }) => name)).toEqual([]);
  });

  test.skipIf(process.env["CASE"])("docs/proof.md says what was measured", () => {
    const document = fs.readFileSync(tablePath, "utf8");
    expect(document.slice(0, document.indexOf("\n## Calls without a pipe"))).toBe(
      renderTable(all(), unrewrittenPipes),
    );
  });
});

import fs from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { measureRows, type Row } from "./measure.ts";
import { documentFile, documentOf } from "./writeDocument.ts";

let rows: readonly Row[];
beforeAll(async () => {
  rows = await measureRows();
}, 120_000);

const of = (program: string) => rows.filter(({ scenario }) => scenario.program === program);

test("docs/proof-seuraa.md says what is measured", async () => {
  expect(await documentOf(rows)).toBe(fs.readFileSync(documentFile, "utf8"));
});

test("each pattern is mended: something that went wrong before does not after", () => {
  const programs = [...new Set(rows.map(({ scenario }) => scenario.program))];
  expect(programs.filter((program) => of(program).every(({ before, after }) => before === after))).toEqual(
    [],
  );
});

test("no fault is silent after the rewrite, and no process dies", () => {
  const failing = rows.filter(({ fault }) => fault !== "nothing");
  const bad =
    /nothing is said|not reported|hears nothing|the process dies|shown as saved|answers 204|at once|server's answer/;
  expect(failing.filter(({ after }) => bad.test(after))).toEqual([]);
});

test("without a fault nothing changes", () => {
  const fine = rows.filter(({ fault }) => fault === "nothing");
  expect(fine.length).toBeGreaterThan(3);
  expect(fine.filter(({ before, after }) => before !== after)).toEqual([]);
});

test("only what may be repeated is repeated", () => {
  for (const { fault, after } of [...of("b8"), ...of("n3")]) {
    const mayRepeat = fault.includes("(backoff)") || fault === "no answer";
    expect([fault, after.startsWith("sent once")]).toEqual([fault, !mayRepeat]);
  }
});

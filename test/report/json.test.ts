import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { reporters, type ReportOptions } from "../../src/report/index.ts";
import { changeOf, fileOf, findingOf, resultOf } from "./fakeResult.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"),
) as object;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const OPTIONS: ReportOptions = {
  cwd: "/repo",
  color: true,
  width: 80,
  isTerminal: true,
  verbose: true,
  quiet: false,
  safety: "safe",
  paths: [],
};

const RESULT = resultOf(
  [
    fileOf("src/b.ts", {
      callSites: 4,
      findings: [
        findingOf({
          file: "src/b.ts",
          fingerprint: "late",
          span: { line: 9, column: 1 },
          fix: { applied: true },
        }),
        findingOf({
          file: "src/b.ts",
          fingerprint: "early",
          span: { line: 2, column: 7 },
          severity: "warning",
          fix: { safety: "review", reason: "why" },
        }),
        findingOf({
          file: "src/b.ts",
          fingerprint: "quiet",
          span: { line: 3 },
          suppressed: true,
          trace: [{ file: "src/lib.ts", line: 4, note: "made here" }],
        }),
        findingOf({
          file: "src/b.ts",
          fingerprint: "info",
          span: { line: 4 },
          severity: "info",
          fix: { safety: "manual" },
        }),
      ],
      change: changeOf("src/b.ts", "a\n", "b\n", ["late"]),
    }),
    fileOf("src/a.ts", { status: "failed", stage: "parse", reason: "Unexpected token" }),
    fileOf("src/c.ts", { status: "skipped" }),
  ],
  { root: "/repo/packages/api" },
);

function document(result = RESULT): Record<string, unknown> {
  return JSON.parse(reporters.get("json")?.(result, OPTIONS) ?? "") as Record<string, unknown>;
}

describe("json", () => {
  test.each(["scan", "dry-run", "write"] as const)("is valid against the schema, mode %s", (mode) => {
    expect(validate(document({ ...RESULT, mode }))).toBe(true);
    expect(validate(document({ ...RESULT, mode, files: [] }))).toBe(true);
  });

  test("the schema refuses what is not in it, and misses what must be", () => {
    const good = document();
    const withoutOne = Object.keys(good).map((key) =>
      Object.fromEntries(Object.entries(good).filter(([name]) => name !== key)),
    );
    expect(withoutOne.filter((less) => validate(less))).toEqual([]);
    expect(validate({ ...good, more: 1 })).toBe(false);
    expect(
      validate({ ...good, findings: [{ ...(good["findings"] as object[])[0], severity: "fatal" }] }),
    ).toBe(false);
  });

  test("is exactly the document of the specification", () => {
    expect(document({ ...RESULT, mode: "write" })).toEqual({
      schemaVersion: 1,
      tool: { name: "sadpath", version: "0.1.0" },
      mode: "write",
      root: "packages/api",
      findings: [
        finding("early", {
          line: 2,
          column: 7,
          severity: "warning",
          fix: { safety: "review", reason: "why" },
        }),
        finding("quiet", {
          line: 3,
          suppressed: true,
          trace: [{ file: "src/lib.ts", line: 4, note: "made here" }],
        }),
        finding("info", { line: 4, severity: "info", fix: { safety: "manual" } }),
        finding("late", { line: 9, column: 1, fix: { applied: true } }),
      ],
      changes: [
        {
          file: "src/b.ts",
          added: 1,
          removed: 1,
          diff: "--- a/src/b.ts\n+++ b/src/b.ts\n@@ -1 +1 @@\n-a\n+b\n",
          fingerprints: ["late"],
        },
      ],
      files: [
        { file: "src/a.ts", status: "failed", stage: "parse", reason: "Unexpected token" },
        { file: "src/c.ts", status: "skipped", stage: "unknown", reason: "" },
      ],
      summary: {
        filesScanned: 40,
        filesParsed: 3,
        callSites: 4,
        findings: { error: 1, warning: 1, info: 1 },
        fixable: { safe: 1, review: 1, manual: 0 },
        changed: 1,
        failed: 1,
        durationMs: 812,
      },
    });
  });

  test("in a dry run nothing is applied, whatever the plan says; the root is never empty", () => {
    const fixes = document()["findings"] as { fix: { applied: boolean } }[];
    expect(fixes.map(({ fix }) => fix.applied)).toEqual([false, false, false, false]);
    expect(document({ ...RESULT, root: "/repo" })["root"]).toBe(".");
  });
});

function finding(
  fingerprint: string,
  { fix = {}, ...rest }: { fix?: object; [key: string]: unknown },
): object {
  return {
    rule: "pusher/api-error",
    contract: "pusher",
    function: "trigger",
    severity: "error",
    file: "src/b.ts",
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 34,
    disposition: "awaited",
    message: "pusher.trigger may reject, and nobody handles it.",
    trace: [],
    fix: { transform: "pusher", safety: "safe", applied: false, title: "wrap in try/catch", ...fix },
    suppressed: false,
    fingerprint,
    rulePage: "docs/rules/pusher/api-error.md",
    ...rest,
  };
}

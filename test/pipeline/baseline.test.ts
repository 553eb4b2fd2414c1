import { join } from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { RunResult } from "../../src/model/result.ts";
import {
  applyBaseline,
  EMPTY_BASELINE,
  readBaseline,
  updateBaseline,
  writeBaseline,
} from "../../src/pipeline/baseline.ts";
import { fileOf, findingOf, resultOf } from "../report/fakeResult.ts";
import { readText, tempFolder } from "./tempRepo.ts";

const lookedAt = (rule: string, file: string): boolean =>
  rule === "pusher/api-error" && file !== "elsewhere.ts";
const everywhere = (): boolean => true;

function run(findings: readonly Finding[], mode: RunResult["mode"] = "scan"): RunResult {
  const names = [...new Set(findings.map(({ file }) => file))];
  return resultOf(
    names.map((name) => fileOf(name, { findings: findings.filter(({ file }) => file === name) })),
    { mode },
  );
}

test("what the baseline knows is marked, and nothing else", () => {
  const known = findingOf({ fingerprint: "known" });
  const fresh = findingOf({ fingerprint: "new" });
  const baseline = updateBaseline(EMPTY_BASELINE, run([known]), everywhere);
  const marked = applyBaseline(run([known, fresh]), baseline).files[0]?.findings;
  expect(marked?.map(({ baselined }) => baselined)).toEqual([true, undefined]);
});

test("an update adds what is new and prunes what is gone, but only where the run has looked", () => {
  const old = ["gone", "elsewhere", "other-rule", "failed"].map((fingerprint) =>
    findingOf({
      fingerprint,
      file: `${fingerprint}.ts`,
      rule: fingerprint === "other-rule" ? "pusher/get-api-error" : "pusher/api-error",
    }),
  );
  const before = updateBaseline(EMPTY_BASELINE, run(old), everywhere);
  const result = resultOf([
    fileOf("new.ts", { findings: [findingOf({ fingerprint: "new", file: "new.ts" })] }),
    fileOf("failed.ts", { status: "failed" }),
  ]);
  const after = updateBaseline(before, result, lookedAt);
  expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual([
    "elsewhere",
    "failed",
    "new",
    "other-rule",
  ]);
});

test("suppressed findings, and those that a write has just mended, do not enter it", () => {
  const applied = findingOf({ fingerprint: "mended", fix: { applied: true } });
  const findings = [
    applied,
    findingOf({ fingerprint: "quiet", suppressed: true }),
    findingOf({ fingerprint: "left" }),
  ];
  const fingerprints = (mode: RunResult["mode"]): string[] =>
    updateBaseline(EMPTY_BASELINE, run(findings, mode), everywhere).findings.map(
      ({ fingerprint }) => fingerprint,
    );
  expect(fingerprints("write")).toEqual(["left"]);
  expect(fingerprints("dry-run")).toEqual(["left", "mended"]);
});

test("the file is stable, one finding on a line, and is read back; a foreign one is refused", async () => {
  const path = join(tempFolder({ "other.json": "[]" }), "baseline.json");
  expect(await readBaseline(path)).toBeUndefined();
  const baseline = updateBaseline(
    EMPTY_BASELINE,
    run([findingOf({ fingerprint: "b" }), findingOf({ fingerprint: "a" })]),
    everywhere,
  );
  await writeBaseline(path, baseline);
  const text = readText(join(path, ".."), "baseline.json");
  expect(text.split("\n").filter((line) => line.includes("fingerprint"))).toHaveLength(2);
  expect(await readBaseline(path)).toEqual(baseline);
  await writeBaseline(path, EMPTY_BASELINE);
  expect(await readBaseline(path)).toEqual(EMPTY_BASELINE);
  await expect(readBaseline(join(path, "../other.json"))).rejects.toThrow(/is not a sadpath baseline/);
});

import { describe, expect, test } from "vitest";
import { fixturesByRule, patternContracts } from "../../scripts/docs/patternTable.ts";

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

describe.for(patternContracts)("$name", ({ name, rules }) => {
  test("each pattern has a rule of its own, and each rule a fixture", () => {
    const patterns = rules.map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
    const shown = fixturesByRule(name);
    expect(rules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("what a fixture rewrites is no report-only rule, and the other way round", () => {
    const shown = fixturesByRule(name);
    const isRewritten = (id: string) => shown.get(id)?.some(({ safety }) => safety !== "manual") === true;
    expect(rules.filter(({ safety }) => safety !== "manual").filter(({ id }) => !isRewritten(id))).toEqual(
      [],
    );
  });
});

test("all patterns of the facts are there", () => {
  const patterns = patternContracts.flatMap(({ rules }) => rules.map(({ pattern }) => pattern));
  expect(patterns).toEqual([
    ...numbered("R", 13),
    ...numbered("S", 18),
    ...numbered("T", 2),
    // The other half of T2: a rule is named for one thing.
    "T2b",
    ...numbered("B", 9),
    ...numbered("N", 8),
  ]);
});

import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineReplacement } from "../../src/model/edit.ts";
import { joinReplacements, lineReplacementsBetween } from "../../src/text/lineReplacements.ts";

const text = array(constantFrom("a", "b", "", "  c", "a\r"), { maxLength: 12 }).chain((lines) =>
  constantFrom(lines.join("\n"), lines.map((line) => `${line}\n`).join("")),
);

function apply(before: string, replacements: readonly LineReplacement[]): string {
  const lines = before.split(/(?<=\n)/);
  for (const { line, count, text: inserted } of [...replacements].toReversed())
    lines.splice(line - 1, count, inserted);
  return lines.join("");
}

describe("line replacements", () => {
  test("turn any text into any other", () => {
    assert(
      property(text, text, (before, after) => {
        expect(apply(before, lineReplacementsBetween(before, after))).toBe(after);
      }),
    );
  });

  test("joined into one, still do", () => {
    assert(
      property(text, text, (before, after) => {
        const joined = joinReplacements(before, lineReplacementsBetween(before, after));
        expect(joined === undefined ? before : apply(before, [joined])).toBe(after);
      }),
    );
  });

  test("name as few lines as changed", () => {
    expect(lineReplacementsBetween("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")).toEqual([
      { line: 2, count: 1, text: "B\n" },
      { line: 5, count: 0, text: "e\n" },
    ]);
    expect(joinReplacements("a\n", [])).toBeUndefined();
  });
});

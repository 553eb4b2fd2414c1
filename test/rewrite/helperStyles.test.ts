import { describe, expect, test } from "vitest";
import { inStyle, type HelperSource } from "../../src/rewrite/realtime/helperFile.ts";
import { meteredErrorsHelper } from "../../src/rewrite/realtime/meteredErrorsHelper.ts";
import { meteredHelper } from "../../src/rewrite/realtime/meteredHelper.ts";
import { seuraaHelper } from "../../src/rewrite/realtime/seuraaHelper.ts";
import { parseText } from "../../src/syntax/parse.ts";

const helpers: readonly HelperSource[] = [meteredHelper, meteredErrorsHelper, seuraaHelper];
const forms = [
  { isTypeScript: true, isCommonJs: false },
  { isTypeScript: false, isCommonJs: false },
  { isTypeScript: false, isCommonJs: true },
];
const styles = (["'", '"'] as const).flatMap((quote) =>
  (["", ";"] as const).flatMap((semicolon) =>
    ["  ", "    ", "\t"].map((unit) => ({ quote, semicolon, unit })),
  ),
);

/** The program of a text, without where things stand and how they are spelled. */
const programOf = (text: string): string =>
  JSON.stringify(parseText(text, "helper.ts").program, (key, value: unknown) =>
    /^(start|end|loc|extra|range|\w*[cC]omments)$/.test(key) ? undefined : value,
  );

const cases = helpers.flatMap((helper) =>
  forms.map((form) => ({ name: helper.name, ...form, text: helper.write(form) })),
);

const depth = (line: string, step: string): number => line.split(step).findIndex((part) => part !== "");

describe.for(cases)("$name, TypeScript: $isTypeScript, CommonJS: $isCommonJs", ({ text }) => {
  test.for(styles)("says the same with $quote, $semicolon and $unit", (style) => {
    const styled = inStyle(text, style);
    // A line that begins with a bracket and has lost the semicolon above would be part of that line.
    expect(programOf(styled)).toBe(programOf(text));
    // Two spaces of the canonical form are one step of the project's.
    expect(styled.split("\n").map((line) => depth(line, style.unit))).toEqual(
      text.split("\n").map((line) => depth(line, "  ")),
    );
  });
});

test("a string keeps its quotes where it holds the others", () => {
  const style = { quote: "'", semicolon: ";", unit: "  " } as const;
  expect(inStyle(`f("it's", "two");\n`, style)).toBe(`f("it's", 'two');\n`);
});

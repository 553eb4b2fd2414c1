import { expect, test } from "vitest";
import { codeFrame } from "../../src/report/codeFrame.ts";
import { createPalette } from "../../src/report/palette.ts";

const palette = createPalette(false);

function frame(source: string, from: [number, number], to: [number, number], width = 80): string[] {
  const span = { start: 0, end: 0, line: from[0], column: from[1], endLine: to[0], endColumn: to[1] };
  return codeFrame(source, span, width, palette).split("\n");
}

test("the caret stands under the call, whatever stands before it", () => {
  for (const before of ["", "  ", "\t\t", "日本 ", "é\u0301 ", '"\u001b" ']) {
    const [code = "", caret = ""] = frame(
      `${before}call(x);`,
      [1, before.length + 1],
      [1, before.length + 8],
    );
    const column = Array.from(code.slice(0, code.indexOf("call"))).reduce(
      (sum, one) => sum + (/[日本]/.test(one) ? 2 : one === "\u0301" ? 0 : 1),
      0,
    );
    expect(caret.indexOf("^")).toBe(column);
    expect(caret.match(/\^+/)?.[0]).toHaveLength("call(x)".length);
  }
});

test("a call over several lines is marked on its first, and cut when it is long", () => {
  const source = ["before();", "call({", "  x0,", "  x1,", "  x2,", "  x3,", "});", "after();"].join("\n");
  expect(frame(source, [2, 1], [7, 3])).toEqual([
    "    1 │ before();",
    "  > 2 │ call({",
    "      │ ^^^^^^",
    "    3 │   x0,",
    "    4 │   x1,",
    "    5 │   x2,",
    "      │ …",
  ]);
});

test("a call far to the right is brought into view", () => {
  const source = `${"x".repeat(200)}; call(1);`;
  const [code = "", caret = ""] = frame(source, [1, 203], [1, 210], 60);
  expect(code).toContain("call(1)");
  expect(code.length).toBeLessThanOrEqual(60);
  expect(caret.indexOf("^")).toBe(code.indexOf("call(1)"));
});

test("a BOM shifts nothing, and a span outside of the text gives no frame", () => {
  expect(frame("\uFEFFcall();", [1, 1], [1, 7])[1]).toBe("      │ ^^^^^^");
  expect(frame("call();", [9, 1], [9, 7])).toEqual([""]);
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EDIT_HELP, parseEditedHunks } from "../../src/cli/interactive/editedHunks.ts";
import { spliceEdits } from "../../src/cli/interactive/spliceEdits.ts";
import { diffTexts } from "../../src/text/diff.ts";

/** The text with an edited diff applied; a string that begins with "!" where it is refused. */
function apply(diff: string, text: string): string {
  const parsed = parseEditedHunks(diff, text);
  return "problem" in parsed ? `!${parsed.problem}` : (spliceEdits(text, parsed.edits) ?? "!overlap");
}

const lines = fc.array(fc.constantFrom("", "a", "b", "  c", "+d", "-e", "# f", "@@ -1 +1 @@"), {
  minLength: 1,
  maxLength: 10,
});

test("a diff that comes back as it was does what it says, for all texts, LF or CRLF", () => {
  const texts = fc
    .tuple(lines, lines, fc.constantFrom("\n", "\r\n"))
    .filter(([before, after]) => before.join() !== after.join());
  fc.assert(
    fc.property(texts, ([before, after, eol]) => {
      const [old, fresh] = [before.join(eol) + eol, after.join(eol) + eol];
      const { diff } = diffTexts("x.ts", old, fresh);
      expect(apply(diff + EDIT_HELP, old)).toBe(fresh);
      // An editor that knows only one line ending must not bring it into the file.
      expect(apply(diff.replaceAll("\r", "") + EDIT_HELP, old)).toBe(fresh);
    }),
    { numRuns: 500 },
  );
});

test("a text without a last line ending keeps being without", () => {
  const old = "a\nb\nc";
  for (const fresh of ["a\nb\nd", "a\nb\nc\nd", "a\nb", "d\na\nb\nc"])
    expect(apply(diffTexts("x.ts", old, fresh).diff, old)).toBe(fresh);
});

test("counts in the headers need not be right, and an empty context line may have lost its blank", () => {
  const old = "a\n\nb\nc\n";
  expect(apply("@@ -1,99 +1,0 @@\n a\n\n-b\n+x\n+y\n c\n", old)).toBe("a\n\nx\ny\nc\n");
});

test("edits of one text that both need are applied once; overlapping ones are refused", () => {
  const shared = { start: 0, end: 0, text: "import x;\n" };
  expect(spliceEdits("\uFEFFa b", [shared, { start: 2, end: 3, text: "c" }, { ...shared }])).toBe(
    "\uFEFFimport x;\na c",
  );
  expect(
    spliceEdits("abc", [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ]),
  ).toBeUndefined();
});

import * as fc from "fast-check";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffTexts } from "../../src/text/diff.ts";
import { applyPatch, readText, runGit, tempFolder, writeFiles } from "./tempRepo.ts";

/** Few different lines, so that texts share some; what looks like a diff is among them. */
const line = fc.constantFrom(
  "",
  "a",
  "b",
  "  c",
  "+d",
  "-e",
  "--- a/x",
  "+++ b/x",
  "@@ -1 +1 @@",
  "\\ No newline",
  "é\u2028x",
  "\tf ",
);
const eol = fc.constantFrom("\n", "\r\n");
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), eol, fc.boolean(), fc.constantFrom("", "\uFEFF"))
  .map(([lines, end, isClosed, bom]) => {
    const body = lines.join(end) + (isClosed && lines.length > 0 ? end : "");
    return body === "" ? "" : bom + body;
  });

function emptyRepo(): string {
  const root = tempFolder();
  runGit(root, "init", "-q");
  return root;
}

describe("a diff is what git apply takes", () => {
  test("for any two texts: CRLF, BOM, no last newline, lines that look like a diff", () => {
    const root = emptyRepo();
    const different = fc.tuple(text, text).filter(([before, after]) => before !== after);
    fc.assert(
      fc.property(different, ([before, after]) => {
        writeFiles(root, { "x.ts": before });
        const { diff, added, removed } = diffTexts("x.ts", before, after);
        expect(applyPatch(root, diff)).toBe("");
        expect(readText(root, "x.ts")).toBe(after);
        expect(added + removed).toBeGreaterThan(0);
      }),
      { numRuns: 250 },
    );
    expect(diffTexts("x.ts", "a\r\n", "a\r\n")).toEqual({ diff: "", added: 0, removed: 0 });
  });

  test("for new files, empty ones included", () => {
    const root = emptyRepo();
    fc.assert(
      fc.property(text, (after) => {
        rmSync(join(root, "new.ts"), { force: true });
        expect(applyPatch(root, diffTexts("new.ts", "", after, { isNew: true }).diff)).toBe("");
        expect(existsSync(join(root, "new.ts"))).toBe(true);
        expect(readText(root, "new.ts")).toBe(after);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    "a b.ts",
    "app/[id]/page.tsx",
    'quo"te.ts',
    "tab\tname.ts",
    "über/日本.ts",
    "back\\slash.ts",
    "esc\u001b[31m.ts",
    "a\u0085b.ts",
  ])("for the path %j", (file) => {
    const root = emptyRepo();
    writeFiles(root, { [file]: "one\ntwo\n" });
    expect(applyPatch(root, diffTexts(file, "one\ntwo\n", "one\n2\n").diff)).toBe("");
    expect(readText(root, file)).toBe("one\n2\n");
    rmSync(join(root, file));
    expect(applyPatch(root, diffTexts(file, "", "new\n", { isNew: true }).diff)).toBe("");
    expect(readText(root, file)).toBe("new\n");
  });

  test("and works in a folder of the repository, for new files too", () => {
    const root = emptyRepo();
    writeFiles(root, { "pkg/a.ts": "1\n", "a.ts": "1\n" });
    const pkg = join(root, "pkg");
    expect(
      applyPatch(
        pkg,
        diffTexts("a.ts", "1\n", "2\n").diff + diffTexts("b.ts", "", "new\n", { isNew: true }).diff,
      ),
    ).toBe("");
    expect([readText(pkg, "a.ts"), readText(pkg, "b.ts"), readText(root, "a.ts")]).toEqual([
      "2\n",
      "new\n",
      "1\n",
    ]);
  });

  test("for a file that moves, changed or not, and with a path that git quotes", () => {
    const root = emptyRepo();
    writeFiles(root, { "a b.ts": "1\n2\n3\n", "plain.ts": "same\n" });
    const changed = diffTexts('src/"b".ts', "1\n2\n3\n", "1\ntwo\n3\n", { renamedFrom: "a b.ts" });
    const empty = diffTexts("empty.ts", "", "", { isNew: true });
    const moved = diffTexts("src/plain.ts", "same\n", "same\n", { renamedFrom: "plain.ts" });
    expect([changed.added, changed.removed, moved.added]).toEqual([1, 1, 0]);
    expect(
      applyPatch(
        root,
        changed.diff + moved.diff + empty.diff + diffTexts("new.ts", "", "x\n", { isNew: true }).diff,
      ),
    ).toBe("");
    expect([readText(root, 'src/"b".ts'), readText(root, "src/plain.ts"), readText(root, "new.ts")]).toEqual([
      "1\ntwo\n3\n",
      "same\n",
      "x\n",
    ]);
    expect([existsSync(join(root, "a b.ts")), existsSync(join(root, "plain.ts"))]).toEqual([false, false]);
  });

  test("and reads as git's own", () => {
    const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    const root = emptyRepo();
    writeFiles(root, { "x.ts": before });
    runGit(root, "add", "x.ts");
    const after = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n";
    writeFiles(root, { "x.ts": after });
    const own = runGit(root, "diff").split("\n").slice(2).join("\n");
    expect(diffTexts("x.ts", before, after)).toEqual({ diff: own, added: 1, removed: 1 });
  });
});

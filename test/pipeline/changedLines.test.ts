import * as fc from "fast-check";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { carryOver, changedInIndex, changedSince, touches } from "../../src/pipeline/changedLines.ts";
import { parseHunks } from "../../src/pipeline/parseHunks.ts";
import { carryLine, lineHunksBetween } from "../../src/text/lineHunks.ts";
import { commitAll, runGit, tempFolder, tempRepo, writeFiles } from "./tempRepo.ts";

const TEN = Array.from({ length: 10 }, (_, index) => `line ${index + 1}`);

function numbered(changes: Readonly<Record<number, string>> = {}): string {
  return `${TEN.map((line, index) => changes[index + 1] ?? line).join("\n")}\n`;
}

/** The lines of a file that a selection wants, asked one by one. */
function wanted(
  selects: (file: string, start: number, end: number) => boolean,
  file: string,
  lines = 14,
): number[] {
  return Array.from({ length: lines }, (_, index) => index + 1).filter((line) => selects(file, line, line));
}

describe("--since", () => {
  test("commits on this branch, staged and unstaged work and untracked files count; what main did meanwhile does not", async () => {
    const root = tempRepo({
      "a.ts": numbered(),
      "b.ts": numbered(),
      "old.ts": numbered(),
      "same.ts": numbered(),
    });
    runGit(root, "checkout", "-q", "-b", "work");
    writeFiles(root, { "a.ts": numbered({ 2: "committed" }) });
    commitAll(root, "work");
    runGit(root, "checkout", "-q", "main");
    writeFiles(root, { "b.ts": numbered({ 7: "on main" }) });
    commitAll(root, "main goes on");
    runGit(root, "checkout", "-q", "work");
    writeFiles(root, { "a.ts": numbered({ 2: "committed", 5: "staged" }) });
    runGit(root, "add", "a.ts");
    writeFiles(root, {
      "a.ts": numbered({ 2: "committed", 5: "staged", 9: "unstaged" }),
      "sub/new.ts": "x\n",
    });

    const selects = await changedSince(root, "main");
    expect(wanted(selects, "a.ts")).toEqual([2, 5, 9]);
    expect(wanted(selects, "b.ts")).toEqual([]);
    expect(wanted(selects, "same.ts")).toEqual([]);
    expect(wanted(selects, "sub/new.ts", 3)).toEqual([1, 2, 3]);
    expect(selects("a.ts", 3, 4)).toBe(false);
    expect(selects("a.ts", 3, 5)).toBe(true);
  });

  test("renames are followed: only the changed line of the moved file", async () => {
    const root = tempRepo({ "old name.ts": numbered() });
    renameSync(join(root, "old name.ts"), join(root, "nëw [name].ts"));
    writeFiles(root, { "nëw [name].ts": numbered({ 4: "changed" }) });
    commitAll(root, "move");
    expect(wanted(await changedSince(root, "HEAD~1"), "nëw [name].ts")).toEqual([4]);
  });

  test("names are relative to the root, also when it is a folder of the repository", async () => {
    const root = tempRepo({ "pkg/src/a.ts": numbered(), "src/a.ts": numbered() });
    writeFiles(root, { "pkg/src/a.ts": numbered({ 3: "x" }), "src/a.ts": numbered({ 8: "x" }) });
    expect(wanted(await changedSince(join(root, "pkg"), "HEAD"), "src/a.ts")).toEqual([3]);
  });

  test("a line that was taken out touches only what stood around it on both sides", async () => {
    const root = tempRepo({ "a.ts": numbered() });
    writeFiles(root, { "a.ts": TEN.filter((_, index) => index !== 4).join("\n") });
    const selects = await changedSince(root, "HEAD");
    expect(selects("a.ts", 4, 4)).toBe(false);
    expect(selects("a.ts", 5, 5)).toBe(false);
    expect(selects("a.ts", 4, 5)).toBe(true);
  });

  test("code that looks like a diff does not lead it astray", async () => {
    const lines = ["-- a/x", "++ b/evil.ts", "@@ -1 +1,9 @@", "x", "y", "z"];
    const root = tempRepo({ "a.ts": lines.join("\n"), "evil.ts": numbered() });
    writeFiles(root, { "a.ts": ["++ b/evil.ts", "@@ -1 +1,9 @@", "changed", "-- a/x", "y", "z"].join("\n") });
    const selects = await changedSince(root, "HEAD");
    expect(wanted(selects, "evil.ts")).toEqual([]);
    expect(selects("a.ts", 1, 6)).toBe(true);
    expect(wanted(selects, "a.ts").filter((line) => line > 4)).toEqual([]);
  });

  test("a repository's own diff settings change nothing", async () => {
    const root = tempRepo({ "a.ts": numbered(), ".gitattributes": "*.ts binary\n" });
    for (const [name, value] of [
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["diff.context", "9"],
      ["diff.interHunkContext", "9"],
      ["color.ui", "always"],
      ["diff.renames", "false"],
      ["diff.relative", "true"],
    ])
      runGit(root, "config", name ?? "", value ?? "");
    writeFiles(root, { "a.ts": numbered({ 2: "x", 6: "y" }) });
    expect(wanted(await changedSince(root, "HEAD"), "a.ts")).toEqual([2, 6]);
  });

  test.each(["nowhere", "--output=stolen", "-h", "", "HEAD:a.ts", "HEAD\0"])(
    "the unknown ref %j is named",
    async (ref) => {
      const root = tempRepo({ "a.ts": numbered() });
      await expect(changedSince(root, ref)).rejects.toThrow(/is not a commit, branch or tag/);
    },
  );

  test("no repository, and no common ancestor, are said plainly", async () => {
    await expect(changedSince(tempFolder(), "main")).rejects.toThrow(/--since needs a git repository/);
    const root = tempRepo({ "a.ts": numbered() });
    runGit(root, "checkout", "-q", "--orphan", "island");
    commitAll(root, "alone");
    await expect(changedSince(root, "main")).rejects.toThrow(/no common ancestor/);
  });
});

describe("--staged", () => {
  test("only what is staged, where it stands in the working tree", async () => {
    const root = tempRepo({ "a.ts": numbered(), "b.ts": numbered() });
    writeFiles(root, { "a.ts": numbered({ 6: "staged" }) });
    runGit(root, "add", "a.ts");
    writeFiles(root, {
      "a.ts": `one more\n${numbered({ 6: "staged" })}`,
      "b.ts": numbered({ 1: "x" }),
      "new.ts": "x\n",
    });
    const selects = await changedInIndex(root);
    expect(wanted(selects, "a.ts")).toEqual([7]);
    expect(wanted(selects, "b.ts")).toEqual([]);
    expect(wanted(selects, "new.ts")).toEqual([]);
  });

  test("works before the first commit", async () => {
    const root = tempFolder({ "a.ts": "1\n2\n" });
    runGit(root, "init", "-q");
    runGit(root, "add", "a.ts");
    expect(wanted(await changedInIndex(root), "a.ts", 3)).toEqual([1, 2]);
  });

  test("outside of a repository it says so", async () => {
    await expect(changedInIndex(tempFolder())).rejects.toThrow(/--staged needs a git repository/);
  });
});

/** Whether each line of the old text that is in no hunk is carried to itself. */
const stays = (before: string[], after: string[]): boolean => {
  const hunks = lineHunksBetween(`${before.join("\n")}\n`, `${after.join("\n")}\n`);
  return before.every((content, index) => {
    const line = index + 1;
    const isReplaced = hunks.some(({ old }) => old.start <= line && line < old.start + old.count);
    return isReplaced || after[carryLine(line, hunks) - 1] === content;
  });
};

describe("lines carried from one text to the next", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 });

  test("a line that is in no hunk keeps its content", () => {
    const check = fc.check(fc.property(lines, lines, stays), { numRuns: 500 });
    expect(check.counterexample).toBeNull();
  });

  test("a range that was changed again covers what replaced it", () => {
    const later = [{ old: { start: 3, count: 2 }, new: { start: 3, count: 4 } }];
    expect(carryOver({ start: 2, count: 2 }, later)).toEqual({ start: 2, count: 5 });
    expect(carryOver({ start: 8, count: 0 }, later)).toEqual({ start: 10, count: 0 });
    expect(touches({ start: 2, count: 5 }, 6, 6)).toBe(true);
    expect(touches({ start: 2, count: 5 }, 7, 9)).toBe(false);
  });

  test("a quoted path is read back", () => {
    const diff = '--- "a/t\\303\\251\\t.ts"\n+++ "b/t\\303\\251\\t\\"x\\\\.ts"\n@@ -1 +1,2 @@\n-a\n+b\n+c\n';
    expect([...parseHunks(diff)]).toEqual([
      ['té\t"x\\.ts', [{ old: { start: 1, count: 1 }, new: { start: 1, count: 2 } }]],
    ]);
  });
});

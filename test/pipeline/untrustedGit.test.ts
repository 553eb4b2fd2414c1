import { existsSync, rmSync, utimesSync, writeFileSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changedInIndex, changedSince } from "../../src/pipeline/changedLines.ts";
import { findUnsafeFiles } from "../../src/pipeline/dirtyFiles.ts";
import { findRepository } from "../../src/pipeline/git.ts";
import { runGit, tempFolder, tempRepo, writeFiles } from "./tempRepo.ts";

/** A repository whose config and attributes have git start a program in every way that these commands know. */
function trap(driver: string): { root: string; marker: string; isSprung: () => boolean } {
  const outside = tempFolder();
  const marker = join(outside, "sprung");
  const program = join(outside, "program.sh");
  writeFileSync(program, `#!/bin/sh\necho sprung >> '${marker}'\ncat\n`);
  chmodSync(program, 0o755);
  const root = tempRepo({ "a.ts": "1\n2\n3\n" });
  const settings: [string, string][] = [
    ["core.fsmonitor", program],
    ["core.pager", program],
    ["diff.external", program],
    [`diff.${driver}.command`, program],
    [`diff.${driver}.textconv`, program],
    [`filter.${driver}.clean`, program],
    [`filter.${driver}.process`, program],
    [`filter.${driver}.required`, "true"],
  ];
  for (const [name, value] of settings) runGit(root, "config", name, value);
  writeFiles(root, { ".gitattributes": `*.ts filter=${driver} diff=${driver}\n`, "a.ts": "1\nx\n3\n" });
  rmSync(marker, { force: true });
  return { root, marker, isSprung: () => existsSync(marker) };
}

describe.each(["evil", "with=equals", "with.dot"])(
  "a repository whose config starts programs (driver %s)",
  (driver) => {
    test("springs for plain git: the trap is real", () => {
      const { root, isSprung } = trap(driver);
      try {
        runGit(root, "status", "--porcelain");
      } catch {
        // The program does not speak the filter protocol; that it ran is enough.
      }
      expect(isSprung()).toBe(true);
    });

    test("starts none for --since, --staged and the dirty check, and their answers are right", async () => {
      const { root, isSprung } = trap(driver);
      const since = await changedSince(root, "HEAD");
      expect([since("a.ts", 1, 1), since("a.ts", 2, 2)]).toEqual([false, true]);
      const staged = await changedInIndex(root);
      expect(staged("a.ts", 2, 2)).toBe(false);
      // A newer time stamp makes git compare the content, and so want the filter.
      utimesSync(join(root, "a.ts"), new Date(), new Date(Date.now() + 5000));
      expect(await findUnsafeFiles([join(root, "a.ts")])).toMatchObject([
        { reason: "has uncommitted changes" },
      ]);
      expect(isSprung()).toBe(false);
    });
  },
);

test("a work tree that the config moves elsewhere is not believed", async () => {
  const victim = tempFolder({ "secret.txt": "x" });
  const root = tempRepo({ "a.ts": "1" });
  runGit(root, "config", "core.worktree", victim);
  expect(await findRepository(root)).toBeUndefined();
  runGit(root, "config", "core.worktree", root);
  expect((await findRepository(root))?.top).toBe(root);
});

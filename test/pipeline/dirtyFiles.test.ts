import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findUnsafeFiles } from "../../src/pipeline/dirtyFiles.ts";
import { commitAll, runGit, tempFolder, tempRepo, writeFiles } from "./tempRepo.ts";

async function reasons(root: string, files: readonly string[]): Promise<Record<string, string>> {
  const unsafe = await findUnsafeFiles(files.map((file) => join(root, file)));
  return Object.fromEntries(unsafe.map(({ file, reason }) => [file.slice(root.length + 1), reason]));
}

test("changed, staged, untracked and ignored files are named; clean ones and other files' changes are not", async () => {
  const root = tempRepo({
    "clean.ts": "1",
    "dirty.ts": "1",
    "staged.ts": "1",
    "app/[id]/page.ts": "1",
    "app/i/page.ts": "1",
    ".gitignore": "out/\n",
  });
  writeFiles(root, {
    "dirty.ts": "2",
    "staged.ts": "2",
    "new.ts": "1",
    "out/x.ts": "1",
    "app/i/page.ts": "2",
  });
  runGit(root, "add", "staged.ts");
  expect(
    await reasons(root, ["clean.ts", "dirty.ts", "staged.ts", "new.ts", "out/x.ts", "app/[id]/page.ts"]),
  ).toEqual({
    "dirty.ts": "has uncommitted changes",
    "staged.ts": "has uncommitted changes",
    "new.ts": "is not tracked by git",
    "out/x.ts": "is not tracked by git",
  });
});

test("each file is asked of its own repository; one outside of all has none", async () => {
  const root = tempFolder({ "loose.ts": "1" });
  writeFiles(root, { "repo/a.ts": "1", "repo/nested/b.ts": "1" });
  for (const folder of ["repo/nested", "repo"]) {
    runGit(join(root, folder), "init", "-q");
    runGit(join(root, folder), "add", folder === "repo" ? "a.ts" : "b.ts");
    runGit(join(root, folder), "commit", "-q", "-m", "x");
  }
  writeFiles(root, { "repo/nested/b.ts": "2" });
  expect(await reasons(root, ["loose.ts", "repo/a.ts", "repo/nested/b.ts"])).toEqual({
    "loose.ts": "is not in a git repository",
    "repo/nested/b.ts": "has uncommitted changes",
  });
});

test("a link is asked about where it leads", async () => {
  const root = tempRepo({ "real.ts": "1", "clean.ts": "1" });
  symlinkSync("real.ts", join(root, "link.ts"));
  symlinkSync("clean.ts", join(root, "fine.ts"));
  commitAll(root, "links");
  writeFiles(root, { "real.ts": "2" });
  expect(await reasons(root, ["link.ts", "fine.ts"])).toEqual({ "link.ts": "has uncommitted changes" });
});

test("thousands of files at once", async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `some/folder/with/a/long/name/file-${index}.ts`);
  const root = tempRepo(Object.fromEntries(names.map((name) => [name, "1"])));
  writeFiles(root, { [names[2999] ?? ""]: "2" });
  expect(await reasons(root, names)).toEqual({ [names[2999] ?? ""]: "has uncommitted changes" });
});

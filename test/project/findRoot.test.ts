import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { findRoot } from "../../src/project/findRoot.ts";
import { initGit, tempTree, type TreeFiles } from "./tempTree.ts";

test.each<[what: string, files: TreeFiles, paths: string[], expected: string]>([
  ["the git top level", { ".git/HEAD": "", "a/package.json": {}, "a/src/x.ts": "" }, ["a/src"], ""],
  ["a work tree's .git file", { "a/.git": "gitdir: x", "a/src/x.ts": "" }, ["a/src/x.ts"], "a"],
  ["git within git", { ".git/HEAD": "", "sub/.git": "gitdir: x", "sub/src/x.ts": "" }, ["sub/src"], "sub"],
  [
    "a workspace root",
    { "p/package.json": { workspaces: ["*"] }, "p/a/package.json": {}, "p/a/src/x.ts": "" },
    ["p/a/src"],
    "p",
  ],
  ["a pnpm workspace", { "p/pnpm-workspace.yaml": "", "p/a/package.json": {} }, ["p/a"], "p"],
  ["a lerna workspace", { "p/lerna.json": {}, "p/a/package.json": {} }, ["p/a"], "p"],
  [
    "the nearest package",
    { "p/package.json": {}, "p/a/package.json": {}, "p/a/src/x.ts": "" },
    ["p/a/src"],
    "p/a",
  ],
  ["the folder itself", { "p/a/x.ts": "" }, ["p/a"], "p/a"],
  ["a file's folder", { "p/a/x.ts": "" }, ["p/a/x.ts"], "p/a"],
  ["what all paths share", { "p/a/x.ts": "", "p/b/x.ts": "" }, ["p/a", "p/b/x.ts"], "p"],
  [
    "the package around all paths",
    { "p/package.json": {}, "p/a/package.json": {}, "p/b/package.json": {} },
    ["p/a", "p/b"],
    "p",
  ],
  ["the fixed part of a glob", { "p/package.json": {}, "p/src/x.ts": "" }, ["p/src/**/*.ts"], "p"],
  ["no path", { "package.json": {} }, [], ""],
  ["a missing path", { "p/package.json": {} }, ["p/no/such"], "p"],
])("%s", (_, files, paths, expected) => {
  const root = tempTree(files);
  expect(findRoot(paths, root)).toBe(expected === "" ? root : `${root}/${expected}`);
});

test.each<[what: string, files: TreeFiles, path: string, expected: string]>([
  [
    "a repository of dotfiles is not the root of what lies below",
    { "home/.git/HEAD": "", "home/work/x.ts": "" },
    "home/work",
    "home/work",
  ],
  [
    "nor is anything above the home folder",
    { "package.json": { workspaces: [] }, "home/work/x.ts": "" },
    "home/work",
    "home/work",
  ],
  [
    "a package below is",
    { "home/.git/HEAD": "", "home/work/package.json": {}, "home/work/src/x.ts": "" },
    "home/work/src",
    "home/work",
  ],
  ["a home folder that is the package", { "home/package.json": {}, "home/src/x.ts": "" }, "home/src", "home"],
  ["the home folder by name", { "home/src/x.ts": "" }, "home", "home"],
])("the home folder: %s", (_, files, path, expected) => {
  const root = tempTree(files);
  expect(findRoot([path], root, `${root}/home`)).toBe(`${root}/${expected}`);
});

test("a real repository", () => {
  const root = tempTree({ "a/b/x.ts": "" });
  initGit(root);
  mkdirSync(`${root}/a/empty`);
  expect(findRoot(["a/empty"], root)).toBe(root);
});

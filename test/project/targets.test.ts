import { describe, expect, test } from "vitest";
import { openProject } from "../../src/project/openProject.ts";
import { below, tempTree, type TreeFiles } from "./tempTree.ts";

describe("targets", () => {
  const files: TreeFiles = {
    "src/a.ts": "",
    "src/a.test.ts": "",
    "src/__tests__/b.ts": "",
    "src/b.stories.tsx": "",
    "test/c.ts": "",
    "e2e/d.ts": "",
    "cypress/e.js": "",
    "lib/x.ts": "",
    "lib/contest/y.ts": "",
    "lib/latest.ts": "",
    "app.e2e-spec.ts": "",
    "packages/p/tests/z.ts": "",
  };
  const ordinary = ["lib/contest/y.ts", "lib/latest.ts", "lib/x.ts", "src/a.ts"];

  test.each<
    [what: string, options: { paths?: string[]; include?: string[]; exclude?: string[] }, expected: string[]]
  >([
    ["everything but tests", {}, ordinary],
    ["a folder", { paths: ["src"] }, ["src/a.ts"]],
    ["two folders", { paths: ["src", "lib/contest"] }, ["lib/contest/y.ts", "src/a.ts"]],
    ["a file", { paths: ["lib/x.ts"] }, ["lib/x.ts"]],
    ["a test, by name", { paths: ["src/a.test.ts"] }, ["src/a.test.ts"]],
    ["a folder of tests, by name", { paths: ["test"] }, ["test/c.ts"]],
    ["a folder in a folder of tests", { paths: ["packages/p/tests"] }, ["packages/p/tests/z.ts"]],
    ["a glob", { paths: ["src/**/*.ts"] }, ["src/a.ts"]],
    ["a glob below tests", { paths: ["test/*.ts"] }, ["test/c.ts"]],
    [
      "include",
      { include: ["src/**"] },
      ["src/__tests__/b.ts", "src/a.test.ts", "src/a.ts", "src/b.stories.tsx"],
    ],
    ["exclude", { exclude: ["lib/**", "**/*.stories.*"] }, ["src/a.ts"]],
    [
      "include and exclude",
      { include: ["src/**"], exclude: ["**/*.tsx"] },
      ["src/__tests__/b.ts", "src/a.test.ts", "src/a.ts"],
    ],
    ["exclude, and the file by name", { paths: ["lib/x.ts", "src"], exclude: ["**"] }, ["lib/x.ts"]],
    ["a path that is not there", { paths: ["nothing"] }, []],
    ["two spellings", { paths: ["./src/../src/"] }, ["src/a.ts"]],
  ])("%s", async (_, options, expected) => {
    const root = tempTree(files);
    const paths = (options.paths ?? []).map((path) => `${root}/${path}`);
    const project = await openProject({ root, packages: [], ...options, paths });
    expect(below(project, project.targets)).toEqual(expected);
    expect(project.files).toHaveLength(Object.keys(files).length);
    for (const file of project.files)
      expect(project.isTarget(file)).toBe(expected.includes(file.slice(root.length + 1)));
  });
});

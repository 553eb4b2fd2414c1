import { describe, expect, test } from "vitest";
import { below, openTree } from "./tempTree.ts";

describe("manifestOf", () => {
  test("the nearest package.json, with what matters of it", async () => {
    const project = await openTree({
      "package.json": { name: "root", private: true },
      "a/package.json": {
        name: "a",
        version: "1.0.0",
        type: "module",
        main: "dist/index.js",
        dependencies: { x: "1" },
        devDependencies: { y: "2" },
      },
      "a/src/index.ts": "",
      "b/x.ts": "",
    });
    expect(project.manifestOf(`${project.root}/a/src/index.ts`)).toMatchObject({
      dir: `${project.root}/a`,
      name: "a",
      isPrivate: false,
      hasPublicEntry: true,
      type: "module",
      dependencies: { x: "1", y: "2" },
      entryFiles: [`${project.root}/a/src/index.ts`],
    });
    expect(project.manifestOf(`${project.root}/b/x.ts`)).toMatchObject({
      dir: project.root,
      name: "root",
      isPrivate: true,
      hasPublicEntry: false,
      type: "commonjs",
      entryFiles: [],
    });
  });

  test("none", async () => {
    const project = await openTree({ "a.ts": "" });
    expect(project.manifestOf(`${project.root}/a.ts`)).toBeNull();
    expect(project.manifestOf("/elsewhere/a.ts")).toBeNull();
  });

  test.each<[manifest: object, hasPublicEntry: boolean]>([
    [{ main: "x.js" }, true],
    [{ exports: {} }, true],
    [{ module: "x.js" }, true],
    [{ bin: { x: "x.js" } }, true],
    [{ types: "x.d.ts" }, true],
    [{ main: "x.js", private: true }, false],
    [{ name: "x" }, false],
    [{ main: "" }, false],
  ])("%j has a public entry: %s", async (manifest, expected) => {
    const project = await openTree({ "package.json": manifest, "a.ts": "" });
    expect(project.manifestOf(`${project.root}/a.ts`)?.hasPublicEntry).toBe(expected);
  });

  test.each<[manifest: object, entries: string[]]>([
    [{ main: "index.js" }, ["index.js"]],
    [{ main: "./lib/x" }, ["lib/x.js"]],
    [{ main: "code" }, ["code/index.js"]],
    [{ bin: "dist/cli.js" }, ["src/cli.ts"]],
    [{ bin: { a: "bin/a.js", b: "dist/cli.js" } }, ["bin/a.js", "src/cli.ts"]],
    [{ main: "dist/index.js", module: "dist/index.mjs", types: "dist/index.d.ts" }, ["src/index.ts"]],
    [
      { exports: { ".": "./dist/index.js", "./cli": { import: "./dist/cli.js" }, "./*": "./dist/*.js" } },
      ["src/index.ts", "src/cli.ts"],
    ],
    [{ exports: "./dist/index.js" }, ["src/index.ts"]],
    [{ main: "missing.js" }, []],
  ])("%j leads to %j", async (manifest, entries) => {
    const project = await openTree({
      "package.json": manifest,
      "index.js": "",
      "lib/x.js": "",
      "code/index.js": "",
      "bin/a.js": "",
      "src/index.ts": "",
      "src/cli.ts": "",
    });
    expect(below(project, project.manifestOf(`${project.root}/index.js`)?.entryFiles ?? [])).toEqual(entries);
  });
});

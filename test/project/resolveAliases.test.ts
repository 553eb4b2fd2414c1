import { expect, describe, test } from "vitest";
import { below, lead, openTree, type TreeFiles } from "./tempTree.ts";

/** A tree, and what a specifier in one of its files leads to. */
type Row = readonly [what: string, files: TreeFiles, specifier: string, from: string, expected: string];

const GUESSES: readonly Row[] = [
  ["@/ is src", { "src/a.ts": "" }, "@/a", "src/m.ts", "src/a.ts"],
  ["@/ is the root", { "lib/a.ts": "" }, "@/lib/a", "m.ts", "lib/a.ts"],
  ["~/ is src", { "src/a.ts": "" }, "~/a", "src/m.ts", "src/a.ts"],
  ["~/ is app (Remix)", { "app/a.ts": "" }, "~/a", "app/m.ts", "app/a.ts"],
  [
    "of the nearest package",
    { "package.json": {}, "src/a.ts": "", "web/package.json": {}, "web/src/a.ts": "" },
    "@/a",
    "web/src/m.ts",
    "web/src/a.ts",
  ],
  [
    "a folder of the package",
    { "package.json": {}, "src/lib/a.ts": "" },
    "src/lib/a",
    "src/m.ts",
    "src/lib/a.ts",
  ],
  ["a folder of src", { "package.json": {}, "src/lib/a.ts": "" }, "lib/a", "src/m.ts", "src/lib/a.ts"],
  ["@folder", { "package.json": {}, "src/lib/a.ts": "" }, "@lib/a", "src/m.ts", "src/lib/a.ts"],
  [
    "@folder that is a declared package",
    { "package.json": { dependencies: { "@lib/a": "1" } }, "src/lib/a.ts": "" },
    "@lib/a",
    "src/m.ts",
    "pkg:@lib/a",
  ],
  ["nothing there", {}, "@/a", "src/m.ts", "unknown"],
  ["$lib", { "src/lib/a.ts": "" }, "$lib/a", "src/m.ts", "src/lib/a.ts"],
];

const DECLARED: readonly Row[] = [
  [
    "_moduleAliases",
    { "package.json": { _moduleAliases: { "@root": ".", "@deep": "src/deep" } }, "src/deep/a.js": "" },
    "@deep/a",
    "m.js",
    "src/deep/a.js",
  ],
  [
    "_moduleAliases of the root",
    { "package.json": { _moduleAliases: { "@root": "." } }, "src/deep/a.js": "" },
    "@root/src/deep/a",
    "m.js",
    "src/deep/a.js",
  ],
  [
    "Babel's module-resolver in package.json",
    {
      "package.json": {
        babel: { plugins: [["module-resolver", { alias: { "^x": "./no", lib: "./code/lib" } }]] },
      },
      "code/lib/a.js": "",
    },
    "lib/a",
    "m.js",
    "code/lib/a.js",
  ],
  [
    "Babel's module-resolver in .babelrc",
    {
      "package.json": {},
      ".babelrc": { plugins: ["x", ["babel-plugin-module-resolver", { alias: { "@c": "./code" } }]] },
      "code/a.js": "",
    },
    "@c/a",
    "m.js",
    "code/a.js",
  ],
  ["an alias for a package", { "package.json": { alias: { push: "pusher" } } }, "push", "m.js", "pkg:pusher"],
  [
    "Deno's import map",
    {
      "package.json": {},
      "deno.json": { imports: { push: "npm:pusher@^5", "@/": "./code/" } },
      "code/a.ts": "",
    },
    "push",
    "m.ts",
    "pkg:pusher",
  ],
  [
    "a folder of Deno's import map",
    { "package.json": {}, "deno.json": { imports: { "@/": "./code/" } }, "code/a.ts": "" },
    "@/a",
    "m.ts",
    "code/a.ts",
  ],
  [
    "aliases that lead to each other",
    { "package.json": { _moduleAliases: { a: "b", b: "a" } } },
    "a",
    "m.js",
    "pkg:b",
  ],
];

describe.each([
  ["aliases that nothing declares", GUESSES],
  ["aliases that JSON declares", DECLARED],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (_what, files, specifier, from, expected) => {
    const project = await openTree({ [from]: "", ...files });
    expect(lead(project, specifier, from)).toBe(expected);
    expect(project.warnings).toEqual([]);
  });
});

test("src/pusher.ts may import the package whose name it bears", async () => {
  const files = {
    "tsconfig.json": { compilerOptions: { baseUrl: "src" } },
    "package.json": { dependencies: { pusher: "5" } },
    "src/pusher.ts": "import Pusher from 'pusher'",
  };
  const project = await openTree(files);
  expect(lead(project, "pusher", "src/pusher.ts")).toBe("pkg:pusher");
  expect(below(project, project.seeds("pusher"))).toEqual(["src/pusher.ts"]);
});

test.each([
  ["tsconfig.json", "{ nonsense"],
  ["package.json", '{ "name": '],
  ["package.json", "[]"],
  ["pnpm-workspace.yaml", "packages: [\n  a: :"],
  ["lerna.json", "no"],
])("a broken %s is ignored, with a warning", async (name, text) => {
  const project = await openTree({ [name]: text, "src/a.ts": "", "m.ts": "" });
  expect(lead(project, "@/a", "m.ts")).toBe("src/a.ts");
  expect(lead(project, "left-pad", "m.ts")).toBe("pkg:left-pad");
  expect(
    below(
      project,
      project.warnings.map((warning) => warning.file),
    ),
  ).toEqual([name]);
});

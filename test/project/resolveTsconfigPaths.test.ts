import { expect, test } from "vitest";
import { lead, openTree, type TreeFiles } from "./tempTree.ts";

/** A tree, and what a specifier in one of its files leads to. */
type Row = readonly [what: string, files: TreeFiles, specifier: string, from: string, expected: string];

const paths = (map: Readonly<Record<string, readonly string[]>>, more: object = {}): object => ({
  compilerOptions: { paths: map, ...more },
});

const ROWS: readonly Row[] = [
  [
    "paths without baseUrl",
    { "tsconfig.json": paths({ "@lib/*": ["./src/lib/*"] }), "src/lib/a.ts": "" },
    "@lib/a",
    "src/m.ts",
    "src/lib/a.ts",
  ],
  [
    "paths with baseUrl",
    { "tsconfig.json": paths({ "@lib/*": ["lib/*"] }, { baseUrl: "./src" }), "src/lib/a.ts": "" },
    "@lib/a",
    "src/m.ts",
    "src/lib/a.ts",
  ],
  [
    "an exact path",
    { "tsconfig.json": paths({ "@lib": ["src/lib/index.ts"] }), "src/lib/index.ts": "" },
    "@lib",
    "src/m.ts",
    "src/lib/index.ts",
  ],
  [
    "an exact path to a folder",
    { "tsconfig.json": paths({ "@lib": ["./src/lib"] }), "src/lib/index.ts": "" },
    "@lib",
    "src/m.ts",
    "src/lib/index.ts",
  ],
  [
    "the longest pattern",
    {
      "tsconfig.json": paths({ "@/*": ["./src/*"], "@/lib/*": ["./lib/*"] }),
      "src/lib/a.ts": "",
      "lib/a.ts": "",
    },
    "@/lib/a",
    "m.ts",
    "lib/a.ts",
  ],
  [
    "the second target",
    { "tsconfig.json": paths({ "@/*": ["./a/*", "./b/*"] }), "b/x.ts": "" },
    "@/x",
    "m.ts",
    "b/x.ts",
  ],
  [
    "a star in the middle",
    { "tsconfig.json": paths({ "@app/*/api": ["./src/*/api.ts"] }), "src/chat/api.ts": "" },
    "@app/chat/api",
    "m.ts",
    "src/chat/api.ts",
  ],
  [
    "a star for everything",
    { "tsconfig.json": paths({ "*": ["./types/*", "./src/*"] }), "src/util.ts": "" },
    "util2",
    "m.ts",
    "pkg:util2",
  ],
  [
    "a star for everything that hits",
    { "tsconfig.json": paths({ "*": ["./src/*"] }), "src/helpers.ts": "" },
    "helpers",
    "m.ts",
    "src/helpers.ts",
  ],
  [
    "a path with .js",
    { "tsconfig.json": paths({ "@/*": ["./src/*"] }), "src/a.ts": "" },
    "@/a.js",
    "m.ts",
    "src/a.ts",
  ],
  [
    "a path to declarations leaves the package",
    { "tsconfig.json": paths({ pusher: ["./types/pusher.d.ts"] }), "types/pusher.d.ts": "" },
    "pusher",
    "m.ts",
    "pkg:pusher",
  ],
  [
    "baseUrl",
    { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/lib/a.ts": "" },
    "lib/a",
    "src/m.ts",
    "src/lib/a.ts",
  ],
  [
    "baseUrl in jsconfig",
    { "jsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/lib/a.js": "" },
    "lib/a",
    "src/m.js",
    "src/lib/a.js",
  ],
  [
    "baseUrl with a builtin's name",
    { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/constants.ts": "" },
    "constants",
    "src/m.ts",
    "src/constants.ts",
  ],
  [
    "baseUrl and a declared package",
    {
      "tsconfig.json": { compilerOptions: { baseUrl: "src" } },
      "src/pusher.ts": "",
      "package.json": { dependencies: { pusher: "^5.0.0" } },
    },
    "pusher",
    "src/m.ts",
    "pkg:pusher",
  ],
  [
    "baseUrl and an undeclared name",
    { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/pusher.ts": "" },
    "pusher",
    "src/m.ts",
    "src/pusher.ts",
  ],
  [
    "paths beat a declared package",
    {
      "tsconfig.json": paths({ pusher: ["./src/mock.ts"] }),
      "src/mock.ts": "",
      "package.json": { dependencies: { pusher: "^5.0.0" } },
    },
    "pusher",
    "src/m.ts",
    "src/mock.ts",
  ],
];

test.each(ROWS)("%s", async (_what, files, specifier, from, expected) => {
  const project = await openTree({ [from]: "", ...files });
  expect(lead(project, specifier, from)).toBe(expected);
  expect(project.warnings).toEqual([]);
});

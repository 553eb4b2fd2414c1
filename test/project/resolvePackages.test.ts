import { describe, expect, test } from "vitest";
import { lead, openTree, type TreeFiles } from "./tempTree.ts";

/** A tree, and what a specifier in one of its files leads to. */
type Row = readonly [what: string, files: TreeFiles, specifier: string, expected: string, from?: string];

const NPM: readonly Row[] = [
  ["a name", {}, "pusher", "pkg:pusher"],
  ["a subpath", {}, "pusher/lib/errors", "pkg:pusher/lib/errors"],
  ["a scope", {}, "@acme/x", "pkg:@acme/x"],
  ["a subpath of a scope", {}, "@acme/x/lib/y.js", "pkg:@acme/x/lib/y.js"],
  ["a builtin", {}, "fs", "pkg:node:fs"],
  ["a builtin's subpath", {}, "fs/promises", "pkg:node:fs/promises"],
  ["a builtin with its prefix", {}, "node:util", "pkg:node:util"],
  ["npm: of Deno", {}, "npm:pusher@^5", "pkg:pusher"],
  ["npm: with scope and subpath", {}, "npm:@acme/x@1/y", "pkg:@acme/x/y"],
  [
    "an alias",
    { "package.json": { dependencies: { "my-pusher": "npm:pusher@^5" } } },
    "my-pusher",
    "pkg:pusher",
  ],
  [
    "an alias with subpath",
    { "package.json": { dependencies: { "my-pusher": "npm:pusher@^5" } } },
    "my-pusher/lib/x",
    "pkg:pusher/lib/x",
  ],
  [
    "an alias with a scope",
    { "package.json": { dependencies: { push: "npm:@acme/push@1" } } },
    "push",
    "pkg:@acme/push",
  ],
  [
    "an alias of the root's package.json",
    { "package.json": { dependencies: { p5: "npm:pusher@5" } }, "app/package.json": {} },
    "p5",
    "pkg:pusher",
    "app/m.ts",
  ],
  [
    "an alias by catalog",
    {
      "package.json": { dependencies: { p5: "catalog:" } },
      "pnpm-workspace.yaml": "catalog:\n  p5: npm:pusher@^5\n",
    },
    "p5",
    "pkg:pusher",
  ],
  ["a look-alike", {}, "pusher-js", "pkg:pusher-js"],
  ["no name at all", {}, "@", "unknown"],
  ["a scope alone", {}, "@acme", "unknown"],
  ["spaces", {}, "not a name", "unknown"],
  [
    "in node_modules that somebody committed",
    { "node_modules/pusher/index.js": "", "node_modules/pusher/package.json": { name: "pusher" } },
    "pusher",
    "pkg:pusher",
  ],
];

const TREES: readonly Row[] = [
  [
    "yarn's object form",
    {
      "package.json": { workspaces: { packages: ["libs/**"] } },
      "libs/a/b/package.json": { name: "b-lib" },
      "libs/a/b/index.ts": "",
    },
    "b-lib",
    "libs/a/b/index.ts",
  ],
  [
    "pnpm",
    {
      "pnpm-workspace.yaml": "packages:\n  # comment\n  - 'libs/*'\n  - \"!libs/no\"\n",
      "libs/b/package.json": { name: "b-lib" },
      "libs/b/index.ts": "",
    },
    "b-lib",
    "libs/b/index.ts",
  ],
  [
    "pnpm's negation",
    {
      "pnpm-workspace.yaml": "packages: ['libs/*', '!libs/no']",
      "libs/no/package.json": { name: "b-lib" },
      "libs/no/index.ts": "",
    },
    "b-lib",
    "pkg:b-lib",
  ],
  [
    "lerna",
    {
      "lerna.json": { packages: ["modules/*"] },
      "modules/b/package.json": { name: "b-lib" },
      "modules/b/index.ts": "",
    },
    "b-lib",
    "modules/b/index.ts",
  ],
  [
    "a glob with ./ and a slash at its end",
    {
      "package.json": { workspaces: ["./libs/*/"] },
      "libs/b/package.json": { name: "b-lib" },
      "libs/b/index.ts": "",
    },
    "b-lib",
    "libs/b/index.ts",
  ],
  [
    "braces",
    {
      "package.json": { workspaces: ["{libs,apps}/*"] },
      "apps/b/package.json": { name: "b-lib" },
      "apps/b/index.ts": "",
    },
    "b-lib",
    "apps/b/index.ts",
  ],
  [
    "a workspace below the root",
    { "js/package.json": { workspaces: ["*"] }, "js/b/package.json": { name: "b-lib" }, "js/b/index.ts": "" },
    "b-lib",
    "js/b/index.ts",
    "js/a/m.ts",
  ],
  [
    "no member",
    {
      "package.json": { workspaces: ["apps/*"] },
      "other/package.json": { name: "b-lib" },
      "other/index.ts": "",
    },
    "b-lib",
    "pkg:b-lib",
  ],
  [
    "workspace: without a workspace",
    {
      "package.json": { dependencies: { "b-lib": "workspace:*" } },
      "other/package.json": { name: "b-lib" },
      "other/index.ts": "",
    },
    "b-lib",
    "other/index.ts",
  ],
  [
    "workspace: under another name",
    {
      "package.json": { workspaces: ["*"], dependencies: { c: "workspace:b-lib@*" } },
      "b/package.json": { name: "b-lib" },
      "b/index.ts": "",
    },
    "c",
    "b/index.ts",
  ],
  [
    "file:",
    {
      "app/package.json": { dependencies: { shared: "file:../shared" } },
      "shared/package.json": { name: "other" },
      "shared/index.ts": "",
    },
    "shared",
    "shared/index.ts",
    "app/m.ts",
  ],
  [
    "link: with subpath",
    {
      "app/package.json": { dependencies: { shared: "link:../shared" } },
      "shared/package.json": {},
      "shared/x.ts": "",
    },
    "shared/x",
    "shared/x.ts",
    "app/m.ts",
  ],
  [
    "file: of a tarball",
    { "package.json": { dependencies: { pusher: "file:./pusher.tgz" } } },
    "pusher",
    "pkg:pusher",
  ],
  [
    "file: out of the root",
    { "package.json": { dependencies: { pusher: "file:../../pusher" } } },
    "pusher",
    "pkg:pusher",
  ],
  [
    "a member of the same name and another version",
    {
      "package.json": { workspaces: ["apps/*"] },
      "apps/pusher/package.json": { name: "pusher", version: "1.0.0" },
      "apps/pusher/index.ts": "",
      "apps/web/package.json": { dependencies: { pusher: "^5.0.0" } },
    },
    "pusher",
    "pkg:pusher",
    "apps/web/m.ts",
  ],
  [
    "a member of the same name that answers the range",
    {
      "package.json": { workspaces: ["apps/*"] },
      "apps/q/package.json": { name: "q", version: "5.1.0" },
      "apps/q/index.ts": "",
      "apps/web/package.json": { dependencies: { q: "^5.0.0" } },
    },
    "q",
    "apps/q/index.ts",
    "apps/web/m.ts",
  ],
  [
    "an app with the name of its dependency",
    { "package.json": { name: "pusher", main: "index.js", dependencies: { pusher: "^5" } }, "index.js": "" },
    "pusher",
    "pkg:pusher",
  ],
  [
    "an app with the name of a package that it does not declare",
    { "package.json": { name: "pusher", main: "index.js" }, "index.js": "" },
    "pusher",
    "pkg:pusher",
  ],
  [
    "itself by its name",
    {
      "package.json": { name: "lib", exports: { ".": "./src/index.ts", "./x": "./dist/x.js" } },
      "src/index.ts": "",
      "src/x.ts": "",
    },
    "lib/x",
    "src/x.ts",
  ],
  [
    "imports",
    { "package.json": { imports: { "#lib": "./src/lib.ts" } }, "src/lib.ts": "" },
    "#lib",
    "src/lib.ts",
  ],
  [
    "imports with a pattern",
    { "package.json": { imports: { "#src/*": "./src/*" } }, "src/lib/a.ts": "" },
    "#src/lib/a.js",
    "src/lib/a.ts",
  ],
  [
    "imports with conditions",
    {
      "package.json": { imports: { "#lib": { types: "./dist/lib.d.ts", default: "./dist/lib.js" } } },
      "src/lib.ts": "",
    },
    "#lib",
    "src/lib.ts",
  ],
  ["imports of a package", { "package.json": { imports: { "#push": "pusher" } } }, "#push", "pkg:pusher"],
  [
    "imports of a package by condition",
    { "package.json": { imports: { "#push": { node: "pusher", default: "./stub.js" } }, dependencies: {} } },
    "#push",
    "pkg:pusher",
  ],
  [
    "imports of an aliased package",
    { "package.json": { imports: { "#push": "p5" }, dependencies: { p5: "npm:pusher@5" } } },
    "#push",
    "pkg:pusher",
  ],
  ["imports that are missing", { "package.json": {} }, "#nothing", "unknown"],
  [
    "# as a tsconfig path",
    {
      "package.json": {},
      "tsconfig.json": { compilerOptions: { paths: { "#/*": ["./src/*"] } } },
      "src/a.ts": "",
    },
    "#/a",
    "src/a.ts",
  ],
];

describe.each([
  { what: "packages of npm", rows: NPM },
  { what: "packages of the tree", rows: TREES },
])("$what", ({ rows }) => {
  const cases = rows.map(([name, files, specifier, expected, from = "m.ts"]) => ({
    name,
    files,
    specifier,
    expected,
    from,
  }));
  test.each(cases)("$name", async ({ files, specifier, expected, from }) => {
    expect(lead(await openTree({ [from]: "", ...files }), specifier, from)).toBe(expected);
  });
});

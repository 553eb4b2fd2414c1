import { expect, describe, test } from "vitest";
import { below, lead, openTree, type TreeFiles } from "./tempTree.ts";

/** A tree, and what a specifier in one of its files leads to. */
type Row = readonly [what: string, files: TreeFiles, specifier: string, from: string, expected: string];

const paths = (map: Readonly<Record<string, readonly string[]>>, more: object = {}): object => ({
  compilerOptions: { paths: map, ...more },
});

const TSCONFIG: readonly Row[] = [
  ["paths without baseUrl", { "tsconfig.json": paths({ "@lib/*": ["./src/lib/*"] }), "src/lib/a.ts": "" }, "@lib/a", "src/m.ts", "src/lib/a.ts"],
  ["paths with baseUrl", { "tsconfig.json": paths({ "@lib/*": ["lib/*"] }, { baseUrl: "./src" }), "src/lib/a.ts": "" }, "@lib/a", "src/m.ts", "src/lib/a.ts"],
  ["an exact path", { "tsconfig.json": paths({ "@lib": ["src/lib/index.ts"] }), "src/lib/index.ts": "" }, "@lib", "src/m.ts", "src/lib/index.ts"],
  ["an exact path to a folder", { "tsconfig.json": paths({ "@lib": ["./src/lib"] }), "src/lib/index.ts": "" }, "@lib", "src/m.ts", "src/lib/index.ts"],
  ["the longest pattern", { "tsconfig.json": paths({ "@/*": ["./src/*"], "@/lib/*": ["./lib/*"] }), "src/lib/a.ts": "", "lib/a.ts": "" }, "@/lib/a", "m.ts", "lib/a.ts"],
  ["the second target", { "tsconfig.json": paths({ "@/*": ["./a/*", "./b/*"] }), "b/x.ts": "" }, "@/x", "m.ts", "b/x.ts"],
  ["a star in the middle", { "tsconfig.json": paths({ "@app/*/api": ["./src/*/api.ts"] }), "src/chat/api.ts": "" }, "@app/chat/api", "m.ts", "src/chat/api.ts"],
  ["a star for everything", { "tsconfig.json": paths({ "*": ["./types/*", "./src/*"] }), "src/util.ts": "" }, "util2", "m.ts", "pkg:util2"],
  ["a star for everything that hits", { "tsconfig.json": paths({ "*": ["./src/*"] }), "src/helpers.ts": "" }, "helpers", "m.ts", "src/helpers.ts"],
  ["a path with .js", { "tsconfig.json": paths({ "@/*": ["./src/*"] }), "src/a.ts": "" }, "@/a.js", "m.ts", "src/a.ts"],
  ["a path to declarations leaves the package", { "tsconfig.json": paths({ pusher: ["./types/pusher.d.ts"] }), "types/pusher.d.ts": "" }, "pusher", "m.ts", "pkg:pusher"],
  ["baseUrl", { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/lib/a.ts": "" }, "lib/a", "src/m.ts", "src/lib/a.ts"],
  ["baseUrl in jsconfig", { "jsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/lib/a.js": "" }, "lib/a", "src/m.js", "src/lib/a.js"],
  ["baseUrl with a builtin's name", { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/constants.ts": "" }, "constants", "src/m.ts", "src/constants.ts"],
  ["baseUrl and a declared package", { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/pusher.ts": "", "package.json": { dependencies: { pusher: "^5.0.0" } } }, "pusher", "src/m.ts", "pkg:pusher"],
  ["baseUrl and an undeclared name", { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/pusher.ts": "" }, "pusher", "src/m.ts", "src/pusher.ts"],
  ["paths beat a declared package", { "tsconfig.json": paths({ pusher: ["./src/mock.ts"] }), "src/mock.ts": "", "package.json": { dependencies: { pusher: "^5.0.0" } } }, "pusher", "src/m.ts", "src/mock.ts"],
  ["extends", { "tsconfig.json": { extends: "./tsconfig.base.json" }, "tsconfig.base.json": paths({ "@/*": ["./src/*"] }), "src/a.ts": "" }, "@/a", "m.ts", "src/a.ts"],
  ["extends without .json", { "app/tsconfig.json": { extends: "../config/base" }, "config/base.json": paths({ "@/*": ["../src/*"] }), "src/a.ts": "" }, "@/a", "app/m.ts", "src/a.ts"],
  ["extends: paths belong to the file that declares them", { "app/tsconfig.json": { extends: "../base.json", compilerOptions: { strict: true } }, "base.json": paths({ "@/*": ["./shared/*"] }), "shared/a.ts": "" }, "@/a", "app/m.ts", "shared/a.ts"],
  ["extends: own baseUrl moves inherited paths", { "app/tsconfig.json": { extends: "../base.json", compilerOptions: { baseUrl: "." } }, "base.json": paths({ "@/*": ["src/*"] }), "app/src/a.ts": "" }, "@/a", "app/m.ts", "app/src/a.ts"],
  ["extends: own paths replace inherited ones", { "app/tsconfig.json": { extends: "../base.json", ...paths({ "#/*": ["./x/*"] }) }, "base.json": paths({ "@q/*": ["./shared/*"] }), "app/x/a.ts": "" }, "#/a", "app/m.ts", "app/x/a.ts"],
  ["extends an array", { "tsconfig.json": { extends: ["./one.json", "./two.json"] }, "one.json": paths({ "@/*": ["./no/*"] }), "two.json": paths({ "@/*": ["./yes/*"] }), "yes/a.ts": "", "no/a.ts": "" }, "@/a", "m.ts", "yes/a.ts"],
  ["extends a package that is missing", { "tsconfig.json": { extends: "@tsconfig/node20/tsconfig.json", ...paths({ "@/*": ["./src/*"] }) }, "src/a.ts": "" }, "@/a", "m.ts", "src/a.ts"],
  ["extends a workspace package", { "package.json": { workspaces: ["packages/*"] }, "packages/tsconfig/package.json": { name: "@acme/tsconfig" }, "packages/tsconfig/base.json": paths({ "~lib/*": ["../app/lib/*"] }), "packages/app/tsconfig.json": { extends: "@acme/tsconfig/base.json" }, "packages/app/lib/a.ts": "" }, "~lib/a", "packages/app/m.ts", "packages/app/lib/a.ts"],
  ["extends itself", { "tsconfig.json": { extends: "./tsconfig.json", ...paths({ "@/*": ["./src/*"] }) }, "src/a.ts": "" }, "@/a", "m.ts", "src/a.ts"],
  ["configDir", { "app/tsconfig.json": { extends: "../base.json" }, "base.json": paths({ "@/*": ["${configDir}/src/*"] }), "app/src/a.ts": "" }, "@/a", "app/m.ts", "app/src/a.ts"],
  ["references to a sibling (Vite)", { "tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }] }, "tsconfig.app.json": paths({ "#x/*": ["./src/*"] }), "src/a.ts": "" }, "#x/a", "src/m.ts", "src/a.ts"],
  ["references to another folder", { "tsconfig.json": { references: [{ path: "./config/app.json" }] }, "config/app.json": paths({ "@/*": ["../code/*"] }), "code/a.ts": "" }, "@/a", "code/m.ts", "code/a.ts"],
  ["tsconfig.base.json at the root (Nx)", { "tsconfig.base.json": paths({ "@acme/push": ["libs/push/src/index.ts"] }, { baseUrl: "." }), "apps/api/tsconfig.json": { extends: "../../tsconfig.base.json" }, "libs/push/src/index.ts": "" }, "@acme/push", "apps/api/src/m.ts", "libs/push/src/index.ts"],
  ["tsconfig.base.json that nothing extends", { "tsconfig.base.json": paths({ "@acme/push": ["libs/push/src/index.ts"] }), "libs/push/src/index.ts": "" }, "@acme/push", "apps/api/src/m.ts", "libs/push/src/index.ts"],
  ["the nearest tsconfig", { "tsconfig.json": paths({ "@/*": ["./root/*"] }), "app/tsconfig.json": paths({ "@/*": ["./src/*"] }), "root/a.ts": "", "app/src/a.ts": "" }, "@/a", "app/src/m.ts", "app/src/a.ts"],
  ["the one further up, when the nearest does not know", { "tsconfig.json": paths({ "@root/*": ["./root/*"] }), "app/tsconfig.json": paths({ "@/*": ["./src/*"] }), "root/a.ts": "" }, "@root/a", "app/src/m.ts", "root/a.ts"],
  ["comments and trailing commas", { "tsconfig.json": '\ufeff{ // c\n "compilerOptions": { /* x */ "paths": { "@/*": ["./src/*",], }, }, }', "src/a.ts": "" }, "@/a", "m.ts", "src/a.ts"],
  ["slashes and commas in strings", { "tsconfig.json": '{ "x": "a // b ,}", "compilerOptions": { "paths": { "@/*": ["./src/*"], } } }', "src/a.ts": "" }, "@/a", "m.ts", "src/a.ts"],
];

const GUESSES: readonly Row[] = [
  ["@/ is src", { "src/a.ts": "" }, "@/a", "src/m.ts", "src/a.ts"],
  ["@/ is the root", { "lib/a.ts": "" }, "@/lib/a", "m.ts", "lib/a.ts"],
  ["~/ is src", { "src/a.ts": "" }, "~/a", "src/m.ts", "src/a.ts"],
  ["~/ is app (Remix)", { "app/a.ts": "" }, "~/a", "app/m.ts", "app/a.ts"],
  ["of the nearest package", { "package.json": {}, "src/a.ts": "", "web/package.json": {}, "web/src/a.ts": "" }, "@/a", "web/src/m.ts", "web/src/a.ts"],
  ["a folder of the package", { "package.json": {}, "src/lib/a.ts": "" }, "src/lib/a", "src/m.ts", "src/lib/a.ts"],
  ["a folder of src", { "package.json": {}, "src/lib/a.ts": "" }, "lib/a", "src/m.ts", "src/lib/a.ts"],
  ["@folder", { "package.json": {}, "src/lib/a.ts": "" }, "@lib/a", "src/m.ts", "src/lib/a.ts"],
  ["@folder that is a declared package", { "package.json": { dependencies: { "@lib/a": "1" } }, "src/lib/a.ts": "" }, "@lib/a", "src/m.ts", "pkg:@lib/a"],
  ["nothing there", {}, "@/a", "src/m.ts", "unknown"],
  ["$lib", { "src/lib/a.ts": "" }, "$lib/a", "src/m.ts", "src/lib/a.ts"],
];

const DECLARED: readonly Row[] = [
  ["_moduleAliases", { "package.json": { _moduleAliases: { "@root": ".", "@deep": "src/deep" } }, "src/deep/a.js": "" }, "@deep/a", "m.js", "src/deep/a.js"],
  ["_moduleAliases of the root", { "package.json": { _moduleAliases: { "@root": "." } }, "src/deep/a.js": "" }, "@root/src/deep/a", "m.js", "src/deep/a.js"],
  ["Babel's module-resolver in package.json", { "package.json": { babel: { plugins: [["module-resolver", { alias: { "^x": "./no", lib: "./code/lib" } }]] } }, "code/lib/a.js": "" }, "lib/a", "m.js", "code/lib/a.js"],
  ["Babel's module-resolver in .babelrc", { "package.json": {}, ".babelrc": { plugins: ["x", ["babel-plugin-module-resolver", { alias: { "@c": "./code" } }]] }, "code/a.js": "" }, "@c/a", "m.js", "code/a.js"],
  ["an alias for a package", { "package.json": { alias: { push: "pusher" } } }, "push", "m.js", "pkg:pusher"],
  ["Deno's import map", { "package.json": {}, "deno.json": { imports: { push: "npm:pusher@^5", "@/": "./code/" } }, "code/a.ts": "" }, "push", "m.ts", "pkg:pusher"],
  ["a folder of Deno's import map", { "package.json": {}, "deno.json": { imports: { "@/": "./code/" } }, "code/a.ts": "" }, "@/a", "m.ts", "code/a.ts"],
  ["an alias that leads to itself", { "package.json": { _moduleAliases: { a: "b", b: "a" } } }, "a", "m.js", "pkg:a"],
];

describe.each([
  ["tsconfig and jsconfig", TSCONFIG],
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
  const files = { "tsconfig.json": { compilerOptions: { baseUrl: "src" } }, "package.json": { dependencies: { pusher: "5" } }, "src/pusher.ts": "import Pusher from 'pusher'" };
  const project = await openTree(files);
  expect(lead(project, "pusher", "src/pusher.ts")).toBe("pkg:pusher");
  expect(below(project, project.seeds("pusher"))).toEqual(["src/pusher.ts"]);
});

test.each([
  ["tsconfig.json", "{ nonsense"],
  ["package.json", "{ \"name\": "],
  ["package.json", "[]"],
  ["pnpm-workspace.yaml", "packages: [\n  a: :"],
  ["lerna.json", "no"],
])("a broken %s is ignored, with a warning", async (name, text) => {
  const project = await openTree({ [name]: text, "src/a.ts": "", "m.ts": "" });
  expect(lead(project, "@/a", "m.ts")).toBe("src/a.ts");
  expect(lead(project, "left-pad", "m.ts")).toBe("pkg:left-pad");
  expect(below(project, project.warnings.map((warning) => warning.file))).toEqual([name]);
});

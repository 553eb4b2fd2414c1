import { expect, test } from "vitest";
import { lead, openTree, type TreeFiles } from "./tempTree.ts";

/** A tree, and what a specifier in one of its files leads to. */
type Row = readonly [what: string, files: TreeFiles, specifier: string, from: string, expected: string];

const paths = (map: Readonly<Record<string, readonly string[]>>, more: object = {}): object => ({
  compilerOptions: { paths: map, ...more },
});

const ROWS: readonly Row[] = [
  [
    "extends",
    {
      "tsconfig.json": { extends: "./tsconfig.base.json" },
      "tsconfig.base.json": paths({ "@/*": ["./src/*"] }),
      "src/a.ts": "",
    },
    "@/a",
    "m.ts",
    "src/a.ts",
  ],
  [
    "extends without .json",
    {
      "app/tsconfig.json": { extends: "../config/base" },
      "config/base.json": paths({ "@/*": ["../src/*"] }),
      "src/a.ts": "",
    },
    "@/a",
    "app/m.ts",
    "src/a.ts",
  ],
  [
    "extends: paths belong to the file that declares them",
    {
      "app/tsconfig.json": { extends: "../base.json", compilerOptions: { strict: true } },
      "base.json": paths({ "@/*": ["./shared/*"] }),
      "shared/a.ts": "",
    },
    "@/a",
    "app/m.ts",
    "shared/a.ts",
  ],
  [
    "extends: own baseUrl moves inherited paths",
    {
      "app/tsconfig.json": { extends: "../base.json", compilerOptions: { baseUrl: "." } },
      "base.json": paths({ "@/*": ["src/*"] }),
      "app/src/a.ts": "",
    },
    "@/a",
    "app/m.ts",
    "app/src/a.ts",
  ],
  [
    "extends: own paths replace inherited ones",
    {
      "app/tsconfig.json": { extends: "../base.json", ...paths({ "#/*": ["./x/*"] }) },
      "base.json": paths({ "@q/*": ["./shared/*"] }),
      "app/x/a.ts": "",
    },
    "#/a",
    "app/m.ts",
    "app/x/a.ts",
  ],
  [
    "extends an array",
    {
      "tsconfig.json": { extends: ["./one.json", "./two.json"] },
      "one.json": paths({ "@/*": ["./no/*"] }),
      "two.json": paths({ "@/*": ["./yes/*"] }),
      "yes/a.ts": "",
      "no/a.ts": "",
    },
    "@/a",
    "m.ts",
    "yes/a.ts",
  ],
  [
    "extends a package that is missing",
    {
      "tsconfig.json": { extends: "@tsconfig/node20/tsconfig.json", ...paths({ "@/*": ["./src/*"] }) },
      "src/a.ts": "",
    },
    "@/a",
    "m.ts",
    "src/a.ts",
  ],
  [
    "extends a workspace package",
    {
      "package.json": { workspaces: ["packages/*"] },
      "packages/tsconfig/package.json": { name: "@acme/tsconfig" },
      "packages/tsconfig/base.json": paths({ "~lib/*": ["../app/lib/*"] }),
      "packages/app/tsconfig.json": { extends: "@acme/tsconfig/base.json" },
      "packages/app/lib/a.ts": "",
    },
    "~lib/a",
    "packages/app/m.ts",
    "packages/app/lib/a.ts",
  ],
  [
    "extends itself",
    { "tsconfig.json": { extends: "./tsconfig.json", ...paths({ "@/*": ["./src/*"] }) }, "src/a.ts": "" },
    "@/a",
    "m.ts",
    "src/a.ts",
  ],
  [
    "configDir",
    {
      "app/tsconfig.json": { extends: "../base.json" },
      "base.json": paths({ "@/*": ["${configDir}/src/*"] }),
      "app/src/a.ts": "",
    },
    "@/a",
    "app/m.ts",
    "app/src/a.ts",
  ],
  [
    "references to a sibling (Vite)",
    {
      "tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }] },
      "tsconfig.app.json": paths({ "#x/*": ["./src/*"] }),
      "src/a.ts": "",
    },
    "#x/a",
    "src/m.ts",
    "src/a.ts",
  ],
  [
    "references to another folder",
    {
      "tsconfig.json": { references: [{ path: "./config/app.json" }] },
      "config/app.json": paths({ "@/*": ["../code/*"] }),
      "code/a.ts": "",
    },
    "@/a",
    "code/m.ts",
    "code/a.ts",
  ],
  [
    "tsconfig.base.json at the root (Nx)",
    {
      "tsconfig.base.json": paths({ "@acme/push": ["libs/push/src/index.ts"] }, { baseUrl: "." }),
      "apps/api/tsconfig.json": { extends: "../../tsconfig.base.json" },
      "libs/push/src/index.ts": "",
    },
    "@acme/push",
    "apps/api/src/m.ts",
    "libs/push/src/index.ts",
  ],
  [
    "tsconfig.base.json that nothing extends",
    {
      "tsconfig.base.json": paths({ "@acme/push": ["libs/push/src/index.ts"] }),
      "libs/push/src/index.ts": "",
    },
    "@acme/push",
    "apps/api/src/m.ts",
    "libs/push/src/index.ts",
  ],
  [
    "the nearest tsconfig",
    {
      "tsconfig.json": paths({ "@/*": ["./root/*"] }),
      "app/tsconfig.json": paths({ "@/*": ["./src/*"] }),
      "root/a.ts": "",
      "app/src/a.ts": "",
    },
    "@/a",
    "app/src/m.ts",
    "app/src/a.ts",
  ],
  [
    "the one further up, when the nearest does not know",
    {
      "tsconfig.json": paths({ "@root/*": ["./root/*"] }),
      "app/tsconfig.json": paths({ "@/*": ["./src/*"] }),
      "root/a.ts": "",
    },
    "@root/a",
    "app/src/m.ts",
    "root/a.ts",
  ],
  [
    "comments and trailing commas",
    {
      "tsconfig.json": '\ufeff{ // c\n "compilerOptions": { /* x */ "paths": { "@/*": ["./src/*",], }, }, }',
      "src/a.ts": "",
    },
    "@/a",
    "m.ts",
    "src/a.ts",
  ],
  [
    "slashes and commas in strings",
    {
      "tsconfig.json": '{ "x": "a // b ,}", "compilerOptions": { "paths": { "@/*": ["./src/*"], } } }',
      "src/a.ts": "",
    },
    "@/a",
    "m.ts",
    "src/a.ts",
  ],
];

test.each(ROWS)("%s", async (_what, files, specifier, from, expected) => {
  const project = await openTree({ [from]: "", ...files });
  expect(lead(project, specifier, from)).toBe(expected);
  expect(project.warnings).toEqual([]);
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openTree } from "./tempTree.ts";

test("resolve never throws, and is the same twice", async () => {
  const project = await openTree({
    "package.json": {
      name: "app",
      workspaces: ["packages/*"],
      imports: { "#*": "./src/*", "#a": null, "#b/*": [{ x: 1 }] },
      dependencies: { x: "npm:", y: "file:", z: "workspace:" },
    },
    "tsconfig.json": {
      extends: [1, "./x", ""],
      compilerOptions: { baseUrl: ".", paths: { "*": [1, "*"], "@/*": "./src/*", "": [""], x: null } },
      references: [1, { path: 2 }],
    },
    "packages/a/package.json": {
      name: "a",
      exports: { ".": null, "./*": { x: ["./src/*"] } },
      main: 7,
      types: {},
      bin: [],
    },
    "src/x.ts": "",
    "packages/a/src/x.ts": "",
  });
  const piece = fc.constantFrom(
    "",
    ".",
    "..",
    "/",
    "@",
    "~",
    "#",
    "*",
    "a",
    "x",
    "src",
    "packages",
    "a/x",
    "npm:",
    "node:",
    "?",
    "!",
    "\0",
    "\\",
    "ü",
    "%2e",
    "constructor",
    "__proto__",
    ".ts",
    ".js",
    "index",
  );
  const specifier = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  );
  const from = fc.constantFrom("src/x.ts", "packages/a/src/x.ts", "packages/a/m.js", "../outside.ts");
  fc.assert(
    fc.property(specifier, from, (text, file) => {
      const first = project.resolve(text, `${project.root}/${file}`);
      expect(project.resolve(text, `${project.root}/${file}`)).toEqual(first);
      expect(first.kind !== "file" || project.files.includes(first.file)).toBe(true);
      expect(first.kind !== "package" || first.name !== "").toBe(true);
    }),
    { numRuns: 3000 },
  );
});

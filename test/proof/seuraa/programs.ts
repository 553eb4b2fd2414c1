import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { fixturesRoot } from "../../fixtures/cases.ts";
import { writeTree } from "../../fixtures/runCases.ts";

/** Folders with the programs of a fixture as they were, and as they are rewritten, ready to run. */
export interface Programs {
  readonly before: string;
  readonly after: string;
}

/** The specifiers of the product, and the class of the double that stands for each. */
const ENTRIES: Readonly<Record<string, string>> = {
  "index.cjs": "BrowserClient",
  "browser.cjs": "BrowserClient",
  "backend.cjs": "BackendClient",
};

/** Compiles both sides of the fixture `proved`; the packages are not public, so the double takes their place. */
export function writePrograms(): Programs {
  const folder = path.join(fixturesRoot, "seuraa-edge/proved");
  return { before: compiled(path.join(folder, "input")), after: compiled(path.join(folder, "output")) };
}

function compiled(folder: string): string {
  const files = new Map([["package.json", '{ "type": "commonjs" }']]);
  for (const file of fs.readdirSync(path.join(folder, "src"))) {
    const text = fs.readFileSync(path.join(folder, "src", file), "utf8");
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    files.set(file.replace(/\.ts$/, ".js"), outputText);
  }
  const double = JSON.stringify(path.join(import.meta.dirname, "double.cjs"));
  const exported = { ".": "./index.cjs", "./browser": "./browser.cjs", "./backend": "./backend.cjs" };
  files.set("node_modules/@seuraa/edge/package.json", JSON.stringify({ exports: exported }));
  for (const [file, name] of Object.entries(ENTRIES))
    files.set(`node_modules/@seuraa/edge/${file}`, `exports.Client = require(${double}).${name};\n`);
  return writeTree(files);
}

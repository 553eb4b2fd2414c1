import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { findFolderCases, fixturesRoot } from "../fixtures/cases.ts";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  allowJs: true,
  checkJs: false,
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
  types: ["node"],
};

const parsed = new Map<string, ts.SourceFile | undefined>();

/** A host that parses what every program needs, the language's own declarations and packages, once. */
function hostFor(wanted: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(wanted);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) => {
    if (!file.includes("/node_modules/")) return read(file, version, ...rest);
    if (!parsed.has(file)) parsed.set(file, read(file, version, ...rest));
    return parsed.get(file);
  };
  return host;
}

/** The sources of a case of several files, as rewritten: the helper file, and who imports it. */
function diagnosticsOf(files: readonly string[], own: ts.CompilerOptions = {}): string[] {
  const stub = path.resolve(import.meta.dirname, "../fixtures/seuraa-edge.d.ts");
  const wanted = { ...options, ...own };
  const names = [stub, ...files.map((file) => path.join(fixturesRoot, file))];
  const program = ts.createProgram(names, wanted, hostFor(wanted));
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("the helper of raw sockets takes a socket of the ws package", () => {
  expect(diagnosticsOf(["metered-realtime/raw-socket-node/output/src/socket.ts"])).toEqual([]);
}, 60_000);

test("the helper of raw sockets takes the platform's socket", () => {
  expect(diagnosticsOf(["metered-realtime/raw-socket-browser-typed/output/src/main.ts"])).toEqual([]);
}, 60_000);

/** The diagnostics of the sources of one side of a case, without the places where they stand. */
function diagnosticsOfSide(name: string, side: "input" | "output", files: readonly string[]): string[] {
  const folder = `seuraa-edge/${name}/${side}`;
  return diagnosticsOf(
    files.map((file) => `${folder}/${file}`),
    aliasesIn(path.join(fixturesRoot, folder)),
  ).toSorted();
}

/** The paths of a case's own tsconfig. */
function aliasesIn(folder: string): ts.CompilerOptions {
  const file = path.join(folder, "tsconfig.json");
  if (!fs.existsSync(file)) return {};
  const { compilerOptions = {} } = JSON.parse(fs.readFileSync(file, "utf8")) as {
    compilerOptions?: { paths?: Record<string, string[]> };
  };
  return compilerOptions.paths ? { baseUrl: folder, paths: compilerOptions.paths } : {};
}

const isTyped = (file: string): boolean => /\.tsx?$/.test(file);

const typed = findFolderCases("seuraa-edge").filter(({ input }) => [...input.keys()].some(isTyped));

test.for(typed)(
  "the rewrite of seuraa-edge/$name adds no TypeScript diagnostic",
  { timeout: 60_000 },
  ({ name, input, output }) => {
    const before = new Set(diagnosticsOfSide(name, "input", [...input.keys()].filter(isTyped)));
    const after = diagnosticsOfSide(name, "output", [...output.keys()].filter(isTyped));
    expect(after.filter((diagnostic) => !before.has(diagnostic))).toEqual([]);
  },
);

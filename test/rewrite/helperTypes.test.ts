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

/** The sources of a case of several files, as rewritten: the helper file, and who imports it. */
function diagnosticsOf(files: readonly string[], own: ts.CompilerOptions = {}): string[] {
  const stub = path.resolve(import.meta.dirname, "../fixtures/seuraa-edge.d.ts");
  const program = ts.createProgram([stub, ...files.map((file) => path.join(fixturesRoot, file))], {
    ...options,
    ...own,
  });
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
  const folder = path.join("seuraa-edge", name, side);
  // A case that imports by an alias says so in its own configuration.
  const config = ts.readConfigFile(path.join(fixturesRoot, folder, "tsconfig.json"), ts.sys.readFile);
  const { paths } = ts.convertCompilerOptionsFromJson(
    (config.config as { compilerOptions?: object } | undefined)?.compilerOptions ?? {},
    path.join(fixturesRoot, folder),
  ).options;
  const absolute = Object.entries(paths ?? {}).map(([alias, targets]) => [
    alias,
    targets.map((target) => path.join(fixturesRoot, folder, target)),
  ]);
  return diagnosticsOf(
    files.map((file) => `${folder}/${file}`),
    absolute.length > 0 ? { paths: Object.fromEntries(absolute) as Record<string, string[]> } : {},
  ).toSorted();
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

import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { fixturesRoot } from "../fixtures/cases.ts";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  allowJs: true,
  checkJs: false,
  skipLibCheck: true,
  types: ["node"],
};

/** The sources of a case of several files, as rewritten: the helper file, and who imports it. */
function diagnosticsOf(...files: readonly string[]): string[] {
  const stub = path.resolve(import.meta.dirname, "../fixtures/seuraa-edge.d.ts");
  const program = ts.createProgram([stub, ...files.map((file) => path.join(fixturesRoot, file))], options);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("the helper of raw sockets takes a socket of the ws package", () => {
  expect(diagnosticsOf("metered-realtime/raw-socket-node/output/src/socket.ts")).toEqual([]);
}, 60_000);

test("the helper of raw sockets takes the platform's socket", () => {
  expect(diagnosticsOf("metered-realtime/raw-socket-browser-typed/output/src/main.ts")).toEqual([]);
}, 60_000);

test("the helper of Seuraa takes its events and errors", () => {
  expect(
    diagnosticsOf(
      "seuraa-edge/channel-unheard/output/src/desk.ts",
      "seuraa-edge/channel-unheard/output/src/server.ts",
    ),
  ).toEqual([]);
}, 60_000);

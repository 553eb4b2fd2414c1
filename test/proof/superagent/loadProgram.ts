import fs from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import util from "node:util";
import vm from "node:vm";
import ts from "typescript";
import { createExpressShim } from "./expressShim.ts";
import type { Destinations } from "./destinations.ts";
import { programOf, type Callable, type Program } from "./program.ts";
import { NotExecutable } from "./notExecutable.ts";
import type { Cell, Version } from "./types.ts";

/** What a program writes to its console or logger. */
export interface Log {
  readonly reports: string[];
  readonly lines: string[];
}

type Wrapper = (...args: unknown[]) => void;

const require = createRequire(import.meta.url);

const superagents: Readonly<Record<Version, () => unknown>> = {
  "3": () => require("superagent3"),
  "5": () => require("superagent5"),
  "8": () => require("superagent8"),
  "9": () => require("superagent9"),
  "10": () => require("superagent"),
};

/** Runs a fixture's module body and gives the one thing that it exports or registers, ready to be called. */
export function loadProgram(cell: Cell, destinations: Destinations, log: Log): Program {
  if (/\bprocess\.std(?:out|err)\b/.test(cell.source))
    throw new NotExecutable("writes to the process's output");
  const module = { exports: {} as unknown };
  const run = vm.runInThisContext(`(function (exports, require, module, console) {${transpile(cell)}\n})`, {
    filename: cell.fileName,
  }) as Wrapper;
  const logger = createLogger(log);
  const handlers: Callable[] = [];
  const modules = (name: string): unknown =>
    name === "express" ? createExpressShim(handlers) : requireModule(name, cell, destinations, logger);
  run(module.exports, modules, module, logger);
  return programOf(handlers.length > 0 ? handlers : module.exports);
}

const transpiled = new Map<string, string>();

function transpile({ source, fileName }: Cell): string {
  const known = transpiled.get(source);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(source, {
    fileName: fileName.replace(/\.[mc]([jt]s)$/, ".$1"),
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      jsx: ts.JsxEmit.ReactJSX,
      esModuleInterop: !/import \* as \w+ from ["']superagent["']/.test(source),
      allowJs: true,
    },
  });
  transpiled.set(source, outputText);
  return outputText;
}

function requireModule(name: string, cell: Cell, destinations: Destinations, logger: unknown): unknown {
  if (name === "superagent") return superagents[cell.version]();
  if (name === "fs" || name === "node:fs") return { ...fs, createWriteStream: destinations.createFile };
  if (isBuiltin(name)) return require(name);
  if (/log(?:ger)?(?:\.[jt]s)?$|^pino$|^winston$/i.test(name)) return asModule(logger);
  throw new NotExecutable(`needs ${name}`);
}

/** `import x from`, `import { x } from`, `require()` and a factory's call all give the logger. */
function asModule(logger: unknown): unknown {
  return new Proxy(() => logger, {
    get: (_target, key) => {
      if (key === "__esModule") return true;
      const member = (logger as Record<PropertyKey, unknown>)[key];
      return /^(?:default|log(?:ger)?|pino|createLogger)$/.test(String(key)) ? asModule(logger) : member;
    },
  });
}

const reporting = new Set(["error", "warn", "fatal"]);

/** A console whose every method writes a line. */
function createLogger({ reports, lines }: Log): unknown {
  const write =
    (method: string) =>
    (...args: unknown[]): void => {
      const line = `${method}: ${util.format(...args)}`;
      lines.push(line);
      if (reporting.has(method)) reports.push(line);
    };
  return new Proxy({}, { get: (_target, method) => write(String(method)) });
}

import vm from "node:vm";
import ts from "typescript";
import { createRequireStub, type Sdk } from "./modules.ts";
import { describeValue } from "./describe.ts";
import type { World } from "./world.ts";

/** What a program sees as globals instead of the real ones, in the order of the wrapper's parameters. */
const parameterNames = [
  "exports",
  "require",
  "module",
  "console",
  "process",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "Date",
];

type Wrapper = (...args: unknown[]) => Promise<void>;
type Callback = (...args: unknown[]) => unknown;

/** A fixture's text, and what is needed to run it. */
export interface Program {
  readonly name: string;
  readonly side: string;
  readonly fileName: string;
  readonly source: string;
  readonly typesFrom: string;
}

/** Runs a fixture's module body; gives its exports when the body (with any top-level await) is through. */
export async function loadProgram(cell: Program, world: World, sdk: Sdk): Promise<unknown> {
  const module = { exports: {} as unknown };
  const wrapper = vm.runInThisContext(
    `(async function (${parameterNames.join(", ")}) {${transpile(cell, sdk)}\n})`,
    {
      filename: `${cell.name}.${cell.side}.js`,
    },
  ) as Wrapper;
  await wrapper(
    module.exports,
    createRequireStub(world, cell.source, sdk),
    module,
    createConsole(world),
    createProcess(world),
    (callback: Callback, ms: number, ...args: unknown[]) =>
      startTimer(world, () => callback(...args), Math.min(ms, 90)),
    (callback: Callback) => startTimer(world, callback, 2),
    (callback: Callback) => startTimer(world, callback, 0),
    StoppedDate,
  );
  return module.exports;
}

function transpile(cell: Program, sdk: Sdk): string {
  const { outputText } = ts.transpileModule(cell.source, {
    fileName: cell.fileName.replace(/\.[mc]([jt]s)$/, ".$1"),
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      jsx: ts.JsxEmit.ReactJSX,
      esModuleInterop: !new RegExp(`import \\* as \\w+ from ["']${sdk.name}["']`).test(cell.source),
      experimentalDecorators: true,
      allowJs: true,
    },
  });
  return outputText;
}

function createConsole(world: World): unknown {
  return new Proxy(
    {},
    {
      get:
        (_target, method) =>
        (...args: unknown[]) =>
          world.log(`console.${String(method)}`, args),
    },
  );
}

function createProcess(world: World): unknown {
  const own: Record<string, unknown> = {
    on: (event: string, listener: unknown) => world.register(`process.on ${event}`, listener, "lost"),
    once: (event: string, listener: unknown) => world.register(`process.once ${event}`, listener, "lost"),
    exit: (code: unknown) => world.effect("process.exit", [code]),
    env: new Proxy(
      {},
      { get: (_target, name) => (String(name).endsWith("_URL") ? "http://loopback" : String(name)) },
    ),
    argv: ["node", "program.js"],
    pid: 1,
  };
  return new Proxy(own, {
    get: (target, key) => (key in target ? target[String(key)] : Reflect.get(process, key)) as unknown,
    set: (target, key, value) => {
      world.effect(`process.${String(key)} =`, [describeValue(value)]);
      target[String(key)] = value;
      return true;
    },
  });
}

/** Timers are shortened, and an interval ticks once. What the callback throws or loses is nobody's, as in real ones. */
function startTimer(world: World, callback: Callback, ms: number): unknown {
  world.pending += 1;
  return setTimeout(() => {
    world.pending -= 1;
    callback();
  }, ms);
}

/** The same instant always, so that two runs send the same. */
class StoppedDate extends Date {
  constructor(...args: [] | [number | string]) {
    super(...(args.length === 0 ? ([0] as [number]) : (args as [number])));
  }
  static override now(): number {
    return 1_700_000_000_000;
  }
}

import { createStub } from "./stubs.ts";
import type { Host, World } from "./world.ts";

type AnyFunction = (...args: unknown[]) => unknown;

/** Packages that do something with the promise of what they are handed. Others are told apart in `hostOf`. */
const hosts: Readonly<Record<string, Host>> = {
  fastify: "awaits",
  "@koa/router": "awaits",
  hono: "awaits",
  "@trpc/server": "awaits",
  bullmq: "awaits",
};

/** The package in question, as programs get it. */
export interface Sdk {
  readonly name: string;
  readonly module: unknown;
  /** An instance of its client, for parameters that want one. */
  readonly createInstance: () => unknown;
}

/** What `require` gives a fixture: stubs, except for the few packages whose behaviour is part of the question. */
export function createRequireStub(world: World, source: string, sdk: Sdk): (specifier: string) => unknown {
  const awaitsAll = world.express === 5 || /express-async-errors/.test(source);
  const special: Readonly<Record<string, unknown>> = {
    [sdk.name]: sdk.module,
    "p-retry": { __esModule: true, default: retry },
    "express-async-handler": { __esModule: true, default: passErrorsOn },
    // a decorator whose argument is called later, and which leaves the class alone
    "@acme/lifecycle": {
      OnStart: (task: unknown) => {
        world.register("OnStart", task, "lost");
        return decorate();
      },
    },
    "react/jsx-runtime": { jsx: createElement, jsxs: createElement },
    "@nestjs/common": nestStub(world),
    "@nestjs/event-emitter": nestStub(world),
    // the one service of the fixtures that always refuses
    "./billing": { charge: () => Promise.reject(new Error("card declined")) },
    "@vercel/functions": { waitUntil: () => undefined },
    "next/server": {
      after: (task: unknown) =>
        typeof task === "function" ? world.register("after", task, "lost") : undefined,
    },
  };
  return (specifier) => {
    if (specifier in special) return special[specifier];
    return asModule(createStub(world, specifier.split("/").at(-1)!, hostOf(specifier, awaitsAll)));
  };
}

function hostOf(specifier: string, awaitsAll: boolean): Host | "now" {
  if (specifier.startsWith("./")) return "now";
  if (specifier === "express") return awaitsAll ? "awaits" : "express4";
  return hosts[specifier] ?? "lost";
}

/** Makes `import x from` and `import { x } from` and `require()` all find the stub. */
function asModule(stub: unknown): unknown {
  const overrides: Readonly<Record<string, unknown>> = { __esModule: true, default: stub };
  return new Proxy(stub as object, {
    get: (target, key) => (key in overrides ? overrides[String(key)] : (Reflect.get(target, key) as unknown)),
  });
}

async function retry(task: AnyFunction, options?: { retries?: number }): Promise<unknown> {
  for (let left = options?.retries ?? 3; ; left -= 1) {
    try {
      return await task();
    } catch (error) {
      if (left <= 0) throw error;
    }
  }
}

const passErrorsOn =
  (handler: AnyFunction): AnyFunction =>
  (...args) =>
    Promise.resolve(handler(...args)).catch(args.at(-1) as AnyFunction);

const createElement = (type: unknown, props: unknown): unknown => ({ type, props });

const decorate = () => () => undefined;

/** Nest's exports: decorators that do nothing, and a logger. */
function nestStub(world: World): unknown {
  class Logger {
    error = (...args: unknown[]) => world.log("logger.error", args);
    warn = (...args: unknown[]) => world.log("logger.warn", args);
    log = (...args: unknown[]) => world.log("logger.log", args);
  }
  return new Proxy({}, { get: (_target, key) => (key === "Logger" ? Logger : decorate) });
}

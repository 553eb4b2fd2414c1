import type { Host, World } from "./world.ts";

/** Methods of arrays and strings that a stub has too, as an array of two stubs and as a string. */
const arrayMethods = new Set([
  "map",
  "forEach",
  "filter",
  "slice",
  "reduce",
  "join",
  "flatMap",
  "find",
  "some",
  "every",
]);
const stringMethods = new Set([
  "toUpperCase",
  "toLowerCase",
  "trim",
  "split",
  "replace",
  "startsWith",
  "padStart",
]);
const logMethods = new Set(["error", "warn", "info", "debug", "log", "trace", "fatal"]);
const stringProperties = /(?:^|[a-z])(?:id|name|email|text|title|channel|slug|option|kind)$/i;

/**
 * What stands for everything that a fixture imports or is given: it can be called, constructed, read, iterated,
 * awaited and turned into text. A function that is handed to it is registered for the host.
 */
export function createStub(world: World, name: string, host: Host | "now", thenable = false): unknown {
  const children = new Map<PropertyKey, unknown>();
  const child = (key: string): unknown => createStub(world, `${name}.${key}`, host);
  const short = name.split(".").at(-1)!.replace(/\(\)$/, "");
  const parts = (): unknown[] =>
    [1, 2].map((index) => createStub(world, `${short.replace(/s$/, "")}-${index}`, host));

  const read = (key: PropertyKey): unknown => {
    if (key === "then") return thenable ? settleTo(createStub(world, name, host)) : undefined;
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? 3 : short);
    if (key === Symbol.iterator) return () => parts()[Symbol.iterator]();
    if (key === Symbol.asyncIterator) return () => asyncParts(parts());
    if (typeof key === "symbol") return undefined;
    const text = String(key);
    if (text === "toJSON" || text === "toString") return () => short;
    if (text === "length") return 2;
    if (text === "prototype") return {};
    if (/^socket_?id$/i.test(text)) return "12.34";
    if (arrayMethods.has(text)) return iterateOr(text, parts(), child(text) as AnyFunction);
    if (stringMethods.has(text))
      return (String.prototype as unknown as Record<string, () => unknown>)[text]!.bind(short);
    if (text.endsWith("_URL")) return "http://loopback";
    return stringProperties.test(text) ? `${text}-1` : child(text);
  };

  const take = (args: readonly unknown[]): unknown => {
    const functions = args.filter((arg) => typeof arg === "function" && !isStub(arg));
    if (host === "now" && functions.length > 0)
      return (functions[0] as AnyFunction)(createStub(world, short, host));
    for (const fn of functions) world.register(name, fn, host === "now" ? "lost" : host);
    return undefined;
  };

  const target = Object.assign(function () {}, { [stubMark]: true });
  return new Proxy(target, {
    get: (_target, key) => {
      if (key === stubMark) return true;
      if (!children.has(key)) children.set(key, read(key));
      return children.get(key);
    },
    set: (_target, key, value) => children.set(key, value) !== undefined,
    apply: (_target, _self, args: unknown[]) => {
      if (logMethods.has(short)) return world.log(name, args);
      if (/^(?:res|reply|response|ctx|c)\.|^next/.test(name)) world.effect(name, args);
      return take(args) ?? createStub(world, `${name}()`, host, true);
    },
    construct: (_target, args: unknown[]) => {
      take(args);
      return createStub(world, short, host) as object;
    },
  });
}

type AnyFunction = (...args: unknown[]) => unknown;

/** An array's method where it is called as one, else (`db.users.find(id)`) a stub's. */
function iterateOr(method: string, parts: unknown[], otherwise: AnyFunction): AnyFunction {
  const iterate = (Array.prototype as unknown as Record<string, AnyFunction>)[method]!.bind(parts);
  const needsFunction = method !== "slice" && method !== "join";
  return (...args) =>
    needsFunction && (typeof args[0] !== "function" || isStub(args[0]))
      ? otherwise(...args)
      : iterate(...args);
}

const stubMark = Symbol("stub");
const isStub = (value: unknown): boolean => (value as Record<symbol, unknown>)[stubMark] === true;

function settleTo(
  value: unknown,
): (resolve: (value: unknown) => unknown, reject: (error: unknown) => unknown) => unknown {
  return (resolve, reject) => Promise.resolve(value).then(resolve, reject);
}

async function* asyncParts(parts: unknown[]): AsyncGenerator<unknown> {
  yield* parts;
}

import { createRequire } from "node:module";
import type PusherClass from "pusher";
import type { Fault } from "./types.ts";
import type { World } from "./world.ts";

const RealPusher = createRequire(import.meta.url)("pusher") as typeof PusherClass;

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string, AnyFunction>;

/** Arguments that the SDK refuses with a synchronous throw, for each of its functions. */
const refusedArguments: Readonly<Record<string, (args: unknown[]) => unknown[]>> = {
  trigger: ([, ...rest]) => ["not a channel!", ...rest],
  triggerBatch: () => [undefined],
  sendToUser: ([, ...rest]) => ["", ...rest],
  terminateUserConnections: () => [""],
  get: ([options]) => [{ ...(options as object), params: { auth_version: "reserved" } }],
  post: ([options]) => [{ ...(options as object), params: { auth_version: "reserved" } }],
};

/** The secret of every client; no log line may hold it. */
export const secret = "s3cr3t-of-the-app";

/**
 * The real class, except that each instance talks to the loopback server with one app's credentials, has a timeout,
 * and counts what is under way.
 * `instanceof`, `Pusher.RequestError` and the static methods are those of the package.
 */
export function redirectPusher(world: World, port: number, faultNow: () => Fault): typeof PusherClass {
  const redirect = (instance: object): object => {
    const timeout = faultNow() === "hang" ? 60 : 10_000;
    Object.assign((instance as { config: object }).config, {
      scheme: "http",
      host: "127.0.0.1",
      port,
      timeout,
    });
    const state = { inside: false };
    for (const name of Object.keys(refusedArguments))
      watchMethod(world, instance as unknown as Methods, name, faultNow, state);
    return instance;
  };
  const options = { appId: "3", key: "app-key", secret };
  const make: Readonly<Record<string, AnyFunction>> = {
    forURL: () => redirect(RealPusher.forURL(`http://app-key:${secret}@loopback/apps/3`)),
    forCluster: () => redirect(RealPusher.forCluster("eu", options)),
  };
  return new Proxy(RealPusher, {
    construct: (target, _args, newTarget) =>
      redirect(Reflect.construct(target, [options], newTarget) as object),
    get: (target, key) => make[String(key)] ?? (Reflect.get(target, key) as unknown),
  });
}

/**
 * Counts a call as under way until it settles. What the program gets is a promise of its own, so that counting does
 * not pass for handling. `trigger` calls `post`: only the outer of the two counts.
 */
function watchMethod(
  world: World,
  instance: Methods,
  name: string,
  faultNow: () => Fault,
  state: { inside: boolean },
): void {
  const original = instance[name]!;
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    if (state.inside) return original.apply(this, args);
    state.inside = true;
    try {
      const given = faultNow() === "sync-throw" ? refusedArguments[name]!(args) : args;
      const promise = original.apply(this, given) as Promise<unknown>;
      world.pending += 1;
      return promise.then(
        (value) => {
          world.pending -= 1;
          return value;
        },
        (error: unknown) => {
          world.pending -= 1;
          world.failures += 1;
          throw error;
        },
      );
    } catch (error) {
      world.failures += 1;
      throw error;
    } finally {
      state.inside = false;
    }
  };
  Object.defineProperty(instance, name, {
    value: watched,
    enumerable: false,
    configurable: true,
    writable: true,
  });
}

import type { Callable } from "./program.ts";

/**
 * What a fixture gets for `express`: an app or router that only notes the request handlers, so that the runner can put
 * the one under test behind a real express with its own client.
 */
export function createExpressShim(handlers: Callable[]): unknown {
  const take = (...args: unknown[]): unknown => {
    for (const arg of args) if (typeof arg === "function" && arg.length >= 2) handlers.push(arg as Callable);
    return app;
  };
  const app: unknown = new Proxy(take, {
    get: (_target, key) => (key === "prototype" ? {} : key === "then" ? undefined : take),
  });
  return Object.assign(() => app, { Router: () => app, json: () => () => undefined, __esModule: false });
}

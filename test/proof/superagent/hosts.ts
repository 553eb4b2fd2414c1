import type http from "node:http";
import { createRequire } from "node:module";
import fastify from "fastify";
import { describeError } from "./describeError.ts";

export type Handler = (request: unknown, response: unknown, next: (error?: unknown) => void) => unknown;

/** A request handler, ready to be put behind a server. */
export interface Host {
  readonly listener: http.RequestListener;
  /** What the handler passed to `next`. */
  readonly nexts: readonly string[];
}

/** The little of express that a handler needs; both majors have it. */
interface App {
  (request: http.IncomingMessage, response: http.ServerResponse): void;
  set(name: string, value: unknown): void;
  get(path: string, handler: Handler): void;
  use(
    handler: (error: unknown, request: unknown, response: unknown, next: (error: unknown) => void) => void,
  ): void;
}

const require = createRequire(import.meta.url);
const expresses: Readonly<Record<4 | 5, () => () => App>> = {
  4: () => require("express4") as () => App,
  5: () => require("express5") as () => App,
};

/** A real express, with its own error page. */
export function hostInExpress(handler: Handler, express: 4 | 5): Host {
  const nexts: string[] = [];
  const app = expresses[express]()();
  app.set("env", "test");
  app.get("/files/:id", handler);
  app.use((error, _request, _response, next) => {
    nexts.push(describeError(error));
    next(error);
  });
  return { listener: app, nexts };
}

/** A real fastify. */
export async function hostInFastify(handler: Handler): Promise<Host> {
  const app = fastify();
  app.get("/files/:id", (request, reply) => handler(request, reply, () => undefined));
  await app.ready();
  return { listener: (request, response) => app.routing(request, response), nexts: [] };
}

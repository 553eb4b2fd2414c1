import semver from "semver";
import type { Evaluator } from "../resolve/evaluator.ts";
import type { Value } from "../resolve/value.ts";
import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../syntax/node.ts";
import type { ModuleGraph } from "../resolve/moduleGraph.ts";
import { parentOf, type SourceModule } from "../syntax/sourceModule.ts";

/** What a framework does with a rejection of a handler: answers with an error, or does not see it. */
export type FrameworkEnd = "framework" | "express" | "nowhere";

/** Packages whose handlers' rejections become error responses (or failed jobs). */
const CATCHING = [
  "fastify",
  "koa",
  "koa-router",
  "@koa/router",
  "hono",
  "@hono/zod-openapi",
  "elysia",
  "h3",
  "nitro",
  "nitropack",
  "nuxt",
  "#imports",
  "@hapi/hapi",
  "@trpc/server",
  "@nestjs/common",
  "next-safe-action",
  "zsa",
  "@tanstack/start",
  "@tanstack/react-start",
  "inngest",
  "bullmq",
  "bull",
  "graphql-yoga",
  "@apollo/server",
  "apollo-server",
  "apollo-server-express",
  "express-async-handler",
  "express-async-wrap",
  "express-promise-router",
  "async-express-mw",
  "middleware-async",
  "next-connect",
  "next-auth",
  "firebase-functions",
  "moleculer",
  "@feathersjs/feathers",
  "restify",
  "@adonisjs/core",
  "@oak/oak",
  "agenda",
  "graphile-worker",
  "pg-boss",
  "@trigger.dev/sdk",
  "convex",
  "vitest",
  "@jest/globals",
  "node:test",
  "mocha",
];
/** Packages whose handlers' rejections nobody sees. */
const BLIND = [
  "polka",
  "connect",
  "node:http",
  "node:https",
  "node:http2",
  "node:events",
  "node-cron",
  "cron",
  "node-schedule",
  "croner",
  "socket.io",
  "ws",
  "restana",
];

const ROUTE_METHODS =
  /^(get|post|put|patch|delete|del|all|use|options|head|route|param|query|mutation|subscription)$/;
/** What becomes of a rejection of a function passed to a call of another package; null where the package is not known. */
export function endOfExternal(tracer: Evaluator, callee: Node, module: SourceModule): FrameworkEnd | null {
  const values = tracer.evaluate(callee, module);
  for (const value of values) {
    if (value.kind !== "external") continue;
    const end = endOfPackage(tracer, value, module);
    if (end) return end;
  }
  return null;
}

function endOfPackage(
  tracer: Evaluator,
  value: Extract<Value, { kind: "external" }>,
  module: SourceModule,
): FrameworkEnd | null {
  const name = value.package;
  if (name === "express" || name === "express4" || name === "express5")
    return expressEnd(tracer, module, name);
  if (CATCHING.includes(name)) return "framework";
  // `callbackify` hands the failure on to its callback.
  if (name === "node:util") return null;
  // Node's own callbacks: what an async one returns is not looked at.
  return name.startsWith("node:") || BLIND.includes(name) ? "nowhere" : null;
}

function expressEnd(tracer: Evaluator, module: SourceModule, name = "express"): FrameworkEnd {
  return expressSeesRejections(tracer.modules.graph, module, name) ? "framework" : "express";
}

/** Express 4 does not see rejections, Express 5 does; so does 4 with `express-async-errors`. Not declared: taken for 4, the graver. */
export function expressSeesRejections(graph: ModuleGraph, module: SourceModule, name = "express"): boolean {
  const dependencies = graph.manifestOf(module.file)?.dependencies ?? {};
  if ("express-async-errors" in dependencies || /["']express-async-errors["']/.test(module.text)) return true;
  const range = dependencies[name];
  const lowest =
    range === undefined ? null : semver.validRange(range) === null ? null : semver.minVersion(range);
  return lowest !== null && lowest.major >= 5;
}

/** A route registration that only its look gives away: `router.get("/x", (req, res) => …)` on a parameter, `publicProcedure.mutation(…)`. */
export function endOfRouteLike(
  tracer: Evaluator,
  callee: Node,
  fn: FunctionNode,
  module: SourceModule,
): FrameworkEnd | null {
  if (!isMember(callee)) return null;
  const name = memberName(callee);
  if (name === null || !ROUTE_METHODS.test(name)) return null;
  if (/^(query|mutation|subscription)$/.test(name))
    return /procedure|\.input\(/i.test(module.text.slice(callee.start ?? 0, callee.end ?? 0))
      ? "framework"
      : null;
  const params = fn.params.map((p) => (p.type === "Identifier" ? p.name : ""));
  const object = unwrap(callee.object);
  const root = rootName(object);
  if (params.length === 1 && /^(c|ctx|context)$/.test(params[0] ?? "")) return "framework";
  const looksExpress =
    /^_?(req|request)$/.test(params[0] ?? "") && /^_?(res|response|reply|rep)$/.test(params[1] ?? "");
  if (!looksExpress || !/(app|router|routes?|server|api|fastify|instance)$/i.test(root)) return null;
  if (/^(reply|rep)$/.test(params[1] ?? "") || /fastify/i.test(root)) return "framework";
  return expressEnd(tracer, module);
}

function rootName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  if (isMember(node)) return memberName(node) ?? rootName(node.object);
  return isCall(node) ? rootName(node.callee as Node) : "";
}

/** A handler that nobody is seen to register, known by the types of its parameters or of its variable. */
export function endOfTypes(tracer: Evaluator, fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  const parent = parentOf(module, fn);
  const holder = parent?.type === "VariableDeclarator" ? parent.id : null;
  for (const node of [...fn.params, ...(holder ? [holder] : [])]) {
    const annotation = "typeAnnotation" in node ? node.typeAnnotation : null;
    for (const value of tracer.annotated(annotation, module)) {
      if (value.kind !== "external" || !value.path.startsWith("type ")) continue;
      if (value.package === "next" && /Next(Api|Request|Page|Get)/.test(value.path)) return "framework";
      if (value.package === "express" && /Request|Response|Handler/.test(value.path))
        return expressEnd(tracer, module);
      if (/^(fastify|koa|hono|h3)$/.test(value.package)) return "framework";
    }
  }
  return null;
}

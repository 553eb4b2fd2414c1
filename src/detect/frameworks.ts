import semver from "semver";
import {
  isCall,
  isClass,
  isMember,
  keyName,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { bindingOf, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "../resolve/evaluator.ts";
import type { Value } from "../resolve/value.ts";

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
const HTTP_METHODS = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const NEST_ROUTES = new Set([
  "Get",
  "Post",
  "Put",
  "Patch",
  "Delete",
  "All",
  "Head",
  "Options",
  "Sse",
  "Query",
  "Mutation",
  "ResolveField",
  "Subscription",
  "MessagePattern",
  "EventPattern",
  "SubscribeMessage",
  "Process",
  "GrpcMethod",
  "Command",
]);
const NEST_EVENTS = new Set(["Cron", "Interval", "Timeout", "OnEvent", "OnQueueFailed", "OnQueueCompleted"]);

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
  // Node's own callbacks: what an async one returns is not looked at.
  return name.startsWith("node:") || BLIND.includes(name) ? "nowhere" : null;
}

/** Express 4 does not see rejections, Express 5 does; so does 4 with `express-async-errors`. Not declared: taken for 4, the graver. */
function expressEnd(tracer: Evaluator, module: SourceModule, name = "express"): FrameworkEnd {
  const manifest = tracer.modules.graph.manifestOf(module.file);
  const dependencies = manifest?.dependencies ?? {};
  if ("express-async-errors" in dependencies || /["']express-async-errors["']/.test(module.text))
    return "framework";
  const range = dependencies[name];
  const lowest =
    range === undefined ? null : semver.validRange(range) === null ? null : semver.minVersion(range);
  return lowest && lowest.major >= 5 ? "framework" : "express";
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

/** What becomes of a rejection of a function that a framework finds by convention: its file's name, its export's, a decorator, a directive. */
export function endOfConvention(fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  return (
    decoratorEnd(fn, module) ?? (hasServerDirective(fn, module) ? "framework" : null) ?? fileEnd(fn, module)
  );
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

function decoratorEnd(fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  if (fn.type !== "ClassMethod") return null;
  const owner = parentOf(module, parentOf(module, fn) ?? fn);
  for (const decorator of fn.decorators ?? []) {
    const expression = isCall(decorator.expression) ? decorator.expression.callee : decorator.expression;
    const name = expression.type === "Identifier" ? expression.name : "";
    if (NEST_ROUTES.has(name)) return "framework";
    if (NEST_EVENTS.has(name)) return "nowhere";
  }
  // Lifecycle hooks of Nest and jobs of BullMQ's WorkerHost are called by their framework.
  const name = keyName(fn) ?? "";
  if (
    isClass(owner) &&
    /^(onModuleInit|onApplicationBootstrap|handleConnection|handleDisconnect|canActivate|intercept)$/.test(
      name,
    )
  )
    return "framework";
  const base = isClass(owner) && owner.superClass?.type === "Identifier" ? owner.superClass.name : "";
  return name === "process" && base === "WorkerHost" ? "framework" : null;
}

function isServer(directives: readonly { value: { value: string } }[]): boolean {
  return directives.some((directive) => directive.value.value === "use server");
}

function hasServerDirective(fn: FunctionNode, module: SourceModule): boolean {
  if (fn.body.type === "BlockStatement" && isServer(fn.body.directives)) return true;
  return isServer(module.ast.program.directives) && exportedNames(fn, module).length > 0;
}

function fileEnd(fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  const names = exportedNames(fn, module);
  if (names.length === 0) return null;
  const { file } = module;
  const isOneOf = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (/\/(route|\+server)\.[cm]?[jt]sx?$/.test(file) && isOneOf(HTTP_METHODS)) return "framework";
  if (/\/middleware\.[jt]s$/.test(file) && isOneOf(/^(middleware|default)$/)) return "framework";
  if (/\/pages\/api\/.*\.[cm]?[jt]sx?$/.test(file) && isOneOf(/^default$/)) return "framework";
  if (
    /\/(page|layout|template|default|not-found|error|loading)\.[jt]sx?$/.test(file) &&
    isOneOf(/^(default|generateMetadata|generateStaticParams)$/)
  )
    return "framework";
  if (/\/pages\/.*\.[jt]sx?$/.test(file) && isOneOf(/^(getServerSideProps|getStaticProps|getStaticPaths)$/))
    return "framework";
  if (/\/\+(page|layout)(\.server)?\.[jt]s$/.test(file) && isOneOf(/^(load|actions)$/)) return "framework";
  if (/\/(app|src)\/routes\//.test(file) && isOneOf(/^(loader|action)$/)) return "framework";
  return /\/(server|src\/server)\/(api|routes|middleware)\//.test(file) &&
    isOneOf(/^default$/) &&
    /\bdefineEventHandler|eventHandler\b/.test(module.text)
    ? "framework"
    : null;
}

/** The names under which a function is exported from its file, wrapped in a call or not (`export const POST = withAuth(async () => …)`). */
export function exportedNames(fn: FunctionNode, module: SourceModule): readonly string[] {
  for (
    let at: Node = fn, place = placeOf(module, at);
    place;
    at = place.parent, place = placeOf(module, at)
  ) {
    const { parent, key } = place;
    if (parent.type === "ExportDefaultDeclaration") return ["default"];
    if (parent.type === "ExportNamedDeclaration")
      return at.type === "FunctionDeclaration" && at.id ? [at.id.name] : [];
    if (parent.type === "VariableDeclarator" && key === "init" && parent.id.type === "Identifier")
      return exportsOfBinding(parent.id, module);
    if (parent.type === "AssignmentExpression" && key === "right" && isMember(parent.left)) {
      const name = memberName(parent.left);
      const object = unwrap(parent.left.object);
      if (name === "exports") return ["default"];
      const isExports =
        (object.type === "Identifier" && object.name === "exports") ||
        (isMember(object) && memberName(object) === "exports");
      return isExports && name !== null ? [name] : [];
    }
    if (parent.type === "Program" && fn.type === "FunctionDeclaration" && fn.id)
      return exportsOfBinding(fn.id, module);
    if (
      !(isCall(parent) && key === "arguments") &&
      !parent.type.startsWith("TS") &&
      !(parent.type === "ObjectProperty" && key === "value") &&
      parent.type !== "ObjectExpression"
    )
      return [];
  }
  return [];
}

function exportsOfBinding(identifier: Node, module: SourceModule): readonly string[] {
  const binding = bindingOf(module, identifier);
  if (!binding) return [];
  const declaration = parentOf(module, binding.declaration);
  const holder = declaration && parentOf(module, declaration);
  if (holder?.type === "ExportNamedDeclaration" || declaration?.type === "ExportNamedDeclaration")
    return [binding.name];
  if (declaration?.type === "ExportDefaultDeclaration") return ["default"];
  return binding.references.flatMap((reference) => {
    const place = placeOf(module, reference);
    const parent = place?.parent;
    if (parent?.type === "ExportSpecifier")
      return [parent.exported.type === "Identifier" ? parent.exported.name : parent.exported.value];
    if (parent?.type === "ExportDefaultDeclaration") return ["default"];
    if (parent?.type === "AssignmentExpression" && place?.key === "right" && isMember(parent.left)) {
      const name = memberName(parent.left);
      return name === null ? [] : [name === "exports" ? "default" : name];
    }
    if (parent?.type === "ObjectProperty") return [binding.name];
    return isCall(parent) && placeOf(module, parent)?.parent.type === "ExportDefaultDeclaration"
      ? ["default"]
      : [];
  });
}

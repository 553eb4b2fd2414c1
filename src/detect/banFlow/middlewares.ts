import type { Evaluator } from "../../resolve/evaluator.ts";
import { isCall, isClass, isFunction, type Node } from "../../syntax/node.ts";
import { parentOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { calledName } from "./routes.ts";
import type { Piece } from "./reachedNodes.ts";

const MOUNTS =
  /^(use|addHook|onRequest|preHandler|onBeforeHandle|derive|guard|apply|useGlobalGuards|useGlobalInterceptors|register)$/;
const NEXT_FILES = ["middleware", "proxy"].flatMap((name) =>
  ["ts", "js", "mjs"].flatMap((extension) => [`${name}.${extension}`, `src/${name}.${extension}`]),
);
const NUXT_FOLDER = /\/server\/(api|routes)\//;

const MAX_MOUNTS = 3;

/** What runs before every handler of a module, as its own file and those that mount it say. */
export function middlewaresOf(tracer: Evaluator, module: SourceModule): readonly Piece[] {
  const { graph } = tracer.modules;
  const mounters = new Set([module.file]);
  let level: readonly string[] = [module.file];
  for (let depth = 0; depth < MAX_MOUNTS; depth++) {
    level = level.flatMap((file) => graph.importersOf(file)).filter((file) => !graph.isTest(file));
    for (const file of level) mounters.add(file);
  }
  const pieces = [...mounters].flatMap((file) => {
    const opened = file === module.file ? module : tracer.modules.get(file);
    return opened ? mountedIn(opened) : [];
  });
  return [...pieces, ...byConvention(tracer, module)];
}

function mountedIn(module: SourceModule): readonly Piece[] {
  const found: Piece[] = [];
  walk(module.ast.program, (node) => {
    if (isCall(node) && MOUNTS.test(calledName(node) ?? "")) {
      const name = calledName(node);
      for (const argument of node.arguments)
        if (!isFunction(argument) || isMiddleware(argument, name)) found.push({ node: argument, module });
    }
    // `{ provide: APP_GUARD, useClass: BanGuard }`
    if (
      node.type === "ObjectProperty" &&
      node.key.type === "Identifier" &&
      /^use(Class|Existing)$/.test(node.key.name)
    )
      found.push({ node: node.value, module });
  });
  return found;
}

/** It takes what calls the next one; a handler of a route does not. */
function isMiddleware(
  fn: Extract<Node, { type: "ArrowFunctionExpression" | "FunctionExpression" }> | Node,
  name: string | null,
): boolean {
  if (!isFunction(fn)) return true;
  if (name === "addHook" || name === "derive" || name === "guard") return true;
  return fn.params.some((param) => param.type === "Identifier" && /^_?(next|done)$/.test(param.name));
}

/** `middleware.ts` of Next.js, which runs before its routes. */
function byConvention(tracer: Evaluator, module: SourceModule): readonly Piece[] {
  const root = tracer.modules.graph.manifestOf(module.file)?.dir;
  if (root === undefined || !(/\/(app|pages)\//.test(module.file) || NUXT_FOLDER.test(module.file)))
    return [];
  return NEXT_FILES.flatMap((name) => {
    const opened = tracer.modules.get(`${root}/${name}`);
    return opened ? [{ node: opened.ast.program, module: opened }] : [];
  });
}

/** The decorators of a method and of its class: `@UseGuards(BanGuard)`. */
export function decoratorsOf(fn: Node, module: SourceModule): readonly Piece[] {
  if (fn.type !== "ClassMethod") return [];
  const owner = parentOf(module, parentOf(module, fn) ?? fn);
  const all = [...(fn.decorators ?? []), ...(isClass(owner) ? (owner.decorators ?? []) : [])];
  return all.map((decorator) => ({ node: decorator.expression, module }));
}

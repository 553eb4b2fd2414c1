import { expressSeesRejections } from "../../detect/frameworks.ts";
import { exportedNames } from "../../detect/conventions.ts";
import { calledName, callsAround } from "../../detect/banFlow/routes.ts";
import type { Modules } from "../../resolve/modules.ts";
import { isCall, isFunction, type FunctionNode, type Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import { parentOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Style } from "../style.ts";

/** How an endpoint's framework is told that a client is refused. */
export interface Refusal {
  /** The statements that answer 403 and leave the handler. */
  readonly lines: readonly string[];
  /** What is imported for it. */
  readonly needs?: { readonly name: string; readonly from: string };
  /** Who hears of a failure of the question: the framework itself, Express 4's `next`, or the response of a plain server. */
  readonly failure: "framework" | "next" | "answer";
  /** The parameter that has to be added: a position and a name. */
  readonly parameter?: { readonly index: number; readonly name: string };
  /** The statement that ends a handler which becomes async, where its end is reached. */
  readonly closing?: string;
  /** For a plain server: the name of the response. */
  readonly response?: string;
}

const ROUTE_FILES = /\/app\/(.*\/)?route\.[cm]?[jt]sx?$/;
const HTTP_METHODS = /^(GET|POST|PUT|PATCH|DELETE)$/;
const NEST = /^(Get|Post|Put|Patch|All)$/;

/** The framework that calls a handler, by how it is registered, exported or decorated; null where that is not known. */
export function refusalOf(
  handler: FunctionNode,
  module: SourceModule,
  modules: Modules,
  style: Style,
): Refusal | null {
  const dependencies = modules.graph.manifestOf(module.file)?.dependencies ?? {};
  const { quote: q, semicolon: end } = style;
  const uses = (name: string) => name in dependencies || new RegExp(`["']${name}["']`).test(module.text);
  const calls = callsAround(handler, module);
  const names = calls.map((call) => calledName(call) ?? "");
  const [first, second] = handler.params.map(parameterName);
  const forbidden = `{ error: ${q}Forbidden${q} }`;
  // A handler that returns what it answers goes on doing so.
  const answered = (response: string): readonly string[] => {
    const answer = `${response}.status(403).json(${forbidden})${end}`;
    return returnsValue(handler) ? [`return ${answer}`] : [answer, `return${end}`];
  };

  if (handler.type === "ClassMethod" && (handler.decorators?.length ?? 0) > 0)
    return handler.decorators?.some(({ expression }) => NEST.test(calledName(expression) ?? "")) === true
      ? {
          lines: [`throw new ForbiddenException()${end}`],
          needs: { name: "ForbiddenException", from: "@nestjs/common" },
          failure: "framework",
        }
      : null;
  if (ROUTE_FILES.test(module.file) && exportedNames(handler, module).some((name) => HTTP_METHODS.test(name)))
    return {
      lines: [
        `return ${isValue("NextResponse", module) ? "NextResponse" : "Response"}.json(${forbidden}, { status: 403 })${end}`,
      ],
      failure: "framework",
    };
  if (names.some((name) => /^(query|mutation)$/.test(name)) && isProcedure(calls, module))
    return {
      lines: [`throw new TRPCError({ code: ${q}FORBIDDEN${q} })${end}`],
      needs: { name: "TRPCError", from: "@trpc/server" },
      failure: "framework",
    };
  if (names.includes("createServer"))
    return second === undefined
      ? null
      : {
          lines: [`${second}.writeHead(403).end()${end}`, `return${end}`],
          failure: "answer",
          response: second,
        };
  if (/\/pages\/api\//.test(module.file) && second !== undefined)
    return { lines: answered(second), failure: "framework" };
  if (first !== undefined && /^_?(c|ctx|context)$/.test(first)) {
    if (uses("hono") && !(uses("koa") && first === "ctx"))
      return { lines: [`return ${first}.json(${forbidden}, 403)${end}`], failure: "framework" };
    return uses("koa") || uses("@koa/router")
      ? { lines: [`${first}.status = 403${end}`, `return${end}`], failure: "framework" }
      : null;
  }
  if (isFastify(handler, module, second, uses("fastify"), uses("express")))
    return {
      lines: [`return ${second ?? "reply"}.code(403).send(${forbidden})${end}`],
      failure: "framework",
      ...(second === undefined ? { parameter: { index: 1, name: "reply" } } : {}),
      // An async handler that answers by itself returns the reply: else Fastify may answer once more.
      ...(second !== undefined && !handler.async ? { closing: `return ${second}${end}` } : {}),
    };
  if (second === undefined || !/^_?(res|response)$/.test(second) || !uses("express")) return null;
  const isWrapped =
    calls.length > 1 && calls.some((call) => /async|catch|wrap|handler/i.test(calledName(call) ?? ""));
  return {
    lines: answered(second),
    failure: isWrapped || expressSeesRejections(modules.graph, module) ? "framework" : "next",
  };
}

function parameterName(param: Node): string {
  if (param.type === "Identifier") return param.name;
  return param.type === "AssignmentPattern" ? parameterName(param.left) : "";
}

/** Whether a module has imported a name as a value. */
function isValue(name: string, module: SourceModule): boolean {
  const declaration = lookup(module.scopes.root, name)?.declaration;
  if (declaration?.type !== "ImportSpecifier" || declaration.importKind === "type") return false;
  const statement = parentOf(module, declaration);
  return statement?.type === "ImportDeclaration" && statement.importKind !== "type";
}

/** Whether a function returns a value somewhere, functions inside of it left out. */
export function returnsValue(fn: FunctionNode): boolean {
  let does = false;
  walk(
    fn.body,
    (node) => {
      does ||= node.type === "ReturnStatement" && node.argument != null;
    },
    isFunction,
  );
  return does;
}

function isProcedure(calls: readonly Node[], module: SourceModule): boolean {
  return calls.some(
    (call) =>
      (isCall(call) && /procedure|\.input\(|\.use\(/i.test(textOf(module, call.callee as Node))) ||
      /@trpc\/server/.test(module.text),
  );
}

function isFastify(
  handler: FunctionNode,
  module: SourceModule,
  second: string | undefined,
  usesFastify: boolean,
  usesExpress: boolean,
): boolean {
  if (second !== undefined && /^_?(reply|rep)$/.test(second)) return true;
  if (!usesFastify) return false;
  const [call] = callsAround(handler, module);
  const object = call && isCall(call) ? textOf(module, call.callee as Node) : "";
  if (/fastify/i.test(object) || /from ["']fastify["']/.test(module.text))
    return second === undefined || /^_?res/.test(second);
  return second === undefined && !usesExpress;
}

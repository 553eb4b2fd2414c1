import { isCall, isFunction, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { functionAround, placeOf, textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

const ANSWER =
  /^((res|response)\.(\w+\([^)]*\)\.)*(json|send|sendStatus|end|redirect|render)|(NextResponse|Response)\.(json|redirect)|reply\.(\w+\([^)]*\)\.)*(send|redirect)|(c|ctx|context)\.(json|text|body|redirect|html))$/;

const LOG = /^(this\.)?(console|logger|log|winston|pino|Sentry|report\w*)\b[\w.]*\(/;

/** How a handler of requests answers; `code` is what stands there. */
export interface AnswerStyle {
  readonly kind: "express" | "response" | "next" | "fastify" | "hono";
  /** What answers: `res`, `reply`, `c`. */
  readonly name: string;
}

/** The function around a node that answers a request, and how it does; null where it is none. */
export function answeringFunction(
  node: Node,
  module: SourceModule,
): { readonly fn: FunctionNode; readonly style: AnswerStyle } | null {
  const fn = functionAround(module, node);
  const style = fn && answerStyle(fn, module);
  return fn && style ? { fn, style } : null;
}

function answerStyle(fn: FunctionNode, module: SourceModule): AnswerStyle | null {
  let style: AnswerStyle | null = null;
  walk(
    fn.body,
    (node) => {
      const made =
        node.type === "NewExpression" && /^(Next)?Response$/.test(textOf(module, node.callee))
          ? "Response"
          : null;
      const callee = isCall(node) ? textOf(module, unwrap(node.callee as Node)).replaceAll(/\s+/g, "") : made;
      if (callee === null || (made === null && !ANSWER.test(callee))) return;
      const name = /^\w+/.exec(callee)?.[0] ?? "";
      style ??= { kind: kindOf(name), name };
    },
    (node) => isFunction(node) && node !== fn,
  );
  return style;
}

function kindOf(name: string): AnswerStyle["kind"] {
  if (name === "NextResponse") return "next";
  if (name === "Response") return "response";
  if (name === "reply") return "fastify";
  return name.startsWith("res") ? "express" : "hono";
}

/** Whether something that answers stands behind a node in its function, or around it. */
export function answersBehind(node: Node, fn: FunctionNode, module: SourceModule): boolean {
  let found = false;
  walk(
    fn.body,
    (inner) => {
      if ((inner.start ?? 0) < (node.end ?? 0)) return;
      const callee = isCall(inner) ? textOf(module, inner.callee as Node).replaceAll(/\s+/g, "") : "";
      if (
        ANSWER.test(callee) ||
        (inner.type === "NewExpression" && textOf(module, inner.callee).endsWith("Response"))
      )
        found = true;
    },
    (inner) => isFunction(inner) && inner !== fn,
  );
  return found;
}

/** A catch clause that does nothing but log: what follows runs as after a success. */
export function goesOn(handler: Node, module: SourceModule): boolean {
  if (handler.type !== "CatchClause" || handler.body.body.length === 0) return false;
  return (
    handler.body.body.every((one) => one.type === "ExpressionStatement" && LOG.test(textOf(module, one))) &&
    placeOf(module, handler)?.parent.type === "TryStatement"
  );
}

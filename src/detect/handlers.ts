import type * as t from "@babel/types";
import { isCall, isFunction, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, walk, type SourceModule } from "../syntax/sourceModule.ts";

/**
 * What a catch clause or rejection handler does with a failure.
 * `empty`: swallows it without a word. `rethrows`: only throws it on. `forwards`: hands it to `next`, a framework's error path.
 */
export type HandlerKind = "handles" | "empty" | "rethrows" | "forwards";

/** What a catch clause does with what it catches. */
export function kindOfCatch(clause: t.CatchClause, module: SourceModule): HandlerKind {
  const param = clause.param?.type === "Identifier" ? clause.param : null;
  return kindOfBody(clause.body.body, param, module);
}

/** What a handler given to `.catch` or as second argument of `.then` does; null where there is none (`.catch()`, `.then(ok, undefined)`). */
export function kindOfHandler(handler: Node | undefined, module: SourceModule): HandlerKind | null {
  if (!handler) return null;
  const node = unwrap(handler);
  if (node.type === "NullLiteral" || (node.type === "Identifier" && node.name === "undefined")) return null;
  if (node.type === "Identifier" && (node.name === "next" || node.name === "done")) return "forwards";
  if (node.type === "Identifier" && /^noop$/i.test(node.name)) return "empty";
  if (!isFunction(node)) return "handles";
  const [first] = node.params;
  const param = first?.type === "Identifier" ? first : null;
  if (node.body.type === "BlockStatement") return kindOfBody(node.body.body, param, module);
  return kindOfValue(node.body, param, module);
}

/** Whether a handler that does something with a failure also throws it on, or another in its place. */
export function throwsOn(handler: Node): boolean {
  const body = handler.type === "CatchClause" || isFunction(handler) ? handler.body : null;
  let throws = false;
  const look = (node: Node) => {
    if (node.type === "ThrowStatement") throws = true;
  };
  if (body) walk(body, look, isFunction);
  return throws;
}

function kindOfBody(
  statements: readonly t.Statement[],
  param: t.Identifier | null,
  module: SourceModule,
): HandlerKind {
  if (statements.every(isIdle)) return "empty";
  const only = statements.length === 1 ? statements[0] : undefined;
  if (only?.type === "ThrowStatement") return isSame(only.argument, param, module) ? "rethrows" : "handles";
  if (statements.some((s) => forwardsIn(s, param, module))) return "forwards";
  return "handles";
}

/** `return;`, `continue;`, `return null;`, `;`: leaves without a word about the failure. */
export function isIdle(statement: t.Statement): boolean {
  if (
    statement.type === "EmptyStatement" ||
    statement.type === "ContinueStatement" ||
    statement.type === "BreakStatement"
  )
    return true;
  return statement.type === "ReturnStatement" && (!statement.argument || isNothing(statement.argument));
}

function isNothing(node: Node): boolean {
  return (
    node.type === "NullLiteral" ||
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}

function kindOfValue(value: Node, param: t.Identifier | null, module: SourceModule): HandlerKind {
  if (isNothing(value) || (value.type === "ObjectExpression" && value.properties.length === 0))
    return "empty";
  if (isCall(value) && forwardsCall(value, param, module)) return "forwards";
  return "handles";
}

/** `throw err;` of the very variable that was caught. */
function isSame(argument: Node, param: t.Identifier | null, module: SourceModule): boolean {
  const binding = param && bindingOf(module, param);
  return binding !== null && argument.type === "Identifier" && bindingOf(module, argument) === binding;
}

function forwardsIn(statement: t.Statement, param: t.Identifier | null, module: SourceModule): boolean {
  let found = false;
  const look = (node: Node) => {
    if (isCall(node) && forwardsCall(node, param, module)) found = true;
  };
  walk(statement, look, isFunction);
  return found;
}

function forwardsCall(
  call: t.CallExpression | t.OptionalCallExpression,
  param: t.Identifier | null,
  module: SourceModule,
): boolean {
  const [first] = call.arguments;
  return (
    call.callee.type === "Identifier" &&
    call.callee.name === "next" &&
    first?.type === "Identifier" &&
    isSame(first, param, module)
  );
}

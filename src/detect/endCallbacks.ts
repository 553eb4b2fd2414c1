import type * as t from "@babel/types";
import type { Evaluator } from "../resolve/evaluator.ts";
import {
  encloses,
  isCall,
  isFunction,
  isMember,
  startOf,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { bindingOf, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { isIdle } from "./handlers.ts";

/**
 * What a request's callback `(err, res)` does with a failure.
 * `missing`: there is none. `silent`: looks away. `unguarded`: uses the response, which a network failure does not bring,
 * before it looks at the error. `throws`: out of the callback, where nobody catches. `misnamed`: takes its first parameter,
 * the error, for the response.
 */
export type CallbackKind = "handles" | "missing" | "silent" | "unguarded" | "throws" | "misnamed";

/** A request's callback, as far as it is visible. */
export interface EndCallback {
  readonly kind: CallbackKind;
  /** The call that sends the request and takes the callback. */
  readonly call: t.CallExpression | t.OptionalCallExpression;
  /** The callback's function, where it is seen. */
  readonly fn: FunctionNode | null;
  readonly module: SourceModule;
  /** The `if (err)` whose branch throws, or leaves without a word. */
  readonly check?: t.IfStatement;
}

const RESPONSE_NAMES = /^_?(res|resp|response|result|r|reply|answer)$/i;

/** Reads the callback that `.end(callback)` is given. */
export function readEndCallback(
  tracer: Evaluator,
  call: EndCallback["call"],
  argument: Node | undefined,
  module: SourceModule,
): EndCallback {
  const base = { call, fn: null, module };
  const node = argument && unwrap(argument);
  if (!node || node.type === "NullLiteral" || (node.type === "Identifier" && node.name === "undefined"))
    return { ...base, kind: "missing" };
  if (isFunction(node)) return { call, ...readFunction(node, module) };
  const value = tracer.evaluate(node, module).find((v) => v.kind === "function");
  return value ? { call, ...readFunction(value.node, value.module) } : { ...base, kind: "handles" };
}

function readFunction(fn: FunctionNode, module: SourceModule): Omit<EndCallback, "call"> {
  const kindOf = (kind: CallbackKind, check?: t.IfStatement) => ({
    kind,
    fn,
    module,
    ...(check ? { check } : {}),
  });
  const [first, second] = fn.params;
  if (!first) return kindOf(/\barguments\b/.test(textOf(fn.body, module)) ? "handles" : "silent");
  if (first.type !== "Identifier") return kindOf(first.type === "RestElement" ? "handles" : "misnamed");
  const looks = (bindingOf(module, first)?.references ?? []).filter((r) => encloses(fn.body, r));
  if (!second && RESPONSE_NAMES.test(first.name)) return kindOf("misnamed");
  if (second?.type === "Identifier" && leavesWithout(second.name, fn, module)) return kindOf("handles");
  const touch = firstTouch(second, fn, module);
  const look = Math.min(...looks.map((reference) => lookOffset(reference, fn, module)));
  if (touch !== null && touch < look) return kindOf("unguarded");
  if (looks.length === 0) return kindOf("silent");
  const check = looks.length <= 2 ? checkOf(looks, fn, module) : null;
  if (!check) return kindOf("handles");
  return check.kind === "throws" ? kindOf("throws", check.statement) : kindOf("silent", check.statement);
}

function textOf(node: Node, module: SourceModule): string {
  return module.text.slice(node.start ?? 0, node.end ?? 0);
}

/** `if (!res) return done(new Error(…))` in front of everything else: a network failure is told, by its missing response. */
function leavesWithout(name: string, fn: FunctionNode, module: SourceModule): boolean {
  const [first] = fn.body.type === "BlockStatement" ? fn.body.body : [];
  if (first?.type !== "IfStatement" || !new RegExp(`^!\\s*${name}\\b`).test(textOf(first.test, module)))
    return false;
  const branch = first.consequent.type === "BlockStatement" ? first.consequent.body : [first.consequent];
  return branch.at(-1)?.type === "ReturnStatement" && !branch.every(isIdle);
}

/** When the error is looked at: handed to a call, that is when all arguments are there. */
function lookOffset(reference: Node, fn: FunctionNode, module: SourceModule): number {
  const place = placeOf(module, reference);
  if (place && isCall(place.parent) && place.key === "arguments" && encloses(fn, place.parent))
    return place.parent.end ?? 0;
  return startOf(reference);
}

/** Where the response is first taken apart without a look whether it is there; null where it never is. */
function firstTouch(param: Node | undefined, fn: FunctionNode, module: SourceModule): number | null {
  if (!param) return null;
  if (param.type === "ObjectPattern" || param.type === "ArrayPattern") return startOf(param);
  if (param.type !== "Identifier") return null;
  const touches = (bindingOf(module, param)?.references ?? [])
    .filter((reference) => {
      const place = placeOf(module, reference);
      if (!place) return false;
      const isTaken =
        (place.parent.type === "MemberExpression" && place.key === "object") ||
        (place.parent.type === "VariableDeclarator" && place.parent.id.type !== "Identifier");
      return isTaken && !isGuarded(reference, param.name, fn, module);
    })
    .map(startOf);
  return touches.length > 0 ? Math.min(...touches) : null;
}

/** `res && res.body`, `res ? res.body : null`, `if (res) …`. */
function isGuarded(reference: Node, name: string, fn: FunctionNode, module: SourceModule): boolean {
  const mentions = (node: Node) => new RegExp(`\\b${name}\\b`).test(textOf(node, module));
  for (
    let at = reference, parent = parentOf(module, at);
    parent && at !== fn;
    at = parent, parent = parentOf(module, at)
  ) {
    if (
      parent.type === "LogicalExpression" &&
      parent.operator === "&&" &&
      parent.right === at &&
      mentions(parent.left)
    )
      return true;
    if (
      (parent.type === "ConditionalExpression" || parent.type === "IfStatement") &&
      parent.test !== at &&
      mentions(parent.test)
    )
      return true;
    // The test itself reads `res`: `if (!res || res.status !== 200)`.
    if (
      parent.type === "LogicalExpression" &&
      parent.operator === "||" &&
      parent.right === at &&
      mentions(parent.left)
    )
      return true;
  }
  return false;
}

/** The only look at the error is an `if` that throws it, or leaves without a word. */
function checkOf(
  looks: readonly Node[],
  fn: FunctionNode,
  module: SourceModule,
): { readonly statement: t.IfStatement; readonly kind: "throws" | "silent" } | null {
  const [first, second] = looks;
  const statement = first && testOf(first, module);
  if (!statement || !encloses(fn, statement)) return null;
  const isNegated = statement.test.type === "UnaryExpression" && statement.test.operator === "!";
  if (isNegated) return looks.length === 1 && !statement.alternate ? { statement, kind: "silent" } : null;
  const branch =
    statement.consequent.type === "BlockStatement" ? statement.consequent.body : [statement.consequent];
  const last = branch.at(-1);
  if (last?.type === "ThrowStatement") return { statement, kind: "throws" };
  if (second || statement.alternate || !branch.every(isIdle)) return null;
  return { statement, kind: "silent" };
}

/** The `if` whose whole test is the reference, or its negation. */
function testOf(reference: Node, module: SourceModule): t.IfStatement | null {
  const place = placeOf(module, reference);
  const outer = place?.parent.type === "UnaryExpression" ? placeOf(module, place.parent) : place;
  return outer?.parent.type === "IfStatement" && outer.key === "test" ? outer.parent : null;
}

/** The member call that a node is the object of: `node.method(…)`. */
export function methodCall(
  node: Node,
  module: SourceModule,
): {
  readonly call: t.CallExpression | t.OptionalCallExpression;
  readonly callee: t.MemberExpression | t.OptionalMemberExpression;
} | null {
  const place = placeOf(module, node);
  if (!place || !isMember(place.parent) || place.key !== "object") return null;
  const call = placeOf(module, place.parent);
  return call && isCall(call.parent) && call.key === "callee"
    ? { call: call.parent, callee: place.parent }
    : null;
}

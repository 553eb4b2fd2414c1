import type * as t from "@babel/types";
import {
  encloses,
  isCall,
  isFunction,
  isMember,
  isTypeWrapper,
  memberName,
  unwrap,
  type Node,
} from "../syntax/node.ts";
import { patternIdentifiers } from "../syntax/positions.ts";
import { bindingOf, functionAround, placeOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import { kindOfCatch } from "../detect/handlers.ts";

/** The statement that a node stands in, within its function; null where there is none (an arrow's expression body, a class field, a parameter). */
export function statementOf(node: Node, module: SourceModule): t.Statement | null {
  for (
    let at: Node = node, place = placeOf(module, at);
    place;
    at = place.parent, place = placeOf(module, at)
  ) {
    if (isFunction(place.parent) && (place.key !== "body" || at.type !== "BlockStatement")) return null;
    if (place.parent.type === "ClassBody") return null;
    if (isStatement(at)) return at;
  }
  return null;
}

function isStatement(node: Node): node is t.Statement {
  return (
    node.type.endsWith("Statement") ||
    /^(VariableDeclaration|FunctionDeclaration|ClassDeclaration|ExportNamedDeclaration|ExportDefaultDeclaration)$/.test(
      node.type,
    )
  );
}

/** The list of statements that a statement is in (a block, a program, a case), or null where it is the only body of something. */
export function listOf(statement: Node, module: SourceModule): readonly t.Statement[] | null {
  const place = placeOf(module, statement);
  if (!place || place.index === null) return null;
  const { parent, key } = place;
  if (
    (parent.type === "BlockStatement" ||
      parent.type === "Program" ||
      parent.type === "StaticBlock" ||
      parent.type === "TSModuleBlock") &&
    key === "body"
  )
    return parent.body as t.Statement[];
  return parent.type === "SwitchCase" && key === "consequent" ? parent.consequent : null;
}

/** The `try` around a node in the same function, in whose block it stands. */
export function tryAround(
  node: Node,
  module: SourceModule,
  wanted: (statement: t.TryStatement) => boolean,
): t.TryStatement | null {
  for (
    let at: Node = node, place = placeOf(module, at);
    place;
    at = place.parent, place = placeOf(module, at)
  ) {
    if (isFunction(place.parent)) return null;
    if (place.parent.type === "TryStatement" && place.key === "block" && wanted(place.parent))
      return place.parent;
  }
  return null;
}

/** A `try` whose `catch` does something with what it catches. */
export function catches(module: SourceModule): (statement: t.TryStatement) => boolean {
  return (statement) => statement.handler != null && kindOfCatch(statement.handler, module) !== "rethrows";
}

/** Whether anything of the function runs after a statement: what follows it, or another round of a loop. */
export function isFollowed(statement: Node, module: SourceModule): boolean {
  for (
    let at = statement, place = placeOf(module, at);
    place;
    at = place.parent, place = placeOf(module, at)
  ) {
    if (isFunction(place.parent)) return false;
    if (/^(For|While|DoWhile)/.test(place.parent.type)) return true;
    const list = listOf(at, module);
    if (list && list.at(-1) !== at) return true;
  }
  return false;
}

/** Whether names that statements declare are used outside of them: after, or before in a closure. */
export function usedOutside(statements: readonly t.Statement[], module: SourceModule): boolean {
  const start = statements[0]?.start ?? 0;
  const end = statements.at(-1)?.end ?? 0;
  if (statements.some((s) => /^(Export|Import)/.test(s.type))) return true;
  return declaredBy(statements).some((identifier) =>
    (bindingOf(module, identifier)?.references ?? []).some(
      (r) => (r.start ?? 0) >= end || (r.start ?? 0) < start,
    ),
  );
}

/** The identifiers that statements declare in their own list. */
export function declaredBy(statements: readonly t.Statement[]): readonly t.Identifier[] {
  return statements.flatMap((s) => {
    if (s.type === "VariableDeclaration") return s.declarations.flatMap((d) => patternIdentifiers(d.id));
    return (s.type === "FunctionDeclaration" || s.type === "ClassDeclaration") && s.id ? [s.id] : [];
  });
}

/** Whether a statement uses one of the names. */
export function usesAny(
  statement: t.Statement,
  names: readonly t.Identifier[],
  module: SourceModule,
): boolean {
  return names.some((identifier) =>
    (bindingOf(module, identifier)?.references ?? []).some(
      (r) => (statement.start ?? 0) <= (r.start ?? 0) && (r.end ?? 0) <= (statement.end ?? 0),
    ),
  );
}

/**
 * Whether code holds a call besides those given, what is inside of those, and what is built around them:
 * chains, aggregates, and helpers that carry their failure on.
 */
export function hasOtherCalls(
  nodes: readonly Node[],
  own: readonly Node[],
  carriers: readonly Node[],
): boolean {
  let found = false;
  const names = new Set(
    nodes.flatMap((n) => (n.type === "VariableDeclaration" ? declaredBy([n]).map((i) => i.name) : [])),
  );
  const look = (node: Node) => {
    if (!isCall(node) && node.type !== "NewExpression" && node.type !== "ThrowStatement") return;
    if (carriers.includes(node) || (isCall(node) && (isOnResult(node, names) || isPromiseMethod(node, own))))
      return;
    found = true;
  };
  for (const node of nodes) walk(node, look, (inner) => own.includes(inner));
  // What an argument waits for (`trigger(c, e, await load())`) fails before the call is made.
  const waits = (inner: Node) => {
    if (inner.type === "AwaitExpression") found = true;
  };
  for (const call of own)
    for (const argument of isCall(call) ? call.arguments : []) walk(argument, waits, isFunction);
  return found;
}

/** `.then`, `.map` and the like behind one of the calls, or `Promise.all` around it. */
function isPromiseMethod(call: t.CallExpression | t.OptionalCallExpression, own: readonly Node[]): boolean {
  const callee = unwrap(call.callee as Node);
  if (!isMember(callee) || !own.some((o) => encloses(call, o))) return false;
  return /^(then|catch|finally|all|race|any|allSettled|map|flatMap)$/.test(memberName(callee) ?? "");
}

const ANSWERS = /^(json|send|end|sendStatus|redirect|render|sendFile|jsonp|download)$/;

/** Whether an Express handler has surely answered before a node is reached: an error can no longer become a response. */
export function hasAnswered(node: Node, fn: Node, module: SourceModule): boolean {
  const response = isFunction(fn) ? fn.params[fn.params.length === 4 ? 2 : 1] : undefined;
  const binding = response?.type === "Identifier" ? bindingOf(module, response) : null;
  if (!binding) return false;
  for (
    let at: Node = node, place = placeOf(module, at);
    place && at !== fn;
    at = place.parent, place = placeOf(module, at)
  ) {
    const list = listOf(at, module);
    const before = list?.slice(0, list.indexOf(at as t.Statement)) ?? [];
    if (before.some((s) => s.type === "ExpressionStatement" && answers(s.expression, binding.name)))
      return true;
  }
  return false;
}

/** `res.status(201).json(x)`, awaited or not. */
function answers(expression: Node, name: string): boolean {
  let node = expression.type === "AwaitExpression" ? unwrap(expression.argument) : unwrap(expression);
  if (!isCall(node) || !isMember(node.callee) || !ANSWERS.test(memberName(node.callee) ?? "")) return false;
  while (isCall(node) || isMember(node)) node = unwrap(isCall(node) ? (node.callee as Node) : node.object);
  return node.type === "Identifier" && node.name === name;
}

/** `res.json()` on what the call gave. */
function isOnResult(call: t.CallExpression | t.OptionalCallExpression, names: ReadonlySet<string>): boolean {
  const callee = unwrap(call.callee as Node);
  if (!isMember(callee)) return false;
  const object = unwrap(callee.object);
  return object.type === "Identifier" && names.has(object.name);
}

/** The outermost promise that is made of a call in place: its chain of `then` and `finally`, its `Promise.all`. */
export function promiseAround(node: Node, module: SourceModule, limit: Node, isRequest = false): Node {
  let promise = node;
  for (let at: Node | null = node; at && at !== limit;) {
    const next: Wider | null = wider(at, module, isRequest);
    // Arrays and type wrappers are passed through only on the way to a promise: a handler cannot be put on them.
    if (next?.isPromise) promise = next.node;
    at = next?.node ?? null;
  }
  return promise;
}

interface Wider {
  readonly node: Node;
  readonly isPromise: boolean;
}

/** `isRequest`: whatever method is called on it gives the request again. */
function wider(node: Node, module: SourceModule, isRequest: boolean): Wider | null {
  const place = placeOf(module, node);
  if (!place) return null;
  const { parent, key } = place;
  if (isMember(parent) && key === "object") {
    const call = placeOf(module, parent);
    if (!call || !isCall(call.parent) || call.key !== "callee") return null;
    const name = memberName(parent) ?? "";
    if (/^(then|finally|catch)$/.test(name)) return { node: call.parent, isPromise: true };
    if (/^(map|flat|filter)$/.test(name)) return { node: call.parent, isPromise: false };
    return isRequest ? { node: call.parent, isPromise: true } : null;
  }
  if (parent.type === "ArrayExpression" || parent.type === "SpreadElement" || isTypeWrapper(parent))
    return { node: parent, isPromise: false };
  if (isCall(parent) && key === "arguments") {
    const callee = unwrap(parent.callee as Node);
    const isOfPromise =
      isMember(callee) && callee.object.type === "Identifier" && callee.object.name === "Promise";
    return isOfPromise ? { node: parent, isPromise: true } : null;
  }
  return null;
}

/** Whether an expression is the promise, or one of several that a condition chooses from. */
export function standsForPromise(node: Node, promise: Node): boolean {
  const inner = unwrap(node);
  if (inner === promise) return true;
  if (inner.type === "ConditionalExpression")
    return standsForPromise(inner.consequent, promise) || standsForPromise(inner.alternate, promise);
  if (inner.type === "LogicalExpression")
    return standsForPromise(inner.right, promise) || standsForPromise(inner.left, promise);
  return (
    inner.type === "SequenceExpression" &&
    inner.expressions.length > 0 &&
    standsForPromise(inner.expressions.at(-1) as Node, promise)
  );
}

/** Whether a `try` with a `catch` sees what a call throws at once, also through callbacks that an array method runs at once. */
export function isThrowSeen(node: Node, module: SourceModule): boolean {
  if (tryAround(node, module, (statement) => statement.handler != null)) return true;
  const fn = functionAround(module, node);
  const place = fn && !fn.async ? placeOf(module, fn) : undefined;
  if (!place || !isCall(place.parent) || place.key !== "arguments") return false;
  const callee = unwrap(place.parent.callee as Node);
  const isAtOnce =
    isMember(callee) &&
    /^(forEach|map|flatMap|filter|some|every|find|reduce)$/.test(memberName(callee) ?? "");
  return isAtOnce && isThrowSeen(place.parent, module);
}

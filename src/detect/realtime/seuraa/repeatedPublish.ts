import type * as t from "@babel/types";
import { encloses, isCall, isFunction, keyName, unwrap, type Node } from "../../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";

const LOOP = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;
const RETRY = /(^|\.)(p?retry\w*|with_?(retr(y|ies)|back_?off)|(async_?)?retry|(exponential_?)?back_?off)$/i;
const LEAVES = /^(Return|Break)Statement$/;
const MADE_ON_THE_SPOT = /randomUUID|uuid|nanoid|ulid|cuid|Date\.now|new Date|Math\.random/;

/** A publish that is made again after a failure, and what is wrong with that. */
export interface RepeatedPublish {
  readonly call: t.CallExpression | t.OptionalCallExpression;
  /** The loop, the call of a retry helper, or the function that calls itself. */
  readonly around: Node;
  readonly kind: "loop" | "helper" | "recursion";
  /** The catch clause that starts the next round. */
  readonly handler: t.CatchClause | null;
  /** Each round has the same `clientEventId`. */
  readonly hasId: boolean;
  /** The handler tells what may be repeated from what may not. */
  readonly looksAtStatus: boolean;
  /** Something between the call and the loop makes it several publishes in one round. */
  readonly isMany: boolean;
}

/** Reads how a publish is repeated; null where it is not, or as it should be. */
export function repeatedPublish(
  call: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): RepeatedPublish | null {
  let handler: t.CatchClause | null = null;
  let isMany = false;
  for (
    let node: Node = call, place = placeOf(module, node);
    place;
    node = place.parent, place = placeOf(module, node)
  ) {
    const { parent, key } = place;
    if (parent.type === "TryStatement" && key === "block" && parent.handler) handler ??= parent.handler;
    if (LOOP.test(parent.type) && key === "body") {
      // A loop over many things publishes each once; one that counts, or runs until it is done, tries again.
      if (handler && !/^For(Of|In)/.test(parent.type))
        return endsOnSuccess(call, handler, parent, module) && (isMany || !isOfRound(call, parent, module))
          ? judged(parent, "loop")
          : null;
      if (handler) return null;
      isMany = true;
    }
    if (!isFunction(node)) continue;
    if (isCall(parent) && key === "arguments") {
      const callee = textOf(module, parent.callee as Node);
      if (RETRY.test(callee)) return judged(parent, "helper");
      if (!/\.(map|forEach)$/.test(callee)) return null;
      isMany = true;
      continue;
    }
    return handler && callsItself(handler, node, module) ? judged(node, "recursion") : null;
  }
  return null;

  function judged(around: Node, kind: RepeatedPublish["kind"]): RepeatedPublish | null {
    const hasId = hasStableId(call, around, module);
    const looksAtStatus = kind === "helper" || (handler !== null && looksAt(handler, module));
    return hasId && looksAtStatus ? null : { call, around, kind, handler, hasId, looksAtStatus, isMany };
  }
}

/** The options that hold the `clientEventId`, and its property. */
export function idOf(call: Node): { readonly options: Node | null; readonly id: t.ObjectProperty | null } {
  const given = isCall(call) ? (call.arguments[3] as Node | undefined) : undefined;
  const options = given ? unwrap(given) : null;
  if (options?.type !== "ObjectExpression") return { options, id: null };
  const id = options.properties.find(
    (one): one is t.ObjectProperty => one.type === "ObjectProperty" && keyName(one) === "clientEventId",
  );
  return { options, id: id ?? null };
}

/** A `clientEventId` that is not made anew for each round. */
function hasStableId(call: Node, around: Node, module: SourceModule): boolean {
  const { options, id } = idOf(call);
  if (!options) return false;
  if (options.type !== "ObjectExpression") return true;
  if (!id) return options.properties.some((one) => one.type === "SpreadElement");
  if (MADE_ON_THE_SPOT.test(textOf(module, id.value))) return false;
  return isFunction(around) || !mentionsRound(id.value, around, module);
}

/** What is published is another thing in each round: the loop works through a list or a queue, it does not try again. */
function isOfRound(call: RepeatedPublish["call"], loop: Node, module: SourceModule): boolean {
  return call.arguments.slice(0, 3).some((argument) => mentionsRound(argument, loop, module));
}

/** Mentions something that the loop declares. */
function mentionsRound(node: Node, loop: Node, module: SourceModule): boolean {
  let found = false;
  walk(node, (inner) => {
    const binding = inner.type === "Identifier" ? bindingOf(module, inner) : null;
    if (!binding) return;
    const at = binding.identifier.start ?? 0;
    if ((loop.start ?? 0) < at && at < (loop.end ?? 0) && !encloses(node, binding.identifier)) found = true;
  });
  return found;
}

/** A success leaves the loop: by `return` or `break` behind the call, or by a variable that the loop's condition asks. */
function endsOnSuccess(call: Node, handler: t.CatchClause, loop: Node, module: SourceModule): boolean {
  const place = placeOf(module, handler);
  const attempt = place?.parent;
  if (attempt?.type !== "TryStatement") return false;
  const around = placeOf(module, attempt)?.parent;
  const list = around?.type === "BlockStatement" ? around.body : [];
  const behind = list.slice(list.indexOf(attempt) + 1).filter(({ type }) => LEAVES.test(type));
  const test = "test" in loop && loop.test ? textOf(module, loop.test as Node) : "";
  let found = behind.length > 0;
  walk(
    attempt.block,
    (node) => {
      if (LEAVES.test(node.type) && (encloses(node, call) || (node.start ?? 0) > (call.end ?? 0)))
        found = true;
      const target = node.type === "AssignmentExpression" ? textOf(module, node.left) : null;
      if (target !== null && /^\w+$/.test(target) && new RegExp(`\\b${target}\\b`).test(test)) found = true;
    },
    (node) => isFunction(node),
  );
  return found;
}

/** A condition of the handler is about the error, or the handler asks somebody. */
function looksAt(handler: t.CatchClause, module: SourceModule): boolean {
  const name = handler.param?.type === "Identifier" ? handler.param.name : null;
  let found = false;
  walk(handler.body, (node) => {
    const test =
      node.type === "IfStatement" || node.type === "ConditionalExpression"
        ? node.test
        : node.type === "SwitchStatement"
          ? node.discriminant
          : null;
    if (!test) return;
    const text = textOf(module, test);
    if (/status|retr(y|iable)|transient|4\d\d|503/i.test(text)) found = true;
    if (name !== null && new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text))
      found = true;
  });
  return found;
}

/** `catch { return send(n - 1); }` */
function callsItself(handler: t.CatchClause, fn: Node, module: SourceModule): boolean {
  const place = placeOf(module, fn);
  const named = fn.type === "FunctionDeclaration" || fn.type === "FunctionExpression" ? fn.id?.name : null;
  const name =
    named ??
    (place?.parent.type === "VariableDeclarator" && place.parent.id.type === "Identifier"
      ? place.parent.id.name
      : fn.type === "ClassMethod" || fn.type === "ObjectMethod"
        ? keyName(fn)
        : null);
  if (name === null) return false;
  let found = false;
  walk(handler.body, (node) => {
    if (!isCall(node)) return;
    const callee = textOf(module, node.callee as Node);
    if (callee === name || callee === `this.${name}`) found = true;
  });
  return found && functionAround(module, handler) === fn;
}

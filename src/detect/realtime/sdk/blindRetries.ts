import type * as t from "@babel/types";
import type { Ending } from "../../../model/finding.ts";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../syntax/node.ts";
import type { Binding } from "../../../syntax/scope.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import { sdkCallsOf } from "../../carried.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import type { CallHandler } from "../callHandlers.ts";
import { siteOf } from "../observe.ts";

const CONTRACT = "metered-realtime";

/** A handler that repeats its call, and how. */
export interface RetryDetail {
  readonly call: Node;
  readonly handler: t.CatchClause | FunctionNode;
  readonly error: Binding | null;
  /** What repeats it: the same call again, the function that it stands in, or the loop around it. */
  readonly again: Node | null;
  readonly loop: t.WhileStatement | t.DoWhileStatement | t.ForStatement | null;
  /** Where an error that the handler throws ends. */
  readonly thrown: Ending;
}

/** S4: a call that is repeated whatever its error. */
export function blindRetries(
  { name, handler, call, error }: CallHandler,
  fates: FateFinder,
  module: SourceModule,
): readonly Site[] {
  if ((handler.type !== "CatchClause" && !isFunction(handler)) || tells(handler, error, module)) return [];
  const found: { node: Node; again: Node | null; loop: RetryDetail["loop"] }[] = [];
  const own = functionAround(module, call);
  walk(handler, (node) => {
    if (!isCall(node) || node === call) return;
    // Another channel or peer instead is no repetition.
    const isSame =
      textOf(module, node) === textOf(module, call) &&
      sdkCallsOf(fates.tracer, node, module).some(
        (one) => one.contract === CONTRACT && one.name === name && !one.opaque,
      );
    if (isSame || (own && repeats(node, own, module))) found.push({ node, again: node, loop: null });
  });
  const loop = handler.type === "CatchClause" ? loopAround(call, handler, module) : null;
  if (loop) found.push({ node: call, again: null, loop });
  const [first] = found;
  if (!first) return [];
  const thrown =
    handler.type === "CatchClause"
      ? fates.thrown(handler.body, module).ending
      : fates.of(chainOf(handler, module) ?? call, module).ending;
  const detail: RetryDetail = { call, handler, error, again: first.again, loop: first.loop, thrown };
  return [
    siteOf({
      contract: CONTRACT,
      rule: "blind-retry",
      name,
      node: first.node,
      module,
      message: `${name} is called again whatever the error: what can never succeed is repeated, and after a lost answer a message arrives twice.`,
      advice: "decide by the error's `name`: repeat `backend_error` and `internal_error` only, a few times",
      detail,
    }),
  ];
}

/** Whether a handler looks at which error it has. */
function tells(handler: Node, error: Binding | null, module: SourceModule): boolean {
  let found = false;
  walk(handler, (node) => {
    if (isMember(node) && /^(name|closeCode)$/.test(memberName(node) ?? ""))
      found ||= node.object.type !== "ThisExpression" && !isOfInner(node.object, handler, module);
    if (node.type === "BinaryExpression" && node.operator === "instanceof") found = true;
    if (!error || node.type !== "Identifier" || bindingOf(module, node) !== error) return;
    for (
      let at: Node = node, place = placeOf(module, at);
      place && at !== handler;
      at = place.parent, place = placeOf(module, at)
    )
      if (place.key === "test" || place.key === "discriminant") found = true;
  });
  return found;
}

/** `err.name` in a handler inside of the handler asks another error. */
function isOfInner(object: Node, handler: Node, module: SourceModule): boolean {
  const inner = unwrap(object);
  const binding = inner.type === "Identifier" ? bindingOf(module, inner) : null;
  const owner = binding && functionAround(module, binding.identifier);
  return (
    owner !== null &&
    owner !== handler &&
    owner.params.includes(binding?.identifier as never) &&
    (owner.start ?? 0) > (handler.start ?? 0) &&
    (owner.end ?? 0) <= (handler.end ?? 0)
  );
}

/** `send(message)` or `setTimeout(send, 1000)` in `send` itself. */
function repeats(call: Node, own: FunctionNode, module: SourceModule): boolean {
  if (!isCall(call)) return false;
  const isOwn = (node: Node): boolean => {
    const inner = unwrap(node);
    if (inner.type === "Identifier") {
      const binding = bindingOf(module, inner);
      // `next(err)`: a parameter is declared by the function, but is not the function.
      if (!binding || binding.kind === "param") return false;
      const declared = binding.declaration;
      if (declared === own) return true;
      return (
        declared.type === "VariableDeclarator" &&
        declared.init !== null &&
        declared.init !== undefined &&
        unwrap(declared.init) === own
      );
    }
    return (
      isMember(inner) &&
      inner.object.type === "ThisExpression" &&
      (own.type === "ClassMethod" || own.type === "ObjectMethod") &&
      own.key.type === "Identifier" &&
      memberName(inner) === own.key.name
    );
  };
  if (isOwn(call.callee as Node)) return true;
  const [first] = call.arguments;
  return (
    /(^|\.)set(Timeout|Immediate)$/.test(textOf(module, call.callee as Node)) &&
    !!first &&
    isOwn(first as Node)
  );
}

/** The loop that makes the call until it succeeds: success leaves it, failure goes round again. */
function loopAround(call: Node, handler: t.CatchClause, module: SourceModule): RetryDetail["loop"] {
  const attempt = parentOf(module, handler);
  const last = handler.body.body.at(-1);
  if (attempt?.type !== "TryStatement" || (last && /^(Throw|Return|Break)Statement$/.test(last.type)))
    return null;
  let loop: Node | undefined = parentOf(module, attempt);
  while (loop && /^(BlockStatement|IfStatement)$/.test(loop.type)) loop = parentOf(module, loop);
  if (loop?.type !== "WhileStatement" && loop?.type !== "DoWhileStatement" && loop?.type !== "ForStatement")
    return null;
  const test = loop.test ? textOf(module, loop.test) : "";
  let leaves = false;
  walk(
    attempt.block,
    (node) => {
      if ((node.start ?? 0) < (call.start ?? 0) && node.type !== "ReturnStatement") return;
      if (node.type === "BreakStatement" || node.type === "ReturnStatement") leaves = true;
      if (node.type === "AssignmentExpression" && node.left.type === "Identifier")
        leaves ||= new RegExp(`\\b${node.left.name}\\b`).test(test);
    },
    (node) => isFunction(node),
  );
  return leaves ? loop : null;
}

/** `x.catch(handler)` as a whole. */
function chainOf(handler: Node, module: SourceModule): Node | null {
  const place = placeOf(module, handler);
  return place && isCall(place.parent) && place.key === "arguments" ? place.parent : null;
}

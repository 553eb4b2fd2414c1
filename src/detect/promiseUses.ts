import type { Disposition } from "../model/finding.ts";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import type { Binding } from "../syntax/scope.ts";
import { bindingOf, functionAround, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { settled, as, type Fate } from "./fate.ts";

/** The disposition at the call itself; where another call carries its function on, that of the carrying. */
export function here(disposition: Disposition, fate: Fate): Fate {
  if (!fate.carrier) return as(disposition, fate);
  if (fate.disposition === "aggregated") return fate;
  return as(fate.isPassed ? "passed" : disposition, fate);
}

/**
 * A callback that is little more than the call: what surrounds it is the better place for a handler.
 * Behind a `then` the handler is one more link of the chain, however long the callback is.
 */
export function isSmall(fn: FunctionNode, carrier: Node): boolean {
  const isChain = isChained(carrier);
  const isAtOnce = isCall(carrier) && isFunction(unwrap(carrier.callee as Node));
  return isChain || isAtOnce || fn.body.type !== "BlockStatement" || fn.body.body.length <= 3;
}

/** `promise.then(…)`, `.catch(…)`, `.finally(…)`. */
export function isChained(call: Node): boolean {
  return (
    isCall(call) && isMember(call.callee) && /^(then|catch|finally)$/.test(memberName(call.callee) ?? "")
  );
}

/** `map` and its like, `then` and its like, a function called at once. */
export function isCollected(call: Node): boolean {
  const callee = isCall(call) ? unwrap(call.callee as Node) : null;
  if (callee === null || !isMember(callee)) return isFunction(callee);
  return /^(map|flatMap|reduce|from|then|catch|finally|call|apply)$/.test(memberName(callee) ?? "");
}

/** The promise that a call of its executor's `resolve` settles. */
export function resolvedBy(callee: Node, module: SourceModule): Node | null {
  const binding = bindingOf(module, callee);
  const executor = binding?.kind === "param" ? binding.declaration : null;
  const place = executor && placeOf(module, executor);
  if (
    !isFunction(executor) ||
    executor.params[0] !== binding?.identifier ||
    place?.parent.type !== "NewExpression"
  )
    return null;
  const { callee: made } = place.parent;
  return made.type === "Identifier" && made.name === "Promise" ? place.parent : null;
}

/** It goes where it cannot be followed: somebody may look after it there. */
export function escapes(node: Node, module: SourceModule): Fate {
  return {
    ...settled("outside", "leaves", "stored", node, module),
    boundary: { fn: functionAround(module, node), kind: "onward" },
  };
}

/** `queue.splice(0)`, `promises[i]`, `promises.shift()`: takes promises out by a way that is not followed. */
export function isUnclear(reference: Node, module: SourceModule): boolean {
  const place = placeOf(module, reference);
  if (!place || !isMember(place.parent) || place.key !== "object") return false;
  const name = memberName(place.parent);
  return name === null || !/^(push|unshift|length|then|catch|finally|includes|indexOf)$/.test(name);
}

/** `if (promise)`, `typeof promise`, `promise !== null`: looks at the variable, not at the promise. */
export function isBareMention(reference: Node, module: SourceModule): boolean {
  return parentOf(module, reference)?.type !== "ExpressionStatement";
}

/** `request.set(…)`: any method called on it. */
export function isRequestMention(reference: Node, module: SourceModule): boolean {
  const place = placeOf(module, reference);
  return place !== undefined && isMember(place.parent) && place.key === "object";
}

/** Not a use as `x.length`, `!x`, `x === y`, nor the receiver of `push`. */
export function holdsPromise(reference: Node, module: SourceModule): boolean {
  const place = placeOf(module, reference);
  if (!place) return false;
  if (isMember(place.parent) && place.key === "object") {
    const name = memberName(place.parent);
    return name !== null && /^(then|catch|finally|map|filter|concat|flat|slice|values|reduce)$/.test(name);
  }
  return (
    place.parent.type !== "BinaryExpression" &&
    !(place.parent.type === "UnaryExpression" && place.parent.operator !== "void") &&
    place.key !== "test"
  );
}

export function isExported(binding: Binding, module: SourceModule): boolean {
  const declaration = parentOf(module, binding.declaration);
  const outer = declaration && parentOf(module, declaration);
  return (
    outer?.type === "ExportNamedDeclaration" ||
    binding.references.some((r) => parentOf(module, r)?.type === "ExportSpecifier")
  );
}

import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../syntax/node.ts";
import { parentOf, walk, type SourceModule } from "../syntax/sourceModule.ts";

/** Array methods that collect what a callback returns. */
export const COLLECTING = /^(map|flatMap|reduce|from)$/;

/** Whether a function can be reached by a name besides the place where it stands. */
export function hasName(fn: FunctionNode, module: SourceModule): boolean {
  const parent = parentOf(module, fn);
  return (
    fn.type === "FunctionDeclaration" ||
    parent?.type === "VariableDeclarator" ||
    parent?.type === "ObjectProperty" ||
    parent?.type === "AssignmentExpression"
  );
}

/** Calls that keep the process alive for a promise, and tell nobody when it fails. */
export const KEEPERS = /^(waitUntil|after|unstable_after)$/;

/** `items.map(…)` and its like: the call gives an array, not a promise. */
export function isArrayMethod(call: Node): boolean {
  const callee = isCall(call) ? unwrap(call.callee as Node) : null;
  return callee !== null && isMember(callee) && COLLECTING.test(memberName(callee) ?? "");
}

/** A helper that gives up in the end: its handler throws on, or keeps the error for a `throw` behind it. */
export function throwsLater(handler: Node | undefined, fn: FunctionNode): boolean {
  if (!handler) return false;
  let throws = false;
  const kept = new Set<string>();
  walk(handler, (node) => {
    if (node.type === "ThrowStatement") throws = true;
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier") kept.add(node.left.name);
  });
  walk(fn.body, (node) => {
    if (node.type === "ThrowStatement" && node.argument.type === "Identifier" && kept.has(node.argument.name))
      throws = true;
  });
  return throws;
}

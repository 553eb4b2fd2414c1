import type * as t from "@babel/types";
import {
  encloses,
  isFunction,
  isMember,
  memberName,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
import { placeOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";

const ADDRESS = /^(url|path|pathname|method|originalUrl|route|action|type|event)$/;

/** The code of a function that surely or probably ran before one of its nodes: earlier statements, and the tests around it. */
export function codeBefore(node: Node, fn: FunctionNode, module: SourceModule): readonly Node[] {
  const found: Node[] = [...fn.params];
  for (
    let at = node, place = placeOf(module, at);
    place && at !== fn;
    at = place.parent, place = placeOf(module, at)
  ) {
    const { parent, key, index } = place;
    const list = (parent as unknown as Record<string, unknown>)[key];
    if (Array.isArray(list) && isStatementList(parent, key))
      found.push(...(list as Node[]).slice(0, index ?? 0).flatMap(withoutOtherRoutes));
    if (parent.type === "IfStatement" && key !== "test") found.push(parent.test);
    if (parent.type === "ConditionalExpression" && key !== "test") found.push(parent.test);
    if (parent.type === "LogicalExpression" && key === "right") found.push(parent.left);
    if (parent.type === "SwitchCase") found.push(...(parent.test ? [parent.test] : []));
    if (parent.type === "SwitchStatement" && key === "cases") found.push(parent.discriminant);
    if (parent.type === "TryStatement" && key === "handler") found.push(parent.block);
  }
  return found;
}

function isStatementList(parent: Node, key: string): boolean {
  return (
    ((parent.type === "BlockStatement" || parent.type === "Program") && key === "body") ||
    (parent.type === "SwitchCase" && key === "consequent")
  );
}

/** `if (req.url === "/ban") { … }` before it is the code of another route. */
function withoutOtherRoutes(statement: Node): readonly Node[] {
  if (statement.type !== "IfStatement" || !asksForAddress(statement.test)) return [statement];
  return statement.alternate ? withoutOtherRoutes(statement.alternate) : [];
}

/** Whether a test tells routes apart. */
export function asksForAddress(test: t.Expression): boolean {
  let asks = false;
  walk(test, (node) => {
    asks ||= isMember(node) && ADDRESS.test(memberName(node) ?? "");
    asks ||= node.type === "Identifier" && ADDRESS.test(node.name);
  });
  return asks;
}

/** The functions around a node, innermost first. */
export function functionsAround(node: Node, module: SourceModule): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let place = placeOf(module, node); place; place = placeOf(module, place.parent))
    if (isFunction(place.parent) && encloses(place.parent, node)) found.push(place.parent);
  return found;
}

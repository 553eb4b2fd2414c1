import type * as t from "@babel/types";
import { isCall, type FunctionNode } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

/** The calls of `JSON.parse` in a handler. */
export function parsesIn(fn: FunctionNode, module: SourceModule): readonly t.CallExpression[] {
  const found: t.CallExpression[] = [];
  walk(fn.body, (node) => {
    if (isCall(node) && node.type === "CallExpression" && textOf(module, node.callee) === "JSON.parse")
      found.push(node);
  });
  return found;
}

import { isFunction, type Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import { bindingOf, scopeOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";

/** Whether every name that an expression reads means the same before a node: declared outside, a parameter, or an earlier statement's. */
export function namesAreSeen(expression: Node, before: Node, module: SourceModule): boolean {
  let are = true;
  walk(expression, (node) => {
    if (node.type !== "Identifier") return;
    const binding = bindingOf(module, node);
    if (!binding) return;
    const seen = lookup(scopeOf(module, before), binding.name);
    const isLater =
      (binding.declaration.start ?? 0) >= (before.start ?? 0) && !isFunction(binding.declaration);
    are &&= seen === binding && !isLater;
  });
  return are;
}

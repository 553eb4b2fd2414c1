import type { Evaluator } from "../../../resolve/evaluator.ts";
import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

/** The sends in a handler's branch for `error` that do not look at the code. */
export function resendsIn(tracer: Evaluator, fn: FunctionNode, module: SourceModule): readonly Node[] {
  const found: Node[] = [];
  walk(fn.body, (node) => {
    const branch = errorBranch(node, module);
    if (!branch || branch.some((part) => /\bcode\b/.test(textOf(module, part)))) return;
    for (const part of branch)
      walk(part, (inner) => {
        const callee = isCall(inner) ? unwrap(inner.callee as Node) : null;
        if (!callee || !isMember(callee) || memberName(callee) !== "send") return;
        if (tracer.evaluate(callee.object, module).some((v) => v.kind === "role" && v.role === "socket"))
          found.push(inner);
      });
  });
  return found;
}

/** What runs for an error frame only: `if (f.type === "error") …`, `case "error": …`. */
function errorBranch(node: Node, module: SourceModule): readonly Node[] | null {
  if (node.type === "IfStatement")
    return /\btype\s*={2,3}\s*(['"])error\1/.test(textOf(module, node.test)) ? [node.consequent] : null;
  return node.type === "SwitchCase" && node.test?.type === "StringLiteral" && node.test.value === "error"
    ? node.consequent
    : null;
}

import type * as t from "@babel/types";
import type { Evaluator } from "../../../resolve/evaluator.ts";
import { isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

/** A frame that is sent again in the branch for `error`; what the planner of R10 needs. */
export interface ResendDetail {
  readonly call: t.CallExpression;
  /** What holds the error frame: `frame` of `frame.type === "error"`; null where it is taken apart. */
  readonly frame: string | null;
}

/** The sends in a handler's branch for `error` that do not look at the code. */
export function resendsIn(
  tracer: Evaluator,
  fn: FunctionNode,
  module: SourceModule,
): readonly ResendDetail[] {
  const found: ResendDetail[] = [];
  walk(fn.body, (node) => {
    const branch = errorBranch(node, module);
    if (!branch || branch.body.some((part) => /\bcode\b/.test(textOf(module, part)))) return;
    for (const part of branch.body)
      walk(part, (inner) => {
        const callee = inner.type === "CallExpression" ? unwrap(inner.callee as Node) : null;
        if (inner.type !== "CallExpression" || !callee || !isMember(callee) || memberName(callee) !== "send")
          return;
        // A frame that is written here is an answer to the refusal rather than the refused one.
        const data = inner.arguments[0];
        if (data && /^JSON\.stringify\(\s*\{/.test(textOf(module, data as Node))) return;
        if (tracer.evaluate(callee.object, module).some((v) => v.kind === "role" && v.role === "socket"))
          found.push({ call: inner, frame: branch.frame });
      });
  });
  return found;
}

interface Branch {
  readonly frame: string | null;
  readonly body: readonly Node[];
}

/** What runs for an error frame only: `if (f.type === "error") …`, `switch (f.type) { case "error": … }`. */
function errorBranch(node: Node, module: SourceModule): Branch | null {
  if (node.type === "IfStatement") {
    const test = textOf(module, node.test);
    // A test that asks the code as well has looked at it.
    if (!/\btype\s*={2,3}\s*(['"])error\1/.test(test) || /\bcode\b/.test(test)) return null;
    return { frame: /([\w$]+)\??\.type\s*={2,3}/.exec(test)?.[1] ?? null, body: [node.consequent] };
  }
  if (node.type !== "SwitchStatement") return null;
  const own = node.cases.find(({ test }) => test?.type === "StringLiteral" && test.value === "error");
  const frame = /^([\w$]+)\??\.type$/.exec(textOf(module, node.discriminant))?.[1] ?? null;
  return own ? { frame, body: own.consequent } : null;
}

import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { patternIdentifiers } from "../../../syntax/positions.ts";
import { bindingOf, parentOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

/** A place that decides on a text instead of a code, and which text; what the planner of R12 needs. */
export interface TextDecision {
  readonly node: Node;
  readonly fn: FunctionNode;
  readonly field: "message" | "reason";
}

const SEARCHES = /^(includes|startsWith|endsWith|match|indexOf|search)$/;

/** The places in a handler that decide on a text (`frame.message`, `event.reason`): searched, or compared with a literal. */
export function decisionsOnText(
  fn: FunctionNode,
  field: "message" | "reason",
  module: SourceModule,
): readonly TextDecision[] {
  const [param] = fn.params;
  const destructured = new Set<string>(
    (param?.type === "ObjectPattern" ? patternIdentifiers(param) : [])
      .map(({ name }) => name)
      .filter((name) => name === field),
  );
  // `ws.on("close", (code, reason) => …)`.
  const second = field === "reason" ? fn.params[1] : undefined;
  if (second?.type === "Identifier") destructured.add(second.name);
  const isText = (node: Node): boolean => {
    const inner = unwrap(node);
    if (
      isCall(inner) &&
      isMember(inner.callee) &&
      /^to(String|LowerCase|UpperCase)$/.test(memberName(inner.callee) ?? "")
    )
      return isText(inner.callee.object);
    if (inner.type === "Identifier") return destructured.has(inner.name);
    // `frame.data.message` is the application's own text, `err.message` of a catch clause that of an exception.
    if (!isMember(inner) || memberName(inner) !== field || isMember(unwrap(inner.object))) return false;
    const owner = bindingOf(module, unwrap(inner.object));
    return owner === null || parentOf(module, owner.identifier)?.type !== "CatchClause";
  };
  const found: Node[] = [];
  walk(fn.body, (node) => {
    if (isCall(node) && isMember(node.callee)) {
      const name = memberName(node.callee) ?? "";
      const [first] = node.arguments;
      if (SEARCHES.test(name) && isText(node.callee.object)) found.push(node);
      if (name === "test" && first && first.type !== "SpreadElement" && isText(first as Node))
        found.push(node);
    }
    if (node.type === "BinaryExpression" && /^[=!]==?$/.test(node.operator)) {
      const { left, right } = node;
      const isLiteral = left.type === "StringLiteral" || right.type === "StringLiteral";
      if (isLiteral && left.type !== "PrivateName" && (isText(left) || isText(right))) found.push(node);
    }
  });
  return found.map((node) => ({ node, fn, field }));
}

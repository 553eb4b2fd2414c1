import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { patternIdentifiers } from "../../../syntax/positions.ts";
import { walk } from "../../../syntax/sourceModule.ts";

const SEARCHES = /^(includes|startsWith|endsWith|match|indexOf|search)$/;

/** The places in a handler that decide on a text (`frame.message`, `event.reason`): searched, or compared with a literal. */
export function decisionsOnText(fn: FunctionNode, fields: readonly string[]): readonly Node[] {
  const [param] = fn.params;
  const destructured = new Set(
    (param?.type === "ObjectPattern" ? patternIdentifiers(param) : [])
      .map(({ name }) => name)
      .filter((name) => fields.includes(name)),
  );
  const isText = (node: Node): boolean => {
    const inner = unwrap(node);
    if (
      isCall(inner) &&
      isMember(inner.callee) &&
      /^to(String|LowerCase|UpperCase)$/.test(memberName(inner.callee) ?? "")
    )
      return isText(inner.callee.object);
    if (inner.type === "Identifier") return destructured.has(inner.name);
    return isMember(inner) && fields.includes(memberName(inner) ?? "");
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
  return found;
}

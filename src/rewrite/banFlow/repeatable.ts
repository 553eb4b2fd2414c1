import { isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";

/** Whether an expression can be written twice: it only reads names, and calls nothing that does more than convert. */
export function isRepeatable(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
    case "ThisExpression":
    case "StringLiteral":
    case "NumericLiteral":
      return true;
    case "TemplateLiteral":
      return inner.expressions.every(isRepeatable);
    case "LogicalExpression":
      return isRepeatable(inner.left) && isRepeatable(inner.right);
    default:
      break;
  }
  if (isMember(inner)) return isRepeatable(inner.object) && (!inner.computed || isRepeatable(inner.property));
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  const converts =
    callee.type === "Identifier"
      ? /^(String|Number)$/.test(callee.name)
      : isMember(callee) &&
        /^(toString|get|getString)$/.test(memberName(callee) ?? "") &&
        isRepeatable(callee.object);
  return converts && inner.arguments.every((argument) => isRepeatable(argument));
}

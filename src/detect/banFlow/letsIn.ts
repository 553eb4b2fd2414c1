import { isCall, isFunction, isMember, keyName, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { pathOf } from "./flowSteps.ts";
import { hasText } from "./hasText.ts";
import { calledName } from "./routes.ts";
import { speaksOfLettingIn, speaksOfStrictBan } from "./words.ts";

const NO_LONGER = /^(false|null|undefined|0)$/;

/** Whether a node lets a user in again: `unban(id)`, `update({ banned: false })`, `bans.delete(id)`, `redis.srem("banned", id)`. */
export function letsIn(node: Node, module: SourceModule): boolean {
  if (node.type === "ObjectProperty")
    return (
      speaksOfStrictBan(keyName(node) ?? "") &&
      NO_LONGER.test(textOf(module, node.value)) &&
      isWritten(node, module)
    );
  if (node.type === "AssignmentExpression")
    return (
      isMember(node.left) &&
      speaksOfStrictBan(memberName(node.left) ?? "") &&
      NO_LONGER.test(textOf(module, node.right))
    );
  if (node.type === "StringLiteral") return sqlLetsIn(node.value);
  if (node.type === "TemplateElement") return sqlLetsIn(node.value.raw);
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  const name = calledName(node) ?? "";
  if (speaksOfLettingIn(name)) return true;
  if (!/^(delete|remove|srem|del|destroy)(Many|One)?$/.test(name)) return false;
  return (
    speaksOfStrictBan(pathOf(callee)) ||
    node.arguments.some(({ type }, index) => {
      const argument = node.arguments[index];
      return type !== "ObjectExpression" && argument !== undefined && hasText(argument, speaksOfStrictBan);
    })
  );
}

/** `update users set banned = false`, `delete from bans`. */
function sqlLetsIn(text: string): boolean {
  const [, column = ""] = /\bupdate\b[^]*\bset\b[^]*?\b(\w+)\s*=\s*(?:false|null|0)\b/i.exec(text) ?? [];
  const [, table = ""] = /\bdelete\s+from\s+["`]?(\w+)/i.exec(text) ?? [];
  return speaksOfStrictBan(column) || speaksOfStrictBan(table);
}

/** A property of what is written, and not of what is looked for or created. */
function isWritten(property: Node, module: SourceModule): boolean {
  for (let at = parentOf(module, property); at && !isFunction(at); at = parentOf(module, at)) {
    if (at.type === "ObjectProperty" && /^(where|filter|query|select|include)$/.test(keyName(at) ?? ""))
      return false;
    if (isCall(at)) return /update|upsert|set|save|patch|put|modify|merge/i.test(calledName(at) ?? "");
  }
  return false;
}

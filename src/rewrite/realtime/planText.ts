import type * as t from "@babel/types";
import { errorCodes } from "../../contracts/metered/signals.ts";
import type { TextDecision } from "../../detect/realtime/sockets/decisionsOnText.ts";
import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import { bindingOf, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** The names that the documentation gives to close codes, and that the server sends as their reason. */
const REASONS: Readonly<Record<string, number>> = {
  invalid_token: 4001,
  token_expired: 4002,
  channel_not_authorized: 4003,
  over_concurrent_limit: 4010,
  over_message_rate: 4011,
  account_suspended: 4012,
  admin_disconnect: 4020,
};
const CODES = new Set(errorCodes.map(({ name }) => name));
/** The one text that the documentation shows: "not authorized: other-app/room-1". */
const DOCUMENTED: Readonly<Record<string, string>> = { not_authorized: "channel_not_authorized" };

/** R12: a comparison with a text that stands for one code asks for the code. */
export const decideByCode: SitePlanner = (site, { module, style }) => {
  const { node, fn, field } = detailOf<TextDecision>(site);
  const read = readDecision(node);
  if (!read) return null;
  const word = read.literal
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_")
    .replace(/:$/, "");
  const named = DOCUMENTED[word] ?? word;
  const code =
    field === "reason"
      ? REASONS[named]?.toString()
      : CODES.has(named)
        ? style.quote + named + style.quote
        : undefined;
  const holder = codeOf(read.text, fn, field, module);
  if (code === undefined || holder === null) return null;
  const negation = parentOf(module, node);
  const isNegated = negation?.type === "UnaryExpression" && negation.operator === "!";
  const replaced = isNegated ? negation : node;
  const operator = isNegated === read.isEqual ? "!==" : "===";
  return {
    edits: [{ start: replaced.start ?? 0, end: replaced.end ?? 0, text: `${holder} ${operator} ${code}` }],
    replaced: [replaced],
    title: "decide by the code",
    safety: "review",
  };
};

interface Decision {
  /** The text that is asked: `frame.message`, `reason`. */
  readonly text: Node;
  readonly literal: string;
  readonly isEqual: boolean;
}

/** `text === "word"`, `text.includes("word")`, `/word/.test(text)`. */
function readDecision(node: Node): Decision | null {
  if (node.type === "BinaryExpression") {
    const [left, right] = [unwrap(node.left), unwrap(node.right)];
    const literal = right.type === "StringLiteral" ? right : left.type === "StringLiteral" ? left : null;
    if (!literal) return null;
    return {
      text: literal === right ? left : right,
      literal: literal.value,
      isEqual: node.operator.startsWith("="),
    };
  }
  if (!isCall(node) || !isMember(node.callee)) return null;
  const [first] = node.arguments as readonly (Node | undefined)[];
  const name = memberName(node.callee);
  if (name === "test" && first) {
    const pattern = unwrap(node.callee.object);
    return pattern.type === "RegExpLiteral" && /^\^?[\w ]+\$?$/.test(pattern.pattern)
      ? { text: first, literal: pattern.pattern.replaceAll(/[\^$]/g, ""), isEqual: true }
      : null;
  }
  if (!/^(includes|startsWith)$/.test(name ?? "") || first?.type !== "StringLiteral") return null;
  return { text: node.callee.object, literal: first.value, isEqual: true };
}

/** The expression that holds the code where the text is: `frame.code` beside `frame.message`, `code` beside `reason`. */
function codeOf(text: Node, fn: FunctionNode, field: string, module: SourceModule): string | null {
  let inner = unwrap(text);
  while (isCall(inner) && isMember(inner.callee) && memberName(inner.callee)?.startsWith("to") === true)
    inner = unwrap(inner.callee.object);
  if (isMember(inner)) {
    const object = textOf(module, inner.object);
    const mark = inner.type === "OptionalMemberExpression" && inner.optional ? "?." : ".";
    return memberName(inner) === field && /^[\w$.?]+$/.test(object) ? `${object}${mark}code` : null;
  }
  if (inner.type !== "Identifier") return null;
  const binding = bindingOf(module, inner);
  const pattern = fn.params[0];
  if (pattern?.type === "ObjectPattern") return besideIn(pattern, binding?.identifier, field);
  // `ws.on("close", (code, reason) => …)`.
  const isSecond = field === "reason" && binding !== null && fn.params[1] === binding.identifier;
  return isSecond && pattern?.type === "Identifier" ? pattern.name : null;
}

/** `({ code, reason }) =>`: the name of the code, where the text is taken from the same object. */
function besideIn(pattern: t.ObjectPattern, own: Node | undefined, field: string): string | null {
  const valueOf = (name: string): Node | null => {
    const property = pattern.properties.find(
      (one) => one.type === "ObjectProperty" && one.key.type === "Identifier" && one.key.name === name,
    );
    return property?.type === "ObjectProperty" ? property.value : null;
  };
  const code = valueOf("code");
  return valueOf(field) === own && code?.type === "Identifier" ? code.name : null;
}

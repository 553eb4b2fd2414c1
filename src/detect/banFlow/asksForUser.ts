import { isCall, isFunction, isMember, memberName, type Node } from "../../syntax/node.ts";
import { bindingOf, parentOf, textOf, walk } from "../../syntax/sourceModule.ts";
import { rootOf, type Piece } from "./reachedNodes.ts";
import { speaksOfDeletion, speaksOfStrictBan, speaksOfState, wordsOf } from "./words.ts";

const USER =
  /^(users?|accounts?|members?|customers?|persons?|people|players?|employees?|subscribers?|profiles?|viewer|principal|me|sessions?|claims|payload|jwt|token|auth|identity|decoded)$/;
/** What a looked-up user is called where nothing better came to mind. */
const RECORD = /^(rows?|record|results?|data|doc|found|entity|u)$/;
const STATE = /^(status|state|standing)$/;
const ASKS = /^(is|are|has|require|ensure|assert|check|must|verify|reject|refuse|only)$/;

/** What a piece of code asks of a user. */
export interface Asked {
  readonly ban: boolean;
  /** Whether the account is still there, where deletion only marks it. */
  readonly deletion: boolean;
}

/**
 * Says what a piece of code asks, by its names and texts; types do not count. "banned" means a user wherever it stands;
 * "active", "locked" and the like only where they are said of one: a room, a feature and an option can be locked as well.
 */
export function askedIn({ node: root, module }: Piece): Asked {
  let ban = false;
  let deletion = false;
  const saysUser = (node: Node) =>
    wordsOf(textOf(module, node).slice(0, 400)).some((word) => USER.test(word));
  const isOfUser = (node: Node): boolean => {
    const parent = parentOf(module, node);
    if (parent && isMember(parent) && parent.property === node) {
      const { object } = parent;
      if (saysUser(object)) return true;
      const name = rootOf(object);
      const declared = name && bindingOf(module, name)?.declaration;
      const isRecord = wordsOf(textOf(module, object)).some((word) => RECORD.test(word));
      return (
        isRecord ||
        (declared?.type === "VariableDeclarator" && declared.init != null && saysUser(declared.init))
      );
    }
    if (node === root) return wordsOf(textOf(module, node)).some((word) => ASKS.test(word));
    for (let at = parent; at && !isFunction(at); at = parentOf(module, at)) {
      if (isCall(at) || /^(BinaryExpression|SwitchStatement|VariableDeclarator)$/.test(at.type))
        return saysUser(at);
      if (at === root) break;
    }
    return false;
  };
  walk(
    root,
    (node) => {
      const text = textIn(node);
      if (text === null) return;
      ban ||= speaksOfStrictBan(text) || (speaksOfState(text) && isOfUser(node));
      ban ||= node.type === "Identifier" && STATE.test(wordsOf(node.name).at(-1) ?? "") && isCompared(node);
      deletion ||= speaksOfDeletion(text);
    },
    (node) => ban || node.type === "TSTypeAnnotation" || node.type === "ImportDeclaration",
  );
  return { ban, deletion };

  /** `user.status !== "ok"`: what it is compared with needs no name of its own. */
  function isCompared(node: Node): boolean {
    const member = parentOf(module, node);
    if (!member || !isMember(member) || memberName(member) === null || !isOfUser(node)) return false;
    const parent = parentOf(module, member);
    return parent?.type === "BinaryExpression" || parent?.type === "SwitchStatement";
  }
}

/** A name, a key, SQL, or a message about users: not any sentence that has the word in it. */
function textIn(node: Node): string | null {
  if (node.type === "Identifier") return node.name;
  const text =
    node.type === "StringLiteral" ? node.value : node.type === "TemplateElement" ? node.value.raw : null;
  if (text === null || text.length >= 2000) return null;
  const isSentence = /\S\s+\S/.test(text);
  return !isSentence || /\b(select|from|where|user|account)\b/i.test(text) ? text : null;
}

import {
  encloses,
  isCall,
  isFunction,
  isMember,
  memberName,
  startOf,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
import { parentOf, placeOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { hasText } from "./hasText.ts";
import { speaksOfBan, speaksOfLettingIn, speaksOfRemoval, speaksOfThing, wordsOf } from "./words.ts";

/** How a step keeps a user out. `explicit`: a function that says so. `state`: a write that somebody has to ask for. `removal`: there is nothing left to sign in with. */
export type StepKind = "explicit" | "state" | "removal";

/** A step of a flow that keeps the user from coming back, and how it stands to the terminate. */
export interface FlowStep {
  readonly node: Node;
  readonly kind: StepKind;
  readonly when: "before" | "together" | "after";
}

const READS =
  /^(find|get|is|has|check|can|count|exists?|list|read|load|fetch|assert|require|ensure|validate|parse|select)/i;
const WRITES_FOUND = /And(Update|Delete|Remove|Replace|Modify|Upsert)$/;
const TALKS =
  /^(log|info|warn|error|debug|trace|json|send|status|end|redirect|render|reply|trigger|triggerBatch|sendToUser|emit|publish|notify|track|capture\w*|revalidate\w*|mail\w*|sendMail|toast|then|catch|finally|terminateUserConnections|String|Number|includes|allSettled|all|race)$/;
const WRITES =
  /^(update|upsert|insert|create|set|save|put|patch|add|push|sadd|setex|hset|query|execute|exec|run|write|mutate|del|delete|destroy|remove|\$executeRaw|\$queryRaw)/i;

/** The steps of a function that keep a user out, as far as names and written texts tell. */
export function stepsOf(fn: FunctionNode, terminate: Node, module: SourceModule): readonly FlowStep[] {
  const found: FlowStep[] = [];
  walk(
    fn.body,
    (node) => {
      const kind = kindOf(node, module);
      if (!kind || encloses(node, terminate) || areAlternatives(node, terminate, module)) return;
      found.push({ node, kind, when: whenOf(node, terminate, module) });
    },
    (node) =>
      node !== fn.body && isFunction(node) && !isRunInline(node, module) && !encloses(node, terminate),
  );
  return found;
}

function kindOf(node: Node, module: SourceModule): StepKind | null {
  if (node.type === "AssignmentExpression")
    return isMember(node.left) && speaksOfBan(memberName(node.left) ?? "") ? "state" : null;
  if (node.type === "TaggedTemplateExpression")
    return /\b(update|insert|delete)\b/i.test(textOf(module, node.quasi)) ? byArguments(node.quasi) : null;
  if (!isCall(node)) return null;
  const callee = unwrap(node.callee as Node);
  const name = isMember(callee) ? memberName(callee) : callee.type === "Identifier" ? callee.name : null;
  const reads = name !== null && READS.test(name) && !WRITES_FOUND.test(name);
  if (name === null || reads || TALKS.test(name) || isLogger(callee)) return null;
  if (speaksOfLettingIn(name)) return null;
  const path = pathOf(callee);
  if (speaksOfThing(path)) return null;
  if (WRITES.test(name) || WRITES_FOUND.test(name)) {
    // `setBanned(id, true)`, `createBan(id)`
    if (speaksOfBan(name)) return "state";
    const byArgument = node.arguments.map(byArguments).find((kind) => kind !== null);
    if (byArgument) return byArgument;
    // `user.banned = true; await user.save()`: the assignment counts. `bannedUsers.add(id)`, `sessions.deleteMany()`.
    if (speaksOfBan(path.slice(0, -name.length))) return "state";
    return speaksOfRemoval(name) && /user|account|session|token|member|profile/i.test(textOf(module, node))
      ? "removal"
      : null;
  }
  // `bannedUsers()` gives them, and bans nobody.
  if (/^(banned|blocked|suspended|deactivated|disabled|active|inactive|locked|deleted)/i.test(name))
    return null;
  if (speaksOfBan(name))
    return isMember(callee) && /^(ban|suspend|deactivate|disable)$/i.test(name) ? "state" : "explicit";
  return speaksOfRemoval(name) && wordsOf(name).length > 1 ? "removal" : null;
}

function byArguments(node: Node): StepKind | null {
  return hasText(node, speaksOfBan) ? "state" : null;
}

function isLogger(callee: Node): boolean {
  return (
    isMember(callee) && /^(console|log|logger|winston|pino|audit\w*|Sentry)$/i.test(pathOf(callee.object))
  );
}

/** A name with its dots: `db.users.ban`. */
export function pathOf(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return inner.name;
  if (inner.type === "ThisExpression") return "this";
  if (isMember(inner)) return `${pathOf(inner.object)}.${memberName(inner) ?? ""}`;
  return isCall(inner) ? pathOf(inner.callee as Node) : "";
}

/** Whether only one of two nodes runs: other branches of an `if`, other cases of a `switch`, a branch that has left before. */
function areAlternatives(one: Node, other: Node, module: SourceModule): boolean {
  for (let at = one, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    const branches = parent.type === "IfStatement" || parent.type === "ConditionalExpression";
    if (!encloses(parent, other)) {
      if (branches && key === "consequent" && leavesAtEnd(at) && startOf(one) < startOf(other)) return true;
      continue;
    }
    if (branches) return key !== "test" && !encloses(parent.test, other);
    return parent.type === "SwitchStatement" && key === "cases" && leavesAtEnd(at);
  }
  return false;
}

/** Whether a branch leaves what it stands in. */
export function leavesAtEnd(node: Node): boolean {
  if (node.type === "SwitchCase") return node.consequent.some(leavesAtEnd);
  const last = node.type === "BlockStatement" ? node.body.at(-1) : node;
  return last !== undefined && /^(Return|Throw|Break|Continue)Statement$/.test(last.type);
}

function whenOf(step: Node, terminate: Node, module: SourceModule): FlowStep["when"] {
  for (let at = parentOf(module, step); at; at = parentOf(module, at)) {
    if (!encloses(at, terminate)) continue;
    // Elements of one array run at once: `Promise.all([ban(id), pusher.terminateUserConnections(id)])`.
    if (at.type === "ArrayExpression") return "together";
    break;
  }
  return startOf(step) < startOf(terminate) ? "before" : "after";
}

/** Whether a function runs where it stands: given to a transaction, mapped over a list, called at once. */
export function isRunInline(fn: FunctionNode, module: SourceModule): boolean {
  const parent = parentOf(module, fn);
  if (!parent || !isCall(parent)) return false;
  const callee = unwrap(parent.callee as Node);
  return callee === fn || /transaction|map|forEach|then|retry|withTx|run/i.test(pathOf(callee));
}

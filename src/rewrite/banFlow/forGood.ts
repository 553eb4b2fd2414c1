import type { Flow } from "../../detect/banFlow/flows.ts";
import { leavesAtEnd } from "../../detect/banFlow/flowSteps.ts";
import { speaksOfBan } from "../../detect/banFlow/words.ts";
import {
  encloses,
  isMember,
  keyName,
  memberName,
  startOf,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
import { textOf, walk } from "../../syntax/sourceModule.ts";

const ENDS_BY_ITSELF =
  /until|expire|expiry|duration|temp(orar|_?ban)|minutes|hours|days|seconds|\bttl\b|\bp?setex\b|["'][EP]X["']/i;

/** Why a ban is not one for good, so that a block, which is one, would be too much; null where it is. */
export function notForGood({ step, fn, module, terminate }: Flow): string | null {
  if (!step) return null;
  if ([step.node, ...fn.params].some((node) => ENDS_BY_ITSELF.test(textOf(module, node))))
    return "the ban ends by itself at some time, and a block does not: unblock the user then";
  if (encloses(fn, terminate) && isToggle(step.node, terminate, fn))
    return "the same code lets users in again: call block where the user is banned, and unblock where not";
  return null;
}

/** `update({ banned }); if (banned) terminate()`, or `if (!banned) return; terminate()`: what is written is what is asked. */
function isToggle(step: Node, terminate: Node, fn: FunctionNode): boolean {
  const written = new Set(writtenValues(step).flatMap((value) => [...namesIn(value)]));
  let is = false;
  walk(fn.body, (node) => {
    if (node.type !== "IfStatement" && node.type !== "ConditionalExpression") return;
    const decides =
      encloses(node, terminate) || (startOf(node) < startOf(terminate) && leavesAtEnd(node.consequent));
    is ||= decides && !encloses(node, step) && [...namesIn(node.test)].some((name) => written.has(name));
  });
  return is;
}

/** What a step writes as the state of the user. */
function writtenValues(step: Node): readonly Node[] {
  const found: Node[] = [];
  walk(step, (node) => {
    if (node.type === "ObjectProperty" && speaksOfBan(keyName(node) ?? "")) found.push(node.value);
    if (node.type === "AssignmentExpression" && isMember(node.left)) {
      if (speaksOfBan(memberName(node.left) ?? "")) found.push(unwrap(node.right));
    }
  });
  return found;
}

function namesIn(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(root, (node) => {
    if (node.type === "Identifier") names.add(node.name);
  });
  return names;
}

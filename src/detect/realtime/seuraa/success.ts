import { isCall, isMember, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

/** `markSaved`, `onSuccess`, `setDelivered`, `navigate`. */
const CALLEE =
  /^(set|mark|on|show|report|notify|is)?\w*(saved|succe(ss|eded)|delivered|completed?|confirmed|synced|published|committed)$|^(on)?done$|^(navigate|redirect)(To)?$/i;
const ROUTER = /^(this\.|props\.)?(router|history|navigation|\$router)\.(push|replace|navigate)$/;
const WORDS = /\b(saved|success(ful(ly)?)?|delivered|all done|sent!?)\b/i;

/** Whether code tells the user, or the program, that something arrived: a call, a text or a flag that says so. */
export function meansSuccess(node: Node, module: SourceModule): boolean {
  let found = false;
  walk(node, (inner) => {
    if (isCall(inner)) {
      const callee = unwrap(inner.callee as Node);
      const name = isMember(callee) ? (memberName(callee) ?? "") : textOf(module, callee);
      if (/^(console|logger|log)\./.test(textOf(module, callee))) return;
      if (CALLEE.test(name) && !/(not|un|fail)/i.test(name)) found = true;
      if (ROUTER.test(textOf(module, callee))) found = true;
      const [first] = inner.arguments;
      if (first?.type === "StringLiteral" && isTold(name) && isPositive(first.value)) found = true;
    }
    if (inner.type === "AssignmentExpression" && inner.operator === "=") {
      const target = /([\w$]+)(\.value)?$/.exec(textOf(module, inner.left))?.[1] ?? "";
      const isTrue = inner.right.type === "BooleanLiteral" && inner.right.value;
      if (isTrue && CALLEE.test(target)) found = true;
      if (
        inner.right.type === "StringLiteral" &&
        /state|status|message/i.test(target) &&
        isPositive(inner.right.value)
      )
        found = true;
    }
  });
  return found;
}

/** A state or a message for the user. */
function isTold(name: string): boolean {
  return /^(set\w*|toast|show\w*|notify|success|alert|flash|dispatch)$/i.test(name);
}

function isPositive(text: string): boolean {
  return WORDS.test(text) && !/\b(not|fail|error|cannot|could)/i.test(text);
}

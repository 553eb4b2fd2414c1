import { calledName } from "../../detect/banFlow/routes.ts";
import { wordsOf } from "../../detect/banFlow/words.ts";
import { isCall, isFunction, type Node } from "../../syntax/node.ts";
import { placeOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { namesAreSeen } from "./namesAreSeen.ts";

const RETRIES = /^(retry|retries|retrying|backoff|requeue|enqueue|reschedule|queue|outbox)$/;
const HELPER = /^(retry|retries|retrying|backoff|attempts?)$/;

/**
 * What a project's own retry of a call consists of: a loop that tries again, a helper that is given the call,
 * a `catch` that queues it; null where there is none.
 */
export function retryAround(call: Node, id: Node, within: Node, module: SourceModule): Node | null {
  let caught: Node | null = null;
  for (
    let at = call, place = placeOf(module, at);
    place && at !== within;
    at = place.parent, place = placeOf(module, at)
  ) {
    const { parent, key } = place;
    if (parent.type === "TryStatement" && key === "block" && parent.handler) {
      if (namesRetry(parent.handler.body)) return parent;
      caught = parent;
    }
    // A loop over users does not try again: there the id is another each time.
    if (/^(While|DoWhile|For)Statement$/.test(parent.type) && caught && namesAreSeen(id, parent, module))
      return parent;
    if (isCall(parent) && key === "arguments" && isFunction(at)) {
      if (wordsOf(calledName(parent) ?? "").some((word) => HELPER.test(word))) return parent;
    }
  }
  return null;
}

function namesRetry(root: Node): boolean {
  let names = false;
  walk(root, (node) => {
    if (node.type === "Identifier") names ||= wordsOf(node.name).some((word) => RETRIES.test(word));
  });
  return names;
}

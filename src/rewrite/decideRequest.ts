import type { Site } from "../detect/site.ts";
import type { Distinction } from "../model/contract.ts";
import {
  isCall,
  isFunction,
  isMember,
  isTypeWrapper,
  memberName,
  unwrap,
  type Node,
} from "../syntax/node.ts";
import { functionAround, placeOf, textOf } from "../syntax/sourceModule.ts";
import { decideCallback } from "./decideCallback.ts";
import { declined, type Intent } from "./intent.ts";
import { wholeCall } from "./promiseOf.ts";

/** A handler that treats all failures alike gets a branch. */
function tellApart(site: Site, distinction: Distinction): Intent {
  const handler = site.fate.handler && unwrap(site.fate.handler);
  const why = "the existing handler gets one more branch";
  if (!handler || site.fate.module !== site.module)
    return declined(site, "its handler stands in another file");
  const param =
    handler.type === "CatchClause" ? handler.param : isFunction(handler) ? handler.params[0] : null;
  if (param && param.type !== "Identifier") return declined(site, "its handler takes the error apart");
  return {
    sites: [site],
    form: { kind: "tell", handler, distinction, isCallback: site.fate.callback !== undefined },
    tail: "nothing",
    handler: null,
    safety: "review",
    title: `tell ${distinction.what}`,
    reason: why,
  };
}

/** What only requests need, which are sent when somebody waits for them; null where they are like any promise. */
export function decideRequest(site: Site): Intent | null {
  const { fate } = site;
  if (site.lack) return tellApart(site, site.lack);
  if (fate.isUnsent)
    return declined(
      site,
      "nothing sends it: a request needs `await`, `.then`, `.end` or `.pipe`, and a handler would start sending it",
    );
  if (fate.isSentTwice)
    return declined(site, "it is sent twice, by its callback and as a promise: one has to go");
  if (fate.isUpload)
    return declined(site, "a stream is piped into it: its failure is an `error` event on the request");
  if (fate.callback) return decideCallback(site, fate.callback);
  if (site.isRequest && fate.disposition === "stored" && fate.here === "leaves" && !fate.carrier)
    return declined(site, "it is kept where other code may send it, and a handler would send it here");
  if (fate.disposition === "passed" && fate.here === "lost" && !fate.carrier)
    return declined(site, "it is handed to code that may send it, and a handler would send it here");
  return null;
}

/** Where a request may get a handler: there it is sent in any case. */
const SENT = new Set([
  "AwaitExpression",
  "YieldExpression",
  "ReturnStatement",
  "ArrowFunctionExpression",
  "ArrayExpression",
]);

/** Why a handler on a request that is not sent yet would do harm: it sends it, and gives a promise in its place. */
export function sendsEarly(site: Site, node: Node): string | null {
  const { module } = site;
  if (!site.isRequest || unwrap(node) !== wholeCall(site)) return null;
  let place = placeOf(module, node);
  while (place && isTypeWrapper(place.parent)) place = placeOf(module, place.parent);
  if (!place || !SENT.has(place.parent.type))
    return place && isCall(place.parent) && isPromiseOf(place.parent.callee)
      ? null
      : "other code may go on building the request, and a handler would send it here";
  const fn = functionAround(module, node);
  const isReturned =
    place.parent.type === "ReturnStatement" || place.parent.type === "ArrowFunctionExpression";
  const type = isReturned && fn?.returnType ? textOf(module, fn.returnType) : "";
  return /\bRequest\b|SuperAgentRequest|\bTest\b/.test(type) && !fn?.async
    ? "its function declares that it returns a request: whoever calls it sends it"
    : null;
}

/** `Promise.resolve(…)`, `Promise.all(…)`. */
function isPromiseOf(callee: Node): boolean {
  return (
    isMember(callee) &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Promise" &&
    /^(resolve|all|race|any)$/.test(memberName(callee) ?? "")
  );
}

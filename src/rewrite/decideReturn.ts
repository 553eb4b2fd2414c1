import type { Site } from "../detect/site.ts";
import { isFunction, type Node } from "../syntax/node.ts";
import { functionAround, parentOf, placeOf } from "../syntax/sourceModule.ts";
import type { Intent } from "./intent.ts";
import { wrap } from "./decideAwait.ts";
import { intentFor, tailFor, type Choices } from "./intentFor.ts";
import { isReturned, promiseOf, wholeCall } from "./promiseOf.ts";
import { styleOf, usesOwnFunction } from "./style.ts";
import { catches, isThrowSeen, standsForPromise, statementOf, tryAround } from "./surroundings.ts";

const AWAITS = new Set(["AwaitExpression", "YieldExpression"]);

/** The form around a returned call. */
export function aroundReturn(site: Site, at: Node, choices: Choices): Intent {
  const { module, fate } = site;
  const fn = functionAround(module, at);
  const promise = promiseOf(site);
  const isPlainReturn = standsForPromise(at, promise) && isReturned(at, module);
  if (!fn?.async || fn.generator || !isPlainReturn) {
    const tail = tailFor(site, null, choices);
    const isLost = fate.boundary?.kind === "lost" && promise === site.call;
    const arrow = parentOf(module, at);
    if (
      isLost &&
      promise === at &&
      !isThrowSeen(site.call, module) &&
      arrow?.type === "ArrowFunctionExpression" &&
      arrow.body === at
    )
      return intentFor(
        site,
        { kind: "arrow", fn: arrow, isAwaited: false, isLost },
        "nothing",
        "wrap in try/catch",
      );
    if (
      isLost &&
      !isThrowSeen(site.call, module) &&
      !usesOwnFunction(site.call, AWAITS) &&
      !styleOf(module).isEs5
    )
      return intentFor(
        site,
        { kind: "iife", node: site.call },
        "nothing",
        "catch rejections and synchronous throws",
      );
    // Code that is not seen may go on building the request.
    const isRequest = site.isRequest === true && wholeCall(site) === promise && fn?.async !== true;
    return intentFor(
      site,
      { kind: "chain", node: promise },
      tail === "nothing" && fate.boundary?.kind === "onward" ? "throw" : tail,
      "append a handler that logs and throws on",
      isRequest
        ? "what is returned is a promise from now on, no longer a request that can be added to"
        : undefined,
    );
  }
  const place = placeOf(module, at);
  if (place && isFunction(place.parent) && place.parent.type === "ArrowFunctionExpression")
    return intentFor(
      site,
      { kind: "arrow", fn: place.parent, isAwaited: false, isLost: fate.boundary?.kind === "lost" },
      tailFor(site, null, choices),
      "wrap in try/catch",
    );
  const statement = statementOf(at, module);
  if (statement?.type !== "ReturnStatement")
    return intentFor(
      site,
      { kind: "chain", node: promise },
      "throw",
      "append a handler that logs and throws on",
    );
  if (tryAround(statement, module, catches(module))) {
    return intentFor(
      site,
      { kind: "await", node: at },
      "nothing",
      "await the returned promise, so that the catch around it sees its failure",
      "the catch around it now handles a failure that went to the caller before",
    );
  }
  const open = tryAround(statement, module, (s) => !s.handler);
  if (open)
    return intentFor(
      site,
      { kind: "add-catch", statement: open, awaits: [at] },
      tailFor(site, open, choices),
      "add a catch clause",
    );
  return wrap(site, statement, statement, choices, true, [at]);
}

import { findContract } from "../contracts/index.ts";
import type { Site } from "../detect/site.ts";
import { unwrap } from "../syntax/node.ts";
import { parentOf, placeOf } from "../syntax/sourceModule.ts";
import { requestModel } from "../resolve/requests.ts";
import { decideRequest, sendsEarly } from "./decideRequest.ts";
import { aroundAwait } from "./decideAwait.ts";
import { aroundReturn } from "./decideReturn.ts";
import { declined, type Intent } from "./intent.ts";
import { intentFor, type Choices } from "./intentFor.ts";
import { answersLater, isCalledLater, promiseOf, returnsValue, wholeCall } from "./promiseOf.ts";
import { styleOf, usesOwnFunction } from "./style.ts";
import { isThrowSeen } from "./surroundings.ts";

const AWAITS = new Set(["AwaitExpression", "YieldExpression"]);

/** The form that semantics.md, section 3, has for a call site. */
function choose(site: Site, choices: Choices): Intent {
  const { fate, module } = site;
  const ofRequest = requestModel(site.contract) ? decideRequest(site) : null;
  if (ofRequest) return ofRequest;
  if (fate.boundary?.kind === "mixed")
    return declined(
      site,
      "its function is called in one place, and handed to something that loses its promise in another",
    );
  if (fate.boundary && fate.boundary.kind !== "onward" && returnsValue(fate.boundary.fn, module))
    return declined(
      site,
      "its function declares that it returns a value, and the handler would have none to return",
    );
  if (fate.here === "silent") return fillSilence(site);
  if (fate.module !== module) return elsewhere(site);
  if (fate.here === "lost") return holdLost(site);
  const { at } = fate;
  return AWAITS.has(at.type) ? aroundAwait(site, at, choices) : aroundReturn(site, at, choices);
}

/** Chooses the form of the rewrite for one call site, or declines with a reason; a request is never sent by its handler. */
export function decide(site: Site, choices: Choices): Intent {
  const chosen = choose(site, choices);
  const problem = chosen.form.kind === "chain" ? sendsEarly(site, chosen.form.node) : null;
  return problem === null ? chosen : declined(site, problem);
}

/** The promise is consumed by code of another file: the failure is handled where the call is. */
function elsewhere(site: Site): Intent {
  const node = promiseOf(site);
  return intentFor(
    site,
    { kind: "chain", node },
    site.fate.here === "lost" ? "nothing" : "throw",
    "append a handler",
  );
}

function fillSilence(site: Site): Intent {
  const { handler } = site.fate;
  const why = "a failure that was swallowed is logged";
  if (handler && site.fate.module === site.module)
    return intentFor(site, { kind: "fill", handler }, "nothing", "log in the empty handler", why);
  if (handler) return declined(site, "the handler that swallows its failure stands in another file");
  // `allSettled` whose result nobody reads: each promise logs for itself.
  return intentFor(
    site,
    { kind: "chain", node: wholeCall(site) },
    "nothing",
    "log before allSettled drops it",
    why,
  );
}

function holdLost(site: Site): Intent {
  const { fate, module } = site;
  const promise = promiseOf(site);
  if (placeOf(module, promise)?.key === "test")
    return declined(site, "its promise is used as a condition; it was probably meant to be awaited");
  if (parentOf(module, promise)?.type.startsWith("JSX")) return declined(site, "its promise is rendered");
  if (site.via !== "direct" && isCalledLater(promise, module))
    return declined(site, "what it gives is used as a function, not as a promise");
  const waiting = answersLater(promise, module);
  if (waiting)
    return {
      ...intentFor(
        site,
        { kind: "chain", node: promise },
        "next",
        "hand the failure on to who waits for it",
        "what waited for ever on a failure is told of it",
      ),
      handler: waiting,
    };
  const isFloating = fate.disposition === "floating" && unwrap(promise) === site.call;
  // Inside of a `try` that catches, a synchronous throw is seen already: it must not be led around it.
  const seesThrow = isThrowSeen(site.call, module);
  if (!isFloating || seesThrow || neverThrowsAtOnce(site) || usesOwnFunction(site.call, AWAITS))
    return intentFor(site, { kind: "chain", node: promise }, "nothing", "append a handler");
  if (styleOf(module).isEs5 && usesOwnFunction(site.call, new Set(["ThisExpression", "arguments"])))
    return intentFor(site, { kind: "chain", node: promise }, "nothing", "append a handler");
  return intentFor(
    site,
    { kind: "iife", node: site.call },
    "nothing",
    "catch rejections and synchronous throws",
  );
}

/** A call of an async function, of the project or of an SDK that promises so: all that goes wrong in it is a rejection. */
function neverThrowsAtOnce(site: Site): boolean {
  return (
    (site.via === "opaque" && site.mayThrow !== true) ||
    (site.via === "direct" && findContract(site.contract)?.neverThrows === true)
  );
}

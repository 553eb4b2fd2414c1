import type * as t from "@babel/types";
import { findContract } from "../contracts/index.ts";
import type { Site } from "../detect/site.ts";
import { encloses, isFunction, unwrap, type Node } from "../syntax/node.ts";
import { functionAround, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Tail } from "./handlingTypes.ts";
import { requestModel } from "../resolve/requests.ts";
import { decideRequest, sendsEarly } from "./decideRequest.ts";
import { declined, type Form, type Intent } from "./intent.ts";
import {
  answersLater,
  exitsLater,
  isCalledLater,
  isReturned,
  promiseOf,
  returnsValue,
  wholeCall,
} from "./promiseOf.ts";
import { styleOf, usesOwnFunction } from "./style.ts";
import {
  catches,
  declaredBy,
  hasAnswered,
  isFollowed,
  isThrowSeen,
  listOf,
  standsForPromise,
  statementOf,
  tryAround,
  usedOutside,
  usesAny,
} from "./surroundings.ts";

/** What the user chose. */
export interface Choices {
  readonly onError: "rethrow" | "log";
}

const AWAITS = new Set(["AwaitExpression", "YieldExpression"]);
const MAX_RANGE = 4;

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

function intent(site: Site, form: Form, tail: Tail, title: string, review?: string): Intent {
  const handler = tail === "next" || tail === "return-next" ? (site.fate.boundary?.fn ?? null) : null;
  const base = { sites: [site], form, tail, handler, title };
  return review === undefined ? { ...base, safety: "safe" } : { ...base, safety: "review", reason: review };
}

/** The promise is consumed by code of another file: the failure is handled where the call is. */
function elsewhere(site: Site): Intent {
  const node = promiseOf(site);
  return intent(
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
    return intent(site, { kind: "fill", handler }, "nothing", "log in the empty handler", why);
  if (handler) return declined(site, "the handler that swallows its failure stands in another file");
  // `allSettled` whose result nobody reads: each promise logs for itself.
  return intent(
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
      ...intent(
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
    return intent(site, { kind: "chain", node: promise }, "nothing", "append a handler");
  if (styleOf(module).isEs5 && usesOwnFunction(site.call, new Set(["ThisExpression", "arguments"])))
    return intent(site, { kind: "chain", node: promise }, "nothing", "append a handler");
  return intent(
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

/** What the handler does at the end, where the failure leaves its function. */
function tailFor(site: Site, statement: Node | null, choices: Choices): Tail {
  const kind = site.fate.boundary?.kind;
  const follows = statement !== null && isFollowed(statement, site.module);
  // A shutdown has to go on to its exit, announced or not.
  if (kind === "lost") return follows && !exitsLater(statement, site.module) ? "return" : "nothing";
  if (
    kind === "express" &&
    site.fate.boundary?.fn &&
    hasAnswered(site.fate.at, site.fate.boundary.fn, site.module)
  )
    return follows ? "return" : "nothing";
  if (kind === "express") return follows ? "return-next" : "next";
  return choices.onError === "log" && site.fate.boundary?.fn ? "nothing" : "throw";
}

function aroundAwait(site: Site, at: Node, choices: Choices): Intent {
  const { module, fate } = site;
  // Who drives a generator may not throw back into it; what it yields can log for itself.
  if (at.type === "YieldExpression" && !functionAround(module, at)?.async)
    return intent(
      site,
      { kind: "chain", node: promiseOf(site) },
      "throw",
      "append a handler that logs and throws on",
    );
  const argument = "argument" in at ? (at.argument as Node) : at;
  // A stored promise gets its handler where it is awaited.
  const awaited = encloses(argument, site.call) || fate.carrier ? promiseOf(site) : unwrap(argument);
  const statement = statementOf(at, module);
  const isOnward = fate.boundary?.kind === "onward";
  const chained = () =>
    intent(
      site,
      { kind: "chain", node: awaited },
      isOnward ? "throw" : "nothing",
      "append a handler that logs and throws on",
    );
  if (!statement) {
    const arrow = functionAround(module, at);
    if (
      arrow?.type === "ArrowFunctionExpression" &&
      arrow.body.type !== "BlockStatement" &&
      encloses(arrow.body, at)
    )
      return intent(
        site,
        { kind: "arrow", fn: arrow, isAwaited: true, isLost: fate.boundary?.kind === "lost" },
        tailFor(site, null, choices),
        "wrap in try/catch",
      );
    return isOnward ? chained() : declined(site, "it stands where no statement can be wrapped");
  }
  const open = tryAround(statement, module, (s) => !s.handler);
  if (open && encloses(open.block, statement))
    return intent(
      site,
      { kind: "add-catch", statement: open, awaits: [] },
      tailFor(site, open, choices),
      "add a catch clause",
    );
  switch (statement.type) {
    case "ExpressionStatement":
      return wrap(site, statement, statement, choices, isAssigned(at, module));
    case "ReturnStatement":
    case "ThrowStatement":
      return wrap(site, statement, statement, choices, true);
    case "VariableDeclaration":
      return aroundDeclaration(site, statement, choices, chained);
    default:
      // A condition, a loop's head, an export: wrapping all of it would catch what the body throws.
      if (isOnward) return chained();
      return listOf(statement, module)
        ? wrap(site, statement, statement, choices, false)
        : declined(site, "it stands in the head of a statement that cannot be wrapped alone");
  }
}

/** Whether the awaited value goes into a variable or on to other code: then a handler that only logs would let that run without it. */
function isAssigned(at: Node, module: SourceModule): boolean {
  return parentOf(module, at)?.type !== "ExpressionStatement";
}

function wrap(
  site: Site,
  first: t.Statement,
  last: t.Statement,
  choices: Choices,
  needsValue: boolean,
  awaits: readonly Node[] = [],
): Intent {
  const chosen = tailFor(site, last, choices);
  const tail = chosen === "nothing" && needsValue && site.fate.boundary?.kind === "onward" ? "throw" : chosen;
  return intent(site, { kind: "wrap", first, last, awaits }, tail, "wrap in try/catch");
}

/** `const x = await call`: the statements that use `x` come along when they follow closely. */
function aroundDeclaration(
  site: Site,
  statement: t.VariableDeclaration,
  choices: Choices,
  chained: () => Intent,
): Intent {
  const { module, fate } = site;
  const list = listOf(statement, module);
  if (!list)
    return fate.boundary?.kind === "onward"
      ? chained()
      : declined(site, "it stands in the head of a statement that cannot be wrapped alone");
  const from = list.indexOf(statement);
  const isFunctionScoped = statement.kind === "var";
  for (let to = from; to < list.length && to - from < MAX_RANGE; to++) {
    const range = list.slice(from, to + 1);
    const isClose = range.slice(1).every((s, i) => usesAny(s, declaredBy(range.slice(0, i + 1)), module));
    if (!isClose) break;
    if (isFunctionScoped ? to > from && !usedOutside(range, module) : !usedOutside(range, module))
      return wrap(site, statement, range.at(-1) ?? statement, choices, true);
  }
  if (fate.boundary?.kind === "onward") return chained();
  // Nothing of this list may run after the failure, so all the rest of it belongs into the try.
  return wrap(site, statement, list.at(-1) ?? statement, choices, true);
}

function aroundReturn(site: Site, at: Node, choices: Choices): Intent {
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
      return intent(
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
      return intent(
        site,
        { kind: "iife", node: site.call },
        "nothing",
        "catch rejections and synchronous throws",
      );
    // Code that is not seen may go on building the request.
    const isRequest = site.isRequest === true && wholeCall(site) === promise && fn?.async !== true;
    return intent(
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
    return intent(
      site,
      { kind: "arrow", fn: place.parent, isAwaited: false, isLost: fate.boundary?.kind === "lost" },
      tailFor(site, null, choices),
      "wrap in try/catch",
    );
  const statement = statementOf(at, module);
  if (statement?.type !== "ReturnStatement")
    return intent(
      site,
      { kind: "chain", node: promise },
      "throw",
      "append a handler that logs and throws on",
    );
  if (tryAround(statement, module, catches(module))) {
    return intent(
      site,
      { kind: "await", node: at },
      "nothing",
      "await the returned promise, so that the catch around it sees its failure",
      "the catch around it now handles a failure that went to the caller before",
    );
  }
  const open = tryAround(statement, module, (s) => !s.handler);
  if (open)
    return intent(
      site,
      { kind: "add-catch", statement: open, awaits: [at] },
      tailFor(site, open, choices),
      "add a catch clause",
    );
  return wrap(site, statement, statement, choices, true, [at]);
}

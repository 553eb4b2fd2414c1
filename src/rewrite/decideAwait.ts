import type * as t from "@babel/types";
import type { Site } from "../detect/site.ts";
import { encloses, unwrap, type Node } from "../syntax/node.ts";
import { functionAround, parentOf, type SourceModule } from "../syntax/sourceModule.ts";
import { declined, type Intent } from "./intent.ts";
import { intentFor, tailFor, type Choices } from "./intentFor.ts";
import { promiseOf } from "./promiseOf.ts";
import { declaredBy, listOf, statementOf, tryAround, usedOutside, usesAny } from "./surroundings.ts";

const MAX_RANGE = 4;

/** The form around an awaited call. */
export function aroundAwait(site: Site, at: Node, choices: Choices): Intent {
  const { module, fate } = site;
  // Who drives a generator may not throw back into it; what it yields can log for itself.
  if (at.type === "YieldExpression" && !functionAround(module, at)?.async)
    return intentFor(
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
    intentFor(
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
      return intentFor(
        site,
        { kind: "arrow", fn: arrow, isAwaited: true, isLost: fate.boundary?.kind === "lost" },
        tailFor(site, null, choices),
        "wrap in try/catch",
      );
    return isOnward ? chained() : declined(site, "it stands where no statement can be wrapped");
  }
  const open = tryAround(statement, module, (s) => !s.handler);
  if (open && encloses(open.block, statement))
    return intentFor(
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

/** Statements of a list that go into a `try`. */
export function wrap(
  site: Site,
  first: t.Statement,
  last: t.Statement,
  choices: Choices,
  needsValue: boolean,
  awaits: readonly Node[] = [],
): Intent {
  const chosen = tailFor(site, last, choices);
  const tail = chosen === "nothing" && needsValue && site.fate.boundary?.kind === "onward" ? "throw" : chosen;
  return intentFor(site, { kind: "wrap", first, last, awaits }, tail, "wrap in try/catch");
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

import type * as t from "@babel/types";
import { findContract, findFunction } from "../contracts/index.ts";
import type { Site } from "../detect/sites.ts";
import { calleeText } from "../resolve/members.ts";
import { isCall, isFunction, keyName, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, functionAround, parentOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import type { ErrorCheck, Handling } from "./catchLines.ts";
import type { Intent } from "./intent.ts";
import { loggerAt } from "./logger.ts";
import { styleOf } from "./style.ts";
import { hasOtherCalls, promiseAround } from "./surroundings.ts";

/** Puts together what the handler of an intent says and does. */
export function handlingOf(
  intent: Intent,
  check: ErrorCheck,
  loggerWanted: string | undefined,
  module: SourceModule,
): Handling {
  const { sites, form, tail } = intent;
  const [first] = sites as [Site, ...Site[]];
  const style = styleOf(module);
  const functions = [...new Set(sites.map((site) => site.name))].map((name) =>
    findFunction(first.contract, name),
  );
  const only = functions.length === 1 ? functions[0] : undefined;
  const notes = [...new Set(functions.map((fn) => fn?.logNote ?? ""))];
  const isCatch =
    form.kind === "wrap" ||
    form.kind === "arrow" ||
    form.kind === "add-catch" ||
    (form.kind === "fill" && form.handler.type === "CatchClause");
  return {
    label: [...new Set(sites.map(labelOf))].join(" or "),
    logNote: notes.length === 1 ? (notes[0] ?? "") : "",
    branches: only?.branches ?? [],
    check,
    errorClass: findContract(first.contract)?.errorClass.name ?? "Error",
    logger: loggerAt(first.call, module, loggerWanted),
    tail,
    errorName: errorNameFor(intent, module),
    isShared: isShared(intent, module),
    otherLabel: functionName(first.call, module),
    isUnknown: style.isTypeScript && (isCatch || !hasOwnParameter(intent)),
    style,
  };
}

/** What the log line calls the call: the SDK's own name for it, or the project's function. */
function labelOf(site: Site): string {
  return site.via === "direct" ? `${site.contract}.${site.name}` : calleeText(site.call, site.module);
}

/** The handler that is filled has a parameter already, whose type is what it is. */
function hasOwnParameter({ form }: Intent): boolean {
  return form.kind === "fill" && isFunction(form.handler) && form.handler.params.length > 0;
}

/** The name of the function that a call stands in, for failures of other code in the same `try`. */
function functionName(node: Node, module: SourceModule): string {
  for (let fn = functionAround(module, node); fn; fn = functionAround(module, fn)) {
    if ("id" in fn && fn.id) return fn.id.name;
    if ("key" in fn) return keyName(fn) ?? "this step";
    const parent = parentOf(module, fn);
    if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
    if (parent?.type === "ObjectProperty" || parent?.type === "ClassProperty")
      return keyName(parent) ?? "this step";
  }
  return "this step";
}

/** The file's usual name for an error, unless the code that moves uses that name for something else. */
function errorNameFor(intent: Intent, module: SourceModule): string {
  const { form } = intent;
  if (form.kind === "fill") {
    const own =
      form.handler.type === "CatchClause"
        ? form.handler.param
        : isFunction(form.handler)
          ? form.handler.params[0]
          : null;
    if (own?.type === "Identifier") return own.name;
  }
  const { errorName } = styleOf(module);
  const taken = usedNames(intent);
  return [errorName, "err", "error", "e", "pusherError"].find((name) => !taken.has(name)) ?? "pusherError";
}

/** The names that the handler itself must be able to see: the logger's, and `next` where it is called. */
function usedNames(intent: Intent): ReadonlySet<string> {
  const taken = new Set<string>();
  const nodes: readonly Node[] = intent.handler && isFunction(intent.handler) ? intent.handler.params : [];
  for (const node of nodes) walk(node, (inner) => inner.type === "Identifier" && taken.add(inner.name));
  return taken;
}

/** Whether the `try` holds calls that are none of ours. */
function isShared(intent: Intent, module: SourceModule): boolean {
  const { form, sites } = intent;
  const own = sites.flatMap((site) => [
    site.call as Node,
    ...(site.fate.carrier && site.fate.isPassed ? [site.fate.carrier] : []),
  ]);
  switch (form.kind) {
    case "wrap": {
      const list = statementsOf(form.first, form.last, module);
      return hasOtherCalls(list, own) || hasForeignPromises(own, module);
    }
    case "add-catch":
      return hasOtherCalls(form.statement.block.body, own);
    case "arrow":
      return hasOtherCalls([form.fn.body], own) || hasForeignPromises(own, module);
    case "chain":
      return (
        hasForeignPromises(own, module) || (form.node !== sites[0]?.call && hasOtherCalls([form.node], own))
      );
    default:
      return false;
  }
}

function statementsOf(first: t.Statement, last: t.Statement, module: SourceModule): readonly Node[] {
  if (first === last) return [first];
  const place = module.scopes.places.get(first);
  const list = place
    ? (Object.entries(place.parent).find(([key]) => key === place.key)?.[1] as unknown)
    : null;
  return Array.isArray(list)
    ? (list as Node[]).slice(list.indexOf(first), list.indexOf(last) + 1)
    : [first, last];
}

/** A `Promise.all` with promises of other calls in it. */
function hasForeignPromises(own: readonly Node[], module: SourceModule): boolean {
  return own.some((call) => {
    const around = promiseAround(call, module, module.ast.program);
    if (around === call || !isCall(around)) return false;
    const [list] = around.arguments;
    const elements =
      list && unwrap(list).type === "ArrayExpression" ? (unwrap(list) as t.ArrayExpression).elements : [];
    return elements.some(
      (element) =>
        element &&
        !own.some((o) => (element.start ?? 0) <= (o.start ?? 0) && (o.end ?? 0) <= (element.end ?? 0)) &&
        mayReject(element, module),
    );
  });
}

function mayReject(element: Node, module: SourceModule): boolean {
  const node = unwrap(element);
  return (
    isCall(node) ||
    (node.type === "Identifier" && bindingOf(module, node) !== null) ||
    node.type === "SpreadElement"
  );
}

import type * as t from "@babel/types";
import { findContract, findFunction } from "../contracts/index.ts";
import type { Site } from "../detect/site.ts";
import { distinctionsOf } from "../detect/distinctions.ts";
import type { Distinction } from "../model/contract.ts";
import { calleeText } from "../resolve/members.ts";
import { encloses, isCall, isFunction, isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, functionAround, parentOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import { endsAsProcess } from "./endsAsProcess.ts";
import { LOGGED_FIELDS } from "./fieldLines.ts";
import type { ErrorCheck, Handling } from "./handlingTypes.ts";
import type { Intent } from "./intent.ts";
import { loggerAt } from "./logger.ts";
import { wholeCall } from "./promiseOf.ts";
import { styleOf } from "./style.ts";
import { hasOtherCalls, promiseAround } from "./surroundings.ts";

/** Puts together what the handler of an intent says and does. */
export function handlingOf(
  intent: Intent,
  check: ErrorCheck,
  loggerWanted: string | undefined,
  module: SourceModule,
  statusHelper: string | null = null,
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
  // The parameter of `.end(callback)` is typed by the package, that of a catch clause by nobody.
  const isTypedCallback =
    (form.kind === "check" && !hasAnnotation(form.callback.fn?.params[0])) ||
    (form.kind === "tell" &&
      isFunction(form.handler) &&
      form.handler.params.length > 0 &&
      !hasAnnotation(form.handler.params[0]));
  return {
    label: [...new Set(sites.map(labelOf))].join(" or "),
    logNote: notes.length === 1 ? (notes[0] ?? "") : "",
    branches: sites.every((site) => site.via === "direct") ? (only?.branches ?? []) : [],
    check,
    logged: findContract(first.contract)?.errorFields ?? LOGGED_FIELDS,
    distinctions: distinctionsOfSites(sites),
    errorClass: findContract(first.contract)?.errorClass?.name ?? "Error",
    statusHelper,
    logger: loggerAt(first.call, module, loggerWanted),
    tail,
    handOn: intent.handOn ?? "",
    errorName: errorNameFor(intent, module),
    isShared: isShared(intent, module),
    endsScript: endsScript(intent, module),
    isUnknown: style.isTypeScript && !isTypedCallback && (isCatch || !hasOwnParameter(intent)),
    style,
  };
}

/** What a handler of these calls tells; only what all of them have in common is theirs to tell. */
function distinctionsOfSites(sites: readonly Site[]): readonly Distinction[] {
  const [first, ...rest] = sites.map((site) =>
    site.via === "direct" ? distinctionsOf(site.contract, site.name, site.call, site.module) : [],
  );
  return (first ?? []).filter((distinction) => rest.every((others) => others.includes(distinction)));
}

/** What the log line calls the call: the SDK's own name for it, or the project's function. */
export function labelOf(site: Site): string {
  if (site.via === "direct" && site.name.includes(".")) return site.name;
  return site.via === "direct"
    ? `${site.contract}.${site.name}`
    : calleeText(site.call, site.module).replace(/^this\./, "");
}

function hasAnnotation(param: Node | undefined): boolean {
  return param !== undefined && "typeAnnotation" in param && param.typeAnnotation != null;
}

/** The handler that is filled has a parameter already, whose type is what it is. */
function hasOwnParameter({ form }: Intent): boolean {
  return form.kind === "fill" && isFunction(form.handler) && form.handler.params.length > 0;
}

/** The file's usual name for an error, unless the code that moves uses that name for something else. */
function errorNameFor(intent: Intent, module: SourceModule): string {
  const { form } = intent;
  const first = form.kind === "check" ? form.callback.fn?.params[0] : null;
  if (first?.type === "Identifier") return first.name;
  if (form.kind === "tell") {
    const param =
      form.handler.type === "CatchClause"
        ? form.handler.param
        : isFunction(form.handler)
          ? form.handler.params[0]
          : null;
    if (param?.type === "Identifier") return param.name;
  }
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
  const taken = usedNames(intent, module);
  return [errorName, "err", "error", "e", "pusherError"].find((name) => !taken.has(name)) ?? "pusherError";
}

/** The names that the handler itself has to see, and those that the code that moves into the `try` uses. */
function usedNames({ form, handler }: Intent, module: SourceModule): ReadonlySet<string> {
  const taken = new Set<string>();
  const note = (inner: Node) => {
    if (inner.type === "Identifier") taken.add(inner.name);
  };
  for (const param of handler && isFunction(handler) ? handler.params : []) walk(param, note);
  const moved =
    form.kind === "wrap"
      ? statementsOf(form.first, form.last, module)
      : form.kind === "arrow"
        ? [form.fn.body]
        : form.kind === "add-catch"
          ? [form.statement.block]
          : [];
  // A name that the moved code declares for itself (another handler's parameter) is no use of an outer one.
  for (const node of moved) {
    walk(node, (inner) => {
      const binding = inner.type === "Identifier" ? bindingOf(module, inner) : null;
      if (binding && !moved.some((m) => encloses(m, binding.identifier))) taken.add(binding.name);
    });
  }
  return taken;
}

/** Whether the `try` holds calls that are none of ours. */
function isShared(intent: Intent, module: SourceModule): boolean {
  const { form, sites } = intent;
  const own = sites.map(wholeCall);
  const carriers = sites.flatMap((site) => (site.fate.carrier ? [site.fate.carrier] : []));
  const others = (nodes: readonly Node[]) =>
    hasOtherCalls(nodes, own, carriers) || hasForeignPromises(own, module);
  switch (form.kind) {
    case "wrap":
      return others(statementsOf(form.first, form.last, module));
    case "add-catch":
      return others(form.statement.block.body);
    case "fill": {
      const statement = form.handler.type === "CatchClause" ? parentOf(module, form.handler) : undefined;
      return statement?.type === "TryStatement" && others(statement.block.body);
    }
    case "arrow":
      return others([form.fn.body]);
    case "chain":
      return (
        hasForeignPromises(own, module) ||
        (form.node !== sites[0]?.call && (others([form.node]) || hasCallback(form.node, module)))
      );
    default:
      return false;
  }
}

/** `.then(onDone)`: what the callback throws arrives at the same handler. */
function hasCallback(node: Node, module: SourceModule): boolean {
  if (!isCall(node) || !isMember(node.callee) || memberName(node.callee) !== "then") return false;
  const [callback] = node.arguments;
  // The `resolve` of a promise's executor does not throw.
  const binding = callback?.type === "Identifier" ? bindingOf(module, callback) : null;
  const isResolve =
    binding?.kind === "param" && parentOf(module, binding.declaration)?.type === "NewExpression";
  return callback !== undefined && !isResolve;
}

/** A script's own last promise: a handler that only logged would turn its exit code into success. */
function endsScript({ sites, form }: Intent, module: SourceModule): boolean {
  if (form.kind === "fill" || !endsAsProcess(sites, module)) return false;
  return sites.every(({ fate, via, call }) => {
    if (fate.here === "lost") return via === "opaque" && functionAround(module, call) === null;
    const fn = fate.boundary?.kind === "lost" ? fate.boundary.fn : null;
    const place = fn && module.scopes.places.get(fn);
    return place != null && place.key === "callee" && fn != null && functionAround(module, fn) === null;
  });
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

import type { EndCallback } from "../detect/endCallbacks.ts";
import type { Site } from "../detect/site.ts";
import { encloses, isCall, isFunction, type FunctionNode, type Node } from "../syntax/node.ts";
import { lookup } from "../syntax/scope.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  scopeOf,
  type SourceModule,
} from "../syntax/sourceModule.ts";
import type { Tail } from "./handlingTypes.ts";
import { declined, type Intent } from "./intent.ts";

const SWALLOWED = "a failure that was swallowed is logged";

/** Chooses the rewrite for a request that is sent with a callback, or declines with a reason. */
export function decideCallback(site: Site, callback: EndCallback): Intent {
  const base = { sites: [site], handler: null, safety: "review" as const };
  if (callback.kind === "missing")
    return {
      ...base,
      form: { kind: "end", call: callback.call },
      tail: "nothing",
      title: "add a callback that logs the failure",
      reason: SWALLOWED,
    };
  if (callback.kind === "misnamed")
    return declined(site, "its callback's first parameter is the error, not the response");
  if (!callback.fn || callback.module !== site.module)
    return declined(site, "its callback stands in another file");
  const form = { kind: "check", callback } as const;
  const title = "look at the error first";
  if (callback.kind === "silent") return { ...base, form, tail: "nothing", title, reason: SWALLOWED };
  const reason =
    callback.kind === "throws"
      ? "an error that nobody could catch goes to whoever waits for the result"
      : "a callback that went on without a response now returns";
  return { ...base, form, title, reason, ...handOver(callback, site) };
}

/** Whom the callback gives its result to, and so its failure: a promise's executor, a callback, Express. */
function handOver(
  { fn, call, module }: EndCallback,
  site: Site,
): { tail: Tail; handOn?: string; handler: Node | null } {
  if (!fn) return { tail: "return", handler: null };
  for (let outer = functionAround(module, call); outer; outer = functionAround(module, outer)) {
    const isExecutor = parentOf(module, outer)?.type === "NewExpression";
    if (isExecutor && callsParameter(fn, outer, 0, module)) return { tail: "return-next", handler: outer };
    const callback = nodeCallback(outer, fn, module);
    if (callback) return { tail: "hand-on", handOn: callback, handler: null };
  }
  const { boundary } = site.fate;
  const isAnswer = boundary?.kind === "express" && boundary.fn && callsParameter(fn, boundary.fn, 1, module);
  if (isAnswer && boundary.fn) return { tail: "return-next", handler: boundary.fn };
  return { tail: "return", handler: null };
}

/** Whether a function mentions a parameter of one around it. */
function callsParameter(fn: FunctionNode, outer: FunctionNode, index: number, module: SourceModule): boolean {
  const param = outer.params[index];
  const binding = param?.type === "Identifier" ? bindingOf(module, param) : null;
  return binding?.references.some((reference) => encloses(fn, reference)) ?? false;
}

/** Whether code calls a callback as Node does, the error first: `cb(null, data)`, `cb(err)`, `cb()`; it may also only hand it on. */
export function isErrorFirst(callback: Node, within: Node, module: SourceModule): boolean {
  const references = (bindingOf(module, callback)?.references ?? []).filter((reference) =>
    encloses(within, reference),
  );
  return (
    references.length > 0 &&
    references.every((reference) => {
      const place = placeOf(module, reference);
      if (!place || !isCall(place.parent) || place.key !== "callee") return true;
      const [first] = place.parent.arguments;
      return !first || isErrorLike(first as Node);
    })
  );
}

function isErrorLike(node: Node): boolean {
  if (node.type === "NullLiteral" || node.type === "NewExpression") return true;
  return node.type === "Identifier" && /^(undefined|_?e|_?err|_?error)$/i.test(node.name);
}

/** The name of the Node-style callback of a function, where the inner one calls it. */
function nodeCallback(outer: FunctionNode, fn: FunctionNode, module: SourceModule): string | null {
  const last = outer.params.at(-1);
  if (last?.type !== "Identifier" || !/^(cb|callback|done|next|fn)$/i.test(last.name)) return null;
  if (!isErrorFirst(last, fn, module)) return null;
  const isSeen = isFunction(fn) && lookup(scopeOf(module, fn.body), last.name) === bindingOf(module, last);
  return isSeen ? last.name : null;
}

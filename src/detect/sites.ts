import type * as t from "@babel/types";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { placeOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import { Tracer } from "../resolve/tracer.ts";
import type { Modules } from "../resolve/modules.ts";
import { union, type SdkCallValue, type Value } from "../resolve/value.ts";
import { requestAt } from "./requestFates.ts";
import { lackingSites, pipeSite } from "./requestSites.ts";
import { withBanFlow } from "./banFlow/observe.ts";
import { observersOf, type Observer } from "./observers.ts";
import { carriedBy, sdkCallsOf } from "./carried.ts";
import type { Fate } from "./fate.ts";
import { Fates } from "./fates.ts";
import type { Site } from "./site.ts";

/** Finds call sites in modules of one project, and what becomes of their failures. */
export class Detector {
  readonly tracer: Tracer;
  readonly fates: Fates;
  readonly #observers: readonly Observer[];

  /**
   * `canReach` says which files could hold a value of a contract at all; others are not searched for failures they let out.
   * `contracts`: those that the project has anything of; all where they are not known.
   */
  constructor(
    modules: Modules,
    canReach: (file: string) => boolean = () => true,
    hints?: ReadonlyMap<Node, readonly Value[]>,
    contracts?: ReadonlySet<string>,
  ) {
    this.#observers = observersOf(contracts);
    this.tracer = new Tracer(modules, canReach, hints);
    this.fates = new Fates(this.tracer);
    this.tracer.carriedBy = (fn, module) => (canReach(module.file) ? carriedBy(this.tracer, fn, module) : []);
    for (const tracer of [this.tracer, this.tracer.texts])
      tracer.argumentsOf = (fn, index, module) => this.#argumentsOf(fn, index, module, tracer);
  }

  /** The call sites of a module, in source order. */
  sites(module: SourceModule): readonly Site[] {
    const found: Site[] = [];
    walk(module.ast.program, (node) => {
      if (!isCall(node)) return;
      const value = this.#sdkCall(node, module);
      if (!value) return;
      const fate = this.fates.of(node, module);
      const site: Site = {
        call: node,
        contract: value.contract,
        name: value.name,
        via: this.#via(node, value, module),
        fate,
        value,
        module,
        ...(requestAt(this.fates, node, module) ? { isRequest: true } : {}),
        ...(this.#mayThrow(node, module) ? { mayThrow: true } : {}),
      };
      if (fate.pipe && fate.module === module) {
        found.push(pipeSite(site, fate.pipe));
        if (fate.promise) found.push({ ...site, fate: fate.promise });
      } else if (isOwnBusiness(site) || !this.#isSeenByCallers(site))
        found.push(site, ...lackingSites(site, this.fates));
    });
    found.push(...this.#observers.flatMap((observe) => observe(this.fates, module)));
    const unique = found.filter(
      (site, index) =>
        found.findIndex(
          (other) => other.call === site.call && other.lack === site.lack && other.rule === site.rule,
        ) === index,
    );
    const lost = new Set<Node>(unique.filter((site) => site.via === "opaque").map((site) => site.call));
    return unique
      .map((site) => withBanFlow(this.#withLosers(site, lost), this.fates))
      .toSorted((a, b) => (a.call.start ?? 0) - (b.call.start ?? 0));
  }

  /** Whether a call of the function that hands the promise on is a site itself: not so where it hands on an array of promises. */
  #isSeenByCallers({ fate, via }: Site): boolean {
    const fn = fate.boundary?.fn;
    if (via === "opaque" || !fn) return true;
    return this.tracer
      .returnsOf({ kind: "function", node: fn, module: fate.module })
      .some((v) => v.kind === "sdk-call" && !v.opaque);
  }

  #withLosers(site: Site, lost: ReadonlySet<Node>): Site {
    const { boundary } = site.fate;
    if (site.via === "opaque" || lost.size === 0 || boundary?.isOnlyCalled !== true || !boundary.fn)
      return site;
    const calls = this.fates.boundaries.uses
      .of(boundary.fn, site.fate.module)
      .map((use) => placeOf(use.module, use.node)?.parent);
    return calls.length > 0 && calls.every((call) => call && lost.has(call))
      ? { ...site, losers: calls as readonly Node[] }
      : site;
  }

  #sdkCall(
    node: t.CallExpression | t.OptionalCallExpression,
    module: SourceModule,
  ): SdkCallValue | undefined {
    const calls = sdkCallsOf(this.tracer, node, module);
    return calls.find((call) => !call.opaque) ?? calls[0] ?? this.#borrowed(node, module);
  }

  /** `pusher.trigger.call(pusher, …)`, `.apply(…)`. */
  #borrowed(
    node: t.CallExpression | t.OptionalCallExpression,
    module: SourceModule,
  ): SdkCallValue | undefined {
    const callee = unwrap(node.callee as Node);
    if (!isMember(callee) || !/^(call|apply)$/.test(memberName(callee) ?? "")) return undefined;
    return this.tracer.evaluate(node, module).find((v) => v.kind === "sdk-call");
  }

  #via(
    node: t.CallExpression | t.OptionalCallExpression,
    value: SdkCallValue,
    module: SourceModule,
  ): Site["via"] {
    if (value.opaque) return "opaque";
    return this.tracer.evaluate(node.callee as Node, module).some((v) => v.kind === "function")
      ? "wrapper"
      : "direct";
  }

  #mayThrow(node: t.CallExpression | t.OptionalCallExpression, module: SourceModule): boolean {
    return this.tracer
      .evaluate(node.callee as Node, module)
      .some((v) => v.kind === "function" && !v.node.async);
  }

  /** What the project's calls of a function pass for a parameter. */
  #argumentsOf(fn: FunctionNode, index: number, module: SourceModule, tracer: Tracer): readonly Value[] {
    return union(
      ...this.fates.boundaries.uses.of(fn, module).map((use) => {
        const place = placeOf(use.module, use.node);
        if (!place || !isCall(place.parent) || place.key !== "callee") return [];
        const argument = place.parent.arguments[index];
        return argument && argument.type !== "SpreadElement" && argument.type !== "ArgumentPlaceholder"
          ? tracer.evaluate(argument, use.module)
          : [];
      }),
    );
  }
}

/**
 * A wrapper's own line is its callers' business where it hands the promise on and is only called by name;
 * a caller of a function that awaits is of interest only where it loses that function's promise.
 */
function isOwnBusiness(site: Site): boolean {
  const { fate } = site;
  // A function called where it stands is no wrapper: the call inside of it is the call site.
  if (site.via !== "direct" && isCall(site.call) && isFunction(unwrap(site.call.callee as Node)))
    return false;
  if (site.via === "opaque")
    return fate.here === "lost" || (fate.here === "leaves" && fate.boundary?.kind !== "onward");
  const isHandedOn =
    fate.here === "leaves" && fate.boundary?.isOnlyCalled === true && isReturnedPromise(fate, site);
  return !isHandedOn;
}

function isReturnedPromise(fate: Fate, site: Site): boolean {
  for (
    let node: Node = site.call, place = placeOf(site.module, node);
    place;
    node = place.parent, place = placeOf(site.module, node)
  ) {
    if (place.parent.type === "AwaitExpression" || place.parent.type === "YieldExpression") return false;
    if (place.parent === fate.boundary?.fn || place.parent.type === "ReturnStatement") return true;
  }
  return false;
}

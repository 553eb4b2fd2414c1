import type * as t from "@babel/types";
import type { Evaluator } from "../resolve/evaluator.ts";
import {
  isCall,
  isFunction,
  isMember,
  isTypeWrapper,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import type { Binding } from "../syntax/scope.ts";
import { bindingOf, functionAround, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { accessesOf } from "./access.ts";
import { Boundaries } from "./boundaries.ts";
import { as, byHandler, graver, lost, settled, type Fate, type FateFinder } from "./fate.ts";
import { kindOfCatch, kindOfHandler, throwsOn } from "./handlers.ts";
import { KEEPERS } from "./passedFunctions.ts";
import { combineSent, ofRequestMethod, ofStreamCall, requestAt, sentAtOnce, unsent } from "./requestFates.ts";
import {
  escapes,
  here,
  holdsPromise,
  isBareMention,
  isChained,
  isCollected,
  isExported,
  isRequestMention,
  isSmall,
  isUnclear,
  resolvedBy,
} from "./promiseUses.ts";

const AGGREGATES = new Set(["all", "race", "any", "allSettled"]);

/** Follows promises through the code that holds them, until their failure is handled, lost, or leaves the function. */
export class Fates implements FateFinder {
  readonly tracer: Evaluator;
  readonly boundaries: Boundaries;
  readonly #active = new Set<object>();
  readonly #activeBindings = new Set<Binding>();

  constructor(tracer: Evaluator) {
    this.tracer = tracer;
    this.boundaries = new Boundaries(this);
  }

  /** What becomes of the failure of a promise-valued expression. */
  of(node: Node, module: SourceModule): Fate {
    if (this.#active.has(node))
      return { ...settled("contained", "handled", "stored", node, module), isAgain: true };
    this.#active.add(node);
    try {
      return this.#of(node, module);
    } finally {
      this.#active.delete(node);
    }
  }

  #of(node: Node, module: SourceModule): Fate {
    const place = placeOf(module, node);
    if (!place) return lost("floating", node, module);
    const { parent, key } = place;
    if (isTypeWrapper(parent)) return this.of(parent, module);
    const atOnce = sentAtOnce(this, node, module);
    if (atOnce) return atOnce;
    switch (parent.type) {
      case "AwaitExpression":
      case "YieldExpression":
        return here("awaited", this.thrown(parent, module));
      case "ExpressionStatement":
      case "UnaryExpression":
        return requestAt(this, node, module) ? unsent(node, module) : lost("floating", node, module);
      case "ReturnStatement":
        return this.#returned(node, functionAround(module, node), module);
      case "ArrowFunctionExpression":
        return key === "body" ? this.#returned(node, parent, module) : lost("passed", node, module);
      case "VariableDeclarator":
        return as("stored", this.#stored(parent.id, node, module));
      case "AssignmentExpression":
        return as("stored", this.#assigned(parent, node, module));
      case "AssignmentPattern":
        return as("stored", this.#stored(parent.left, node, module));
      case "ClassProperty":
      case "ClassPrivateProperty":
      case "ObjectProperty":
        return as("stored", this.#property(parent, node, module));
      case "ConditionalExpression":
        return key === "test" ? lost("floating", node, module) : this.of(parent, module);
      case "LogicalExpression":
        return this.of(parent, module);
      case "SequenceExpression":
        return parent.expressions.at(-1) === node ? this.of(parent, module) : lost("floating", node, module);
      case "ArrayExpression":
      case "SpreadElement":
        return this.#element(parent, node, module);
      case "MemberExpression":
      case "OptionalMemberExpression":
        return key === "object" ? this.#member(parent, node, module) : lost("floating", node, module);
      case "CallExpression":
      case "OptionalCallExpression":
      case "NewExpression":
        return key === "arguments"
          ? this.#argument(parent, place.index ?? 0, node, module)
          : lost("floating", node, module);
      case "ForOfStatement":
        return key === "right"
          ? as("stored", this.#iterated(parent, node, module))
          : lost("floating", node, module);
      case "ExportDefaultDeclaration":
        return settled("outside", "leaves", "stored", node, module);
      default:
        return lost("floating", node, module);
    }
  }

  /** What becomes of an error thrown at a node: caught in its function, or it leaves that function. */
  thrown(node: Node, module: SourceModule): Fate {
    for (
      let at: Node = node, place = placeOf(module, at);
      place;
      at = place.parent, place = placeOf(module, at)
    ) {
      const { parent, key } = place;
      if (isFunction(parent)) return this.leaves(parent, node, module);
      if (parent.type === "StaticBlock" || (parent.type === "ClassProperty" && key === "value")) break;
      if (parent.type !== "TryStatement" || key !== "block" || !parent.handler) continue;
      const kind = kindOfCatch(parent.handler, module);
      if (kind === "rethrows") continue;
      if (throwsOn(parent.handler)) this.thrownOn(parent, module);
      return byHandler(kind, "awaited", parent.handler, node, module);
    }
    return {
      ...settled("nowhere", "leaves", "awaited", node, module),
      boundary: { fn: null, kind: "onward" },
    };
  }

  /** A `catch` that logged and threw on: handled here, and yet a failure for whoever called. Of interest to a subclass. */
  protected thrownOn(_statement: Node, _module: SourceModule): void {}

  /** The same for a handler in a chain; `_call` is the call that adds it. */
  protected passedOn(_call: Node, _module: SourceModule): void {}

  #returned(node: Node, fn: FunctionNode | null, module: SourceModule): Fate {
    const fate = here("returned", this.leaves(fn, node, module));
    // What is returned to nobody is not even sent; an async function's own promise sends it.
    const isDropped = fate.boundary?.kind === "lost" || fate.boundary?.kind === "express";
    return isDropped && fn?.async !== true && requestAt(this, node, module) ? unsent(node, module) : fate;
  }

  /** What becomes of a failure that leaves a function through its promise, at the node `at`. */
  leaves(fn: FunctionNode | null, at: Node, module: SourceModule): Fate {
    if (!fn)
      return {
        ...settled("nowhere", "leaves", "returned", at, module),
        boundary: { fn: null, kind: "onward" },
      };
    const end = this.boundaries.of(fn, module);
    if (end.carrier && isSmall(fn, end.carrier.call))
      return {
        ...end.carrier.fate,
        // A chain inside of a chain: the outermost is where one handler sees both.
        carrier: isChained(end.carrier.call)
          ? (end.carrier.fate.carrier ?? end.carrier.call)
          : end.carrier.call,
        isPassed: !isCollected(end.carrier.call),
        steps: end.steps,
      };
    return {
      ...settled(end.ending, "leaves", "returned", at, module),
      boundary: { fn, kind: end.kind, isOnlyCalled: end.isOnlyCalled },
      ...(end.isCycle ? { isCycle: true } : {}),
      steps: end.steps,
    };
  }

  #stored(pattern: Node, node: Node, module: SourceModule): Fate {
    // Taken apart at once: its parts are not followed.
    if (pattern.type !== "Identifier") return escapes(node, module);
    const binding = bindingOf(module, pattern);
    return binding ? this.binding(binding, node, module) : lost("stored", node, module);
  }

  /** What becomes of the promise (or array of promises) that a variable holds: the best that any of its uses does with it. */
  binding(binding: Binding, node: Node, module: SourceModule): Fate {
    // `r = r.set(…)`: the variable's other uses are being asked already.
    if (this.#activeBindings.has(binding))
      return { ...settled("contained", "handled", "stored", node, module), isAgain: true };
    this.#activeBindings.add(binding);
    try {
      return this.#binding(binding, node, module);
    } finally {
      this.#activeBindings.delete(binding);
    }
  }

  #binding(binding: Binding, node: Node, module: SourceModule): Fate {
    let best: Fate | null = null;
    const isRequest = requestAt(this, binding.identifier, module) !== null;
    const ofRequest: Fate[] = [];
    for (const reference of binding.references) {
      const place = placeOf(module, reference);
      if (place?.parent.type === "AssignmentExpression" && place.key === "left") continue;
      if (isRequest && (isRequestMention(reference, module) || holdsPromise(reference, module))) {
        ofRequest.push(this.of(reference, module));
        continue;
      }
      if (!holdsPromise(reference, module)) continue;
      const fate = this.of(reference, module);
      if (fate.isAgain) continue;
      if (fate.here === "lost" && isBareMention(reference, module)) continue;
      if (!best || graver(fate, best) === best) best = fate;
    }
    const sent = combineSent(ofRequest);
    if (sent) return sent;
    if (best) return best;
    if (binding.references.some((reference) => isUnclear(reference, module))) return escapes(node, module);
    return isExported(binding, module)
      ? settled("outside", "leaves", "stored", node, module)
      : lost("stored", node, module);
  }

  /** `for (const p of promises)`: what becomes of each; `for await` waits for them. */
  #iterated(loop: t.ForOfStatement, node: Node, module: SourceModule): Fate {
    if (loop.await) return this.thrown(loop, module);
    const declarator = loop.left.type === "VariableDeclaration" ? loop.left.declarations[0] : undefined;
    return declarator ? this.#stored(declarator.id, node, module) : escapes(node, module);
  }

  #assigned(assignment: t.AssignmentExpression, node: Node, module: SourceModule): Fate {
    const target = unwrap(assignment.left);
    if (target.type === "Identifier") {
      const binding = bindingOf(module, target);
      return binding ? this.binding(binding, node, module) : lost("stored", node, module);
    }
    return isMember(target)
      ? this.#byName(memberName(target), target, node, module)
      : lost("stored", node, module);
  }

  #property(
    property: t.ClassProperty | t.ClassPrivateProperty | t.ObjectProperty,
    node: Node,
    module: SourceModule,
  ): Fate {
    const key = property.key;
    const name = key.type === "Identifier" ? key.name : key.type === "PrivateName" ? `#${key.id.name}` : null;
    return this.#byName(name, null, node, module);
  }

  /** A promise kept in a property: what the accesses of that name in this file do with it. */
  #byName(name: string | null, self: Node | null, node: Node, module: SourceModule): Fate {
    if (requestAt(this, node, module)) return this.#requestByName(name, self, node, module);
    let best: Fate | null = null;
    for (const access of name === null ? [] : (accessesOf(module).members.get(name) ?? [])) {
      if (access === self || placeOf(module, access)?.key === "left" || !holdsPromise(access, module))
        continue;
      const fate = this.of(access, module);
      if (!best || graver(fate, best) === best) best = fate;
    }
    if (!best && name?.startsWith("#")) return lost("stored", node, module);
    return (
      best ?? {
        ...settled("outside", "leaves", "stored", node, module),
        boundary: { fn: functionAround(module, node), kind: "onward" },
      }
    );
  }

  /** A request kept in a property: how the accesses of that name in this file send it; else it may be sent anywhere. */
  #requestByName(name: string | null, self: Node | null, node: Node, module: SourceModule): Fate {
    const accesses = name === null ? [] : (accessesOf(module).members.get(name) ?? []);
    const fates = accesses
      .filter((access) => access !== self && placeOf(module, access)?.key !== "left")
      .filter((access) => isRequestMention(access, module) || holdsPromise(access, module))
      .map((access) => this.of(access, module));
    const sent = combineSent(fates.filter((fate) => !fate.isUnsent));
    return sent ? as("stored", sent) : escapes(node, module);
  }

  #element(parent: Node, node: Node, module: SourceModule): Fate {
    const inner = this.of(parent, module);
    return inner.here === "lost" && inner.disposition === "floating"
      ? lost("floating", node, module)
      : as("aggregated", inner);
  }

  #member(parent: t.MemberExpression | t.OptionalMemberExpression, node: Node, module: SourceModule): Fate {
    const name = memberName(parent);
    const call = placeOf(module, parent);
    const called = call && isCall(call.parent) && call.key === "callee" ? call.parent : null;
    if (!called || name === null) return lost("floating", node, module);
    const ofRequest = ofRequestMethod(this, node, module);
    if (ofRequest) return ofRequest;
    const handler =
      name === "catch" ? called.arguments[0] : name === "then" ? called.arguments[1] : undefined;
    if (name === "catch" || name === "then") {
      const kind = kindOfHandler(handler, module);
      if (kind !== null && kind !== "rethrows") {
        if (handler && throwsOn(unwrap(handler))) this.passedOn(called, module);
        return byHandler(kind, "chained", handler as Node, node, module);
      }
      return as("chained", this.of(called, module));
    }
    if (name === "finally") return as("chained", this.of(called, module));
    return this.#arrayMethod(called, name, node, module);
  }

  /** `promises.push(p)` has no bearing on what is already inside; `promises.map(…)` and the like pass it on. */
  #arrayMethod(call: Node, name: string, node: Node, module: SourceModule): Fate {
    return /^(map|filter|concat|flat|flatMap|slice|values|reduce)$/.test(name)
      ? this.of(call, module)
      : lost("floating", node, module);
  }

  #argument(
    call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
    index: number,
    node: Node,
    module: SourceModule,
  ): Fate {
    const callee = unwrap(call.callee as Node);
    const method = isMember(callee) ? memberName(callee) : callee.type === "Identifier" ? callee.name : null;
    const streamed = requestAt(this, node, module)
      ? ofStreamCall(this, call, node, method, index, module)
      : null;
    if (streamed) return streamed;
    if (
      isMember(callee) &&
      callee.object.type === "Identifier" &&
      callee.object.name === "Promise" &&
      method !== null
    ) {
      if (method === "allSettled") return as("aggregated", this.#settledAggregate(call, module));
      if (AGGREGATES.has(method)) return as("aggregated", this.of(call, module));
      if (method === "resolve") return this.of(call, module);
    }
    if (method !== null && KEEPERS.test(method)) return lost("passed", node, module);
    if (
      isMember(callee) &&
      (method === "push" || method === "unshift") &&
      callee.object.type === "Identifier"
    ) {
      const binding = bindingOf(module, callee.object);
      return binding ? as("aggregated", this.binding(binding, node, module)) : lost("passed", node, module);
    }
    const promise = callee.type === "Identifier" ? resolvedBy(callee, module) : null;
    if (promise) return as("passed", this.of(promise, module));
    const inner = this.boundaries.ofPassedPromise(call, index, module);
    if (inner) return as("passed", inner);
    const outer = this.of(call, module);
    return outer.here === "lost" ? lost("passed", node, module) : as("passed", outer);
  }

  /** `allSettled` never rejects: handled where somebody reads its result. */
  #settledAggregate(call: Node, module: SourceModule): Fate {
    let at = call;
    for (let place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
      if (place.parent.type === "AwaitExpression" || isTypeWrapper(place.parent)) continue;
      if (place.parent.type === "VariableDeclarator" && place.parent.id.type === "Identifier") {
        const isRead = (bindingOf(module, place.parent.id)?.references.length ?? 0) > 0;
        return isRead
          ? settled("contained", "handled", "aggregated", call, module)
          : settled("silent-drop", "silent", "aggregated", call, module);
      }
      const unread =
        place.parent.type === "ExpressionStatement" ||
        (place.parent.type === "UnaryExpression" && place.parent.operator === "void");
      return unread
        ? settled("silent-drop", "silent", "aggregated", call, module)
        : settled("contained", "handled", "aggregated", call, module);
    }
    return settled("silent-drop", "silent", "aggregated", call, module);
  }
}

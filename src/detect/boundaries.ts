import type * as t from "@babel/types";
import type { Ending } from "../model/finding.ts";
import { exportsOf } from "../resolve/exports.ts";
import type { Step } from "../resolve/value.ts";
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
import { patternIdentifiers } from "../syntax/positions.ts";
import { bindingOf, functionAround, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { exportedNames, endOfConvention } from "./conventions.ts";
import { NOWHERE, OUTSIDE, UNKNOWN, byFramework, combine, withoutCarrier, type End } from "./ends.ts";
import { graver, stepAt, type Fate, type FateFinder } from "./fate.ts";
import { endOfExternal, endOfRouteLike, endOfTypes } from "./frameworks.ts";
import { COLLECTING, KEEPERS, hasName, isArrayMethod, throwsLater } from "./passedFunctions.ts";
import { Uses } from "./uses.ts";

const TIMERS = new Set([
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "nextTick",
  "requestAnimationFrame",
]);
const LISTENERS =
  /^(on|once|addListener|prependListener|prependOnceListener|addEventListener|subscribe|watch)$/;
/** Array methods that throw away what an async callback returns. */
const DROPPING = /^(forEach|filter|some|every|find|findIndex|sort)$/;

/** Says what becomes of failures that leave functions: where the function is called, passed, or found by a framework. */
export class Boundaries {
  readonly #fates: FateFinder;
  readonly uses: Uses;
  readonly #known = new Map<FunctionNode, End>();
  readonly #active = new Set<FunctionNode>();

  constructor(fates: FateFinder) {
    this.#fates = fates;
    this.uses = new Uses(fates.tracer);
  }

  /** What becomes of a rejection of a function's promise. */
  of(fn: FunctionNode, module: SourceModule): End {
    const known = this.#known.get(fn);
    if (known) return known;
    // A function that calls itself: that call says nothing.
    if (this.#active.has(fn))
      return { ending: "contained", kind: "onward", steps: [], isOnlyCalled: false, isCycle: true };
    this.#active.add(fn);
    try {
      const end = this.#find(fn, module);
      if (this.#active.size === 1) this.#known.set(fn, end);
      return end;
    } finally {
      this.#active.delete(fn);
    }
  }

  #find(fn: FunctionNode, module: SourceModule): End {
    const convention = endOfConvention(fn, module);
    if (convention) return byFramework(convention, fn, module);
    const direct = this.ofValue(fn, fn, module);
    const ends = direct ? [direct] : [];
    if (!direct || hasName(fn, module)) {
      for (const use of this.uses.of(fn, module)) {
        const end = this.ofValue(use.node, fn, use.module);
        if (end) ends.push(withoutCarrier(end));
      }
    }
    if (this.#leavesProject(fn, module)) ends.push(OUTSIDE);
    if (ends.length > 0) return combine(ends);
    const typed = endOfTypes(this.#fates.tracer, fn, module);
    return typed ? byFramework(typed, fn, module) : OUTSIDE;
  }

  /** Exported from the public entry of a package that others install. */
  #leavesProject(fn: FunctionNode, module: SourceModule): boolean {
    const manifest = this.#fates.tracer.modules.graph.manifestOf(module.file);
    if (manifest === null || !manifest.hasPublicEntry || functionAround(module, fn) !== null) return false;
    return manifest.entryFiles.some((entry) => this.#isExportedFrom(entry, fn, module));
  }

  #isExportedFrom(entry: string, fn: FunctionNode, module: SourceModule): boolean {
    const opened = this.#fates.tracer.modules.get(entry);
    const names = new Set([...exportedNames(fn, module), ...(opened ? exportsOf(opened).named.keys() : [])]);
    return [...names].some((name) =>
      this.#fates.tracer.exported(entry, name).some((v) => v.kind === "function" && v.node === fn),
    );
  }

  /** What becomes of rejections of `fn`, where `node` stands for it as a value; null where the value only goes on under another name. */
  ofValue(node: Node, fn: FunctionNode, module: SourceModule): End | null {
    const place = placeOf(module, node);
    if (!place) return null;
    const { parent, key } = place;
    if (isTypeWrapper(parent)) return this.ofValue(parent, fn, module);
    if (key === "callee" && isCall(parent)) return this.#called(parent, node, module);
    if (key === "callee") return null;
    if (key === "arguments" && (isCall(parent) || parent.type === "NewExpression"))
      return this.#passed(parent, place.index ?? 0, fn, module);
    if (
      parent.type === "ArrayExpression" ||
      parent.type === "ConditionalExpression" ||
      parent.type === "LogicalExpression"
    )
      return this.ofValue(parent, fn, module);
    if (parent.type === "JSXExpressionContainer") return NOWHERE;
    if (
      parent.type === "AssignmentExpression" &&
      isMember(parent.left) &&
      /^on[a-z]/.test(memberName(parent.left) ?? "")
    )
      return NOWHERE;
    if (isMember(parent) && key === "object" && /^(bind|call|apply)$/.test(memberName(parent) ?? "")) {
      const call = placeOf(module, parent);
      if (!call || !isCall(call.parent)) return null;
      return memberName(parent) === "bind"
        ? this.ofValue(call.parent, fn, module)
        : this.#called(call.parent, node, module);
    }
    if (parent.type === "ObjectProperty") return this.#option(parent, node, fn, module);
    return null;
  }

  /** A handler given as a property of an options object: `new Worker(…, { processor })`, `fastify.route({ handler })`, `createFileRoute()({ loader })`. */
  #option(property: t.ObjectProperty, node: Node, fn: FunctionNode, module: SourceModule): End | null {
    const object = parentOf(module, property);
    const call = object && placeOf(module, object);
    if (!call || call.key !== "arguments" || !isCall(call.parent)) return null;
    const end = endOfExternal(this.#fates.tracer, call.parent.callee as Node, module);
    return end ? byFramework(end, node, module) : null;
  }

  #called(call: t.CallExpression | t.OptionalCallExpression, callee: Node, module: SourceModule): End | null {
    const fate = this.#fates.of(call, module);
    if (fate.isCycle) return null;
    const isInline = isFunction(unwrap(callee));
    if (isInline)
      return fate.here === "lost"
        ? NOWHERE
        : {
            ending: fate.ending,
            kind: "onward",
            isOnlyCalled: false,
            steps: fate.steps,
            carrier: { call, fate },
          };
    const ending: Ending = fate.ending === "contained" ? "caller" : fate.ending;
    return {
      ending,
      kind: "onward",
      isOnlyCalled: true,
      steps: [stepAt(call, module, "called here"), ...fate.steps],
    };
  }

  #passed(
    call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
    index: number,
    fn: FunctionNode,
    module: SourceModule,
  ): End | null {
    const callee = unwrap(call.callee as Node);
    const method = isMember(callee) ? memberName(callee) : callee.type === "Identifier" ? callee.name : null;
    const step = stepAt(call, module, "passed on here");
    if (call.type === "NewExpression" && callee.type === "Identifier" && callee.name === "Promise")
      return NOWHERE;
    if (method !== null && KEEPERS.test(method))
      return { ...NOWHERE, steps: [stepAt(call, module, `${method} tells nobody when it fails`)] };
    if (method !== null && TIMERS.has(method))
      return { ...NOWHERE, steps: [stepAt(call, module, "a timer, which loses it")] };
    if (isMember(callee) && method !== null) {
      if (/^(then|catch|finally)$/.test(method)) return this.#consumed(call, step, module, true);
      const external = endOfExternal(this.#fates.tracer, callee, module);
      if (external) return byFramework(external, call, module);
      const routeLike = endOfRouteLike(this.#fates.tracer, callee, fn, module);
      if (routeLike) return byFramework(routeLike, call, module);
      const project = this.#projectFunction(call, index, module, fn);
      if (project) return project;
      if (LISTENERS.test(method))
        return { ...NOWHERE, steps: [stepAt(call, module, "an event listener, which loses it")] };
      if (DROPPING.test(method))
        return { ...NOWHERE, steps: [stepAt(call, module, `${method} drops the promise`)] };
      if (COLLECTING.test(method)) return this.#consumed(call, step, module, false);
    } else {
      const external = endOfExternal(this.#fates.tracer, callee, module);
      if (external) return byFramework(external, call, module);
      const project = this.#projectFunction(call, index, module, fn);
      if (project) return project;
    }
    return this.#unknownHelper(call, fn, step, module);
  }

  /** What a helper of another package does is not known: its result is taken to carry the failure on (`pRetry`, `$transaction`, `withAuth`). */
  #unknownHelper(call: Node, fn: FunctionNode, step: Step, module: SourceModule): End | null {
    const asFunction = this.ofValue(call, fn, module);
    if (asFunction && placeOf(module, call)?.key !== "callee") return asFunction;
    const place = placeOf(module, call);
    if (
      place &&
      (place.parent.type === "ExportDefaultDeclaration" || place.parent.type === "VariableDeclarator") &&
      functionAround(module, call) === null
    )
      return OUTSIDE;
    return this.#consumed(call, step, module, false);
  }

  /** The call's own promise carries the failure. Where nobody holds it, a handler can be put on it only if it surely is a promise. */
  #consumed(call: Node, step: Step, module: SourceModule, isPromise: boolean): End {
    const fate = this.#fates.of(call, module);
    if (fate.here === "lost" && fate.at === call && !isPromise)
      return { ...(isArrayMethod(call) ? NOWHERE : UNKNOWN), steps: [step] };
    return {
      ending: fate.ending,
      kind: "onward",
      isOnlyCalled: false,
      steps: [step, ...fate.steps],
      carrier: { call, fate },
    };
  }

  /** A function of the project takes it as a parameter: what its code does with calls of that parameter. */
  #projectFunction(
    call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
    index: number,
    module: SourceModule,
    fn: FunctionNode,
  ): End | null {
    if (!isCall(call)) return null;
    const ends: End[] = [];
    for (const value of this.#fates.tracer.evaluate(call.callee as Node, module)) {
      if (value.kind !== "function") continue;
      const fate = this.#paramFate(value.node, index, value.module);
      if (!fate) continue;
      const isCarried =
        (fate.here === "leaves" && fate.boundary?.fn === value.node) ||
        (fate.here === "handled" && throwsLater(fate.handler, value.node));
      if (isCarried)
        ends.push(
          this.#consumed(
            call,
            stepAt(call, module, "passed on here"),
            module,
            this.#givesPromise(call, module),
          ),
        );
      else if (fate.forwards) ends.push(byFramework("framework", call, module));
      else if (fate.here !== "leaves")
        ends.push({
          ending: fate.ending === "contained" ? "caller" : fate.ending,
          kind: fate.here === "lost" ? "lost" : "onward",
          isOnlyCalled: false,
          steps: [stepAt(call, module, "passed on here")],
        });
      else ends.push(this.ofValue(call, fn, module) ?? OUTSIDE);
    }
    if (ends.length > 0) return combine(ends);
    // A function of the project keeps it and calls it later: that code may well look after it.
    const isOwn = this.#fates.tracer.evaluate(call.callee as Node, module).some((v) => v.kind === "function");
    return isOwn ? { ...UNKNOWN, steps: [stepAt(call, module, "passed on here")] } : null;
  }

  #givesPromise(call: Node, module: SourceModule): boolean {
    return this.#fates.tracer
      .evaluate(call, module)
      .some((v) => v.kind === "promise" || v.kind === "sdk-call");
  }

  /** What becomes of the promise of `param()` inside a function that takes a function. */
  #paramFate(fn: FunctionNode, index: number, module: SourceModule): Fate | null {
    const param = fn.params[index];
    const [identifier] = param ? patternIdentifiers(param) : [];
    const binding = identifier && bindingOf(module, identifier);
    if (!binding || param?.type === "ObjectPattern") return null;
    let worst: Fate | null = null;
    for (const reference of binding.references) {
      const place = placeOf(module, reference);
      if (!place || !isCall(place.parent)) continue;
      // `Promise.resolve().then(work)` calls it, too.
      if (place.key !== "callee" && !isThen(place.parent)) continue;
      const fate = this.#fates.of(place.parent, module);
      worst = worst ? graver(worst, fate) : fate;
    }
    return worst;
  }

  /** A promise passed to a function of the project: what that does with its parameter; null where it is not one. */
  ofPassedPromise(
    call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
    index: number,
    module: SourceModule,
  ): Fate | null {
    if (!isCall(call)) return null;
    for (const value of this.#fates.tracer.evaluate(call.callee as Node, module)) {
      if (value.kind !== "function") continue;
      const [identifier] = value.node.params[index] ? patternIdentifiers(value.node.params[index]) : [];
      const binding = identifier && bindingOf(value.module, identifier);
      if (!binding) return null;
      const fate = this.#fates.binding(binding, call, value.module);
      return fate.here === "leaves" ? this.#fates.of(call, module) : fate;
    }
    return null;
  }
}

function isThen(call: t.CallExpression | t.OptionalCallExpression): boolean {
  const callee = unwrap(call.callee as Node);
  return isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? "");
}

import { valuesOfSuper } from "./thisValues.ts";
import { valuesOfThis } from "./thisValues.ts";
import type * as t from "@babel/types";
import { findContract, findEntry } from "../contracts/index.ts";
import type { Role } from "../model/contract.ts";
import {
  isCall,
  isFunction,
  isMember,
  isClass,
  memberName,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { bindingOf, lineOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Binding } from "../syntax/scope.ts";
import { valuesOfBinding } from "./bindings.ts";
import { returnsOf, valuesOfCall, valuesOfNew } from "./calls.ts";
import type { Evaluator } from "./evaluator.ts";
import { exportsOf } from "./exports.ts";
import { memberOf } from "./members.ts";
import type { Modules } from "./modules.ts";
import { computedMethod } from "./requests.ts";
import { textValues } from "./texts.ts";
import { valuesOfType } from "./types.ts";
import { awaited } from "./awaited.ts";
import { union, withStep, type FunctionValue, type Value } from "./value.ts";

const NOTHING: readonly Value[] = [];
const MAX_DEPTH = 60;

/** Says what an expression may be, across modules, by following declarations. Never executes anything. */
export class Tracer implements Evaluator {
  readonly modules: Modules;
  readonly canReach: (file: string) => boolean;
  /** Detection answers these two, because it knows the callers. */
  argumentsOf: Evaluator["argumentsOf"] = () => NOTHING;
  carriedBy: Evaluator["carriedBy"] = () => NOTHING;
  readonly #memo = new Map<object, readonly Value[]>();
  /** Answers that a cycle cut short: they hold until the outermost question is answered, or asking would never end. */
  readonly #provisional = new Map<object, readonly Value[]>();
  readonly #active = new Set<object>();
  readonly #returnKeys = new Map<FunctionNode, object>();
  #depth = 0;
  #cut = false;

  readonly #readsTexts: boolean;
  #texts: Tracer | null = null;

  /** `hints` are known beforehand: what the type checker says of an expression. `readsTexts`: strings are values too. */
  constructor(
    modules: Modules,
    canReach: (file: string) => boolean,
    hints: ReadonlyMap<Node, readonly Value[]> = new Map(),
    readsTexts = false,
  ) {
    this.modules = modules;
    this.#readsTexts = readsTexts;
    for (const [node, values] of hints) this.#memo.set(node, values);
    this.canReach = canReach;
  }

  /** The tracer that follows strings too: one of its own, so that they are "nothing known" to all others. */
  get texts(): Tracer {
    return (this.#texts ??= this.#readsTexts
      ? this
      : new Tracer(this.modules, this.canReach, undefined, true));
  }

  textsOf(node: Node, module: SourceModule): readonly string[] {
    return this.texts.evaluate(node, module).flatMap((value) => (value.kind === "text" ? [value.text] : []));
  }

  /** What an expression may be; empty where nothing is known. */
  evaluate(node: Node, module: SourceModule): readonly Value[] {
    return this.guarded(node, () => this.#evaluate(node, module));
  }

  /** Runs `compute` once per key: answers from memory, and "nothing known" where the question asks itself. */
  guarded(key: object, compute: () => readonly Value[]): readonly Value[] {
    const known = this.#memo.get(key);
    if (known) return known;
    const provisional = this.#provisional.get(key);
    if (provisional) {
      this.#cut = true;
      return provisional;
    }
    if (this.#active.has(key) || this.#depth > MAX_DEPTH) {
      this.#cut = true;
      return NOTHING;
    }
    const outerCut = this.#cut;
    this.#cut = false;
    this.#active.add(key);
    this.#depth++;
    try {
      const values = compute();
      // An answer that was cut short by a cycle holds for this question only.
      if (!this.#cut || this.#depth === 1) this.#memo.set(key, values);
      else this.#provisional.set(key, values);
      return values;
    } finally {
      this.#depth--;
      this.#active.delete(key);
      this.#cut = this.#cut || outerCut;
      if (this.#depth === 0) {
        this.#cut = false;
        this.#provisional.clear();
      }
    }
  }

  #evaluate(node: Node, module: SourceModule): readonly Value[] {
    const texts = this.#readsTexts ? textValues(this, node, module) : null;
    if (texts) return texts;
    switch (node.type) {
      case "Identifier":
        return this.#identifier(node, module);
      case "ThisExpression":
        return valuesOfThis(this, node, module);
      case "Super":
        return valuesOfSuper(this, node, module);
      case "TSAsExpression":
      case "TSTypeAssertion":
      case "TSSatisfiesExpression":
      case "TypeCastExpression":
        return this.#typed(node, module);
      case "TSNonNullExpression":
      case "ParenthesizedExpression":
      case "TSInstantiationExpression":
        return this.evaluate(node.expression, module);
      case "AwaitExpression":
        return awaited(this.evaluate(node.argument, module));
      case "ConditionalExpression":
        return union(this.evaluate(node.consequent, module), this.evaluate(node.alternate, module));
      case "LogicalExpression":
        return union(this.evaluate(node.left, module), this.evaluate(node.right, module));
      case "AssignmentExpression":
        return node.operator === "="
          ? this.evaluate(node.right, module)
          : union(this.evaluate(node.left, module), this.evaluate(node.right, module));
      case "SequenceExpression": {
        const last = node.expressions.at(-1);
        return last ? this.evaluate(last, module) : NOTHING;
      }
      case "NewExpression":
        return valuesOfNew(this, node, module);
      case "ArrayExpression":
        return [
          {
            kind: "array",
            of: union(
              ...node.elements.map((e) =>
                e && e.type !== "SpreadElement" ? this.evaluate(e, module) : NOTHING,
              ),
            ),
          },
        ];
      case "ObjectExpression":
        return [{ kind: "object", node, module }];
    }
    if (isFunction(node)) return [{ kind: "function", node, module }];
    if (isClass(node)) return [{ kind: "class", node, module }];
    if (isCall(node)) return valuesOfCall(this, node, module);
    if (isMember(node)) return this.#member(node, module);
    return NOTHING;
  }

  #identifier(node: t.Identifier, module: SourceModule): readonly Value[] {
    const binding = bindingOf(module, node);
    return binding ? this.binding(binding, module) : NOTHING;
  }

  /** What a declared name may be. */
  binding(binding: Binding, module: SourceModule): readonly Value[] {
    return this.guarded(binding, () => valuesOfBinding(this, binding, module));
  }

  #typed(
    node: t.TSAsExpression | t.TSTypeAssertion | t.TSSatisfiesExpression | t.TypeCastExpression,
    module: SourceModule,
  ): readonly Value[] {
    const typed = this.annotated(node.typeAnnotation, module);
    // A cast to a type that is known to be something else wins; one to the same thing keeps the way it came.
    const inner = this.evaluate(node.expression, module);
    return typed.some((v) => v.kind === "external") ? typed : union(inner, typed);
  }

  /** What a value of a type may be. */
  annotated(type: Node | null | undefined, module: SourceModule): readonly Value[] {
    return type ? valuesOfType(this, type, module) : NOTHING;
  }

  /** What a call of a project function gives. */
  returnsOf(fn: FunctionValue): readonly Value[] {
    let key = this.#returnKeys.get(fn.node);
    if (!key) this.#returnKeys.set(fn.node, (key = {}));
    return this.guarded(key, () => returnsOf(this, fn));
  }

  /** What the property of a value may be. */
  member(objects: readonly Value[], name: string, module: SourceModule | null): readonly Value[] {
    return memberOf(this, objects, name, null, module);
  }

  #member(node: t.MemberExpression | t.OptionalMemberExpression, module: SourceModule): readonly Value[] {
    const objects = this.evaluate(node.object, module);
    const name = memberName(node);
    if (name === null)
      return union(...objects.map((o) => (o.kind === "array" ? o.of : computedMethod(this, o))));
    return memberOf(this, objects, name, node, module);
  }

  /** What a module exports under a name; "*" gives all of it, "=" what `require` gives. */
  exported(file: string, name: string, seen: ReadonlySet<string> = new Set()): readonly Value[] {
    const mark = `${file}\0${name}`;
    const module = this.modules.get(file);
    if (!module || seen.has(mark)) return NOTHING;
    if (name === "*") return [{ kind: "namespace", file }];
    const table = exportsOf(module);
    const nextSeen = new Set(seen).add(mark);
    if (name === "=") {
      const whole = table.named.get("=");
      return whole ? this.#targets(whole, module, nextSeen) : [{ kind: "namespace", file }];
    }
    const direct = table.named.get(name);
    if (direct) return this.#targets(direct, module, nextSeen);
    const whole = table.named.get("=");
    if (whole) {
      const values = this.#targets(whole, module, nextSeen);
      // `import x from` a CommonJS module is its `module.exports`; a named import is a member of that.
      return name === "default" ? values : memberOf(this, values, name, null, module);
    }
    if (name === "default")
      return table.named.size > 0 && !hasEsmSyntax(module) ? [{ kind: "namespace", file }] : NOTHING;
    return union(...table.stars.map((from) => this.imported(from, name, module, nextSeen)));
  }

  #targets(
    targets: NonNullable<ReturnType<ReturnType<typeof exportsOf>["named"]["get"]>>,
    module: SourceModule,
    seen: ReadonlySet<string>,
  ): readonly Value[] {
    return union(
      ...targets.map((target) =>
        target.kind === "node"
          ? this.evaluateExport(target.node, module)
          : this.imported(target.from, target.name, module, seen),
      ),
    );
  }

  /** What an exported declaration or expression is. */
  evaluateExport(node: Node, module: SourceModule): readonly Value[] {
    if (node.type === "Identifier") return this.#identifier(node, module);
    return this.evaluate(node, module);
  }

  /** What an import gives: `name` as in `exported`. */
  imported(
    specifier: string,
    name: string,
    module: SourceModule,
    seen: ReadonlySet<string> = new Set(),
  ): readonly Value[] {
    const target = this.modules.graph.resolve(specifier, module.file);
    if (target.kind === "file") return this.exported(target.file, name, seen);
    if (target.kind === "unknown") return NOTHING;
    const found = findEntry(target.name, target.subpath);
    if (!found) return [{ kind: "external", package: target.name, path: name }];
    const whole: Value = { kind: "role", contract: found.contract.name, role: found.entry.role, trace: [] };
    return name === "*" || name === "=" ? [whole] : memberOf(this, [whole], name, null, module);
  }

  /** A role of a contract, for the files that walk it. */
  role(contract: string, role: string): Role | undefined {
    return findContract(contract)?.roles[role];
  }

  /** The same values, seen to pass through a node. */
  step(values: readonly Value[], module: SourceModule, node: Node, note: string): readonly Value[] {
    return withStep(values, { file: module.file, line: lineOf(node), note });
  }
}

function hasEsmSyntax(module: SourceModule): boolean {
  return module.ast.program.body.some((s) => s.type.startsWith("Export") || s.type === "ImportDeclaration");
}

import type { Role } from "../model/contract.ts";
import type { FunctionNode, Node } from "../syntax/node.ts";
import type { Binding } from "../syntax/scope.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { Modules } from "./modules.ts";
import type { FunctionValue, Value } from "./value.ts";

/** What the parts of the tracer ask of each other; `Tracer` is the only implementation. */
export interface Evaluator {
  readonly modules: Modules;
  /** What an expression may be; empty where nothing is known. */
  evaluate(node: Node, module: SourceModule): readonly Value[];
  /** Runs `compute` once per key: answers from memory, and "nothing known" where the question asks itself. */
  guarded(key: object, compute: () => readonly Value[]): readonly Value[];
  /** The strings that an expression may be, as far as constants tell, across modules. */
  textsOf(node: Node, module: SourceModule): readonly string[];
  /** What a declared name may be. */
  binding(binding: Binding, module: SourceModule): readonly Value[];
  /** What a value of a type may be. */
  annotated(type: Node | null | undefined, module: SourceModule): readonly Value[];
  /** What a call of a project function gives. */
  returnsOf(fn: FunctionValue): readonly Value[];
  /** What the property of a value may be. */
  member(objects: readonly Value[], name: string, module: SourceModule | null): readonly Value[];
  /** What a module exports under a name; "*" gives all of it, "=" what `require` gives. */
  exported(file: string, name: string, seen?: ReadonlySet<string>): readonly Value[];
  /** What an import gives: `name` as in `exported`. */
  imported(
    specifier: string,
    name: string,
    module: SourceModule,
    seen?: ReadonlySet<string>,
  ): readonly Value[];
  /** A role of a contract. */
  role(contract: string, role: string): Role | undefined;
  /** The same values, seen to pass through a node. */
  step(values: readonly Value[], module: SourceModule, node: Node, note: string): readonly Value[];
  /** Whether a file could hold a value of a contract at all. */
  canReach(file: string): boolean;
  /** What the project's calls of a function pass for a parameter. */
  argumentsOf(fn: FunctionNode, index: number, module: SourceModule): readonly Value[];
  /** The failures of a contract that a project function lets out through its promise. */
  carriedBy(fn: FunctionNode, module: SourceModule): readonly Value[];
}

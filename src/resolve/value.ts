import type * as t from "@babel/types";
import type { FunctionNode, Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";

/** One step of the way from the package to a value. */
export interface Step {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly note: string;
}

/**
 * What an expression may be, as far as declarations tell.
 * An expression has a set of them; the empty set means "not known".
 */
export type Value =
  /** Something of a contract's package: its module, class, instance (see `Role`). */
  | {
      readonly kind: "role";
      readonly contract: string;
      readonly role: string;
      readonly trace: readonly Step[];
      /** Where it was made, `<file>:<offset>`, for roles whose instances are told from each other. */
      readonly place?: string;
    }
  /** A function of a contract, taken from an instance but not yet called. */
  | {
      readonly kind: "sdk-method";
      readonly contract: string;
      readonly name: string;
      readonly trace: readonly Step[];
    }
  /** A method that gives a role when called (`Pusher.forURL`). */
  | {
      readonly kind: "role-method";
      readonly contract: string;
      readonly role: string;
      readonly trace: readonly Step[];
    }
  /** The promise of a call of a contract's function. `opaque`: it was awaited inside a project function whose promise this is. */
  | {
      readonly kind: "sdk-call";
      readonly contract: string;
      readonly name: string;
      readonly opaque: boolean;
      readonly trace: readonly Step[];
    }
  | { readonly kind: "promise"; readonly of: readonly Value[] }
  | { readonly kind: "array"; readonly of: readonly Value[] }
  | {
      readonly kind: "function";
      readonly node: FunctionNode;
      readonly module: SourceModule;
      readonly receiver?: readonly Value[];
    }
  | { readonly kind: "class"; readonly node: t.Class; readonly module: SourceModule }
  | { readonly kind: "instance"; readonly node: t.Class; readonly module: SourceModule }
  | { readonly kind: "object"; readonly node: t.ObjectExpression; readonly module: SourceModule }
  /** An object known by its type only. */
  | {
      readonly kind: "typed";
      readonly node: t.TSTypeLiteral | t.TSInterfaceDeclaration;
      readonly module: SourceModule;
    }
  /** A string, as far as constants tell; what is not known stands in it as UNKNOWN_PART. Only the tracer of texts knows these. */
  | { readonly kind: "text"; readonly text: string }
  /** All exports of a project module. */
  | { readonly kind: "namespace"; readonly file: string }
  /** Something of another npm package: `path` tells how it came about, for example "default()" for `express()`. */
  | { readonly kind: "external"; readonly package: string; readonly path: string };

/** Stands in a text for a part that no constant tells. */
export const UNKNOWN_PART = "\0";

/** The note of the step at which an instance is made. */
export const CREATED = "instance created here";

/** The values that a caller of `Tracer` cares about most. */
export type SdkCallValue = Extract<Value, { kind: "sdk-call" }>;
export type FunctionValue = Extract<Value, { kind: "function" }>;

const ids = new WeakMap<Node, number>();
let nextId = 0;
function idOf(node: Node): number {
  let id = ids.get(node);
  if (id === undefined) ids.set(node, (id = nextId++));
  return id;
}

/** A key under which equal values are equal; the trace does not count. */
function keyOf(value: Value): string {
  switch (value.kind) {
    case "role":
      return `${value.kind}:${value.contract}:${value.role}:${value.place ?? ""}`;
    case "role-method":
      return `${value.kind}:${value.contract}:${value.role}`;
    case "sdk-method":
      return `${value.kind}:${value.contract}:${value.name}`;
    case "sdk-call":
      return `${value.kind}:${value.contract}:${value.name}:${value.opaque}`;
    case "promise":
    case "array":
      return `${value.kind}(${value.of.map(keyOf).toSorted().join()})`;
    case "text":
      return `text:${value.text}`;
    case "namespace":
      return `namespace:${value.file}`;
    case "external":
      return `external:${value.package}:${value.path}`;
    default:
      return `${value.kind}:${idOf(value.node)}`;
  }
}

/** The union of sets of values, each value once, first come first. */
export function union(...sets: readonly (readonly Value[])[]): readonly Value[] {
  const only = sets.filter((set) => set.length > 0);
  if (only.length < 2) return only[0] ?? [];
  const byKey = new Map<string, Value>();
  for (const value of only.flat()) {
    const key = keyOf(value);
    const known = byKey.get(key);
    // Of equal values, the one that knows where it was made tells more than one that only a type declares.
    if (!known || ("trace" in known && "trace" in value && !isMade(known) && isMade(value)))
      byKey.set(key, value);
  }
  return [...byKey.values()];
}

function isMade(value: { readonly trace: readonly Step[] }): boolean {
  return value.trace[0]?.note === CREATED;
}

/** The same values with one more step on the way. */
export function withStep(values: readonly Value[], step: Step): readonly Value[] {
  return values.map((value) => {
    if (!("trace" in value)) return value;
    const last = value.trace.at(-1);
    if (last?.file === step.file && last.line === step.line) return value;
    return { ...value, trace: [...value.trace, step] };
  });
}

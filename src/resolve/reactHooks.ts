import type * as t from "@babel/types";
import { isFunction, unwrap, type Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import { union, type Value } from "./value.ts";

const PACKAGES = new Set(["react", "preact/hooks", "preact/compat", "preact"]);
const NOTHING: readonly Value[] = [];

/**
 * What a hook of React gives: `useMemo` what its function returns, `useCallback` the function, `useState`, `useRef`
 * and `createContext` an array of what they hold (a ref's `current` is looked up in it), `useContext` what is in it. Null where the callee is none of them.
 */
export function valuesOfHook(
  tracer: Evaluator,
  callee: Extract<Value, { kind: "external" }>,
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] | null {
  if (!PACKAGES.has(callee.package)) return null;
  const hook = /^(?:default\.|\*\.)?(use\w+|createContext)$/.exec(callee.path)?.[1];
  const first = node.arguments[0] as Node | undefined;
  const given = first ? tracer.evaluate(first, module) : NOTHING;
  const made = () =>
    first && isFunction(unwrap(first))
      ? union(...given.map((value) => (value.kind === "function" ? tracer.returnsOf(value) : NOTHING)))
      : given;
  switch (hook) {
    case "useCallback":
      return given;
    case "useMemo":
      return made();
    case "useContext":
      return union(...given.map((value) => (value.kind === "array" ? value.of : NOTHING)));
    case "useState":
    case "createContext":
    case "useRef": {
      const held = hook === "useState" ? made() : given;
      const parameters = "typeParameters" in node ? (node.typeParameters as Node | null | undefined) : null;
      const [type] = parameters && "params" in parameters ? (parameters.params as readonly Node[]) : [];
      return [{ kind: "array", of: held.length > 0 ? held : tracer.annotated(type, module) }];
    }
    default:
      return null;
  }
}

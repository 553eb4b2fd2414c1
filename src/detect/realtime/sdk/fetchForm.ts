import type * as t from "@babel/types";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../syntax/node.ts";
import type { Binding } from "../../../syntax/scope.ts";
import { bindingOf, parentOf, type SourceModule } from "../../../syntax/sourceModule.ts";

/** How the answer of a `fetch` is taken: where a look at its status can stand. */
export type FetchForm =
  /** `const res = await fetch(…)` */
  | { readonly kind: "declared"; readonly statement: t.Statement | null; readonly answer: Binding | null }
  /** `fetch(…).then((res) => …)` */
  | { readonly kind: "then"; readonly handler: Node; readonly fn: FunctionNode | null }
  /** `(await fetch(…)).json()` */
  | { readonly kind: "nested"; readonly awaited: t.AwaitExpression }
  | { readonly kind: "other" };

/** Reads how the answer of a request is taken. */
export function fetchForm(call: Node, module: SourceModule): FetchForm {
  const parent = parentOf(module, call);
  if (isMember(parent) && memberName(parent) === "then" && parent.object === call) {
    const chain = parentOf(module, parent);
    const [handler] = isCall(chain) ? (chain.arguments as readonly (Node | undefined)[]) : [];
    if (!handler) return { kind: "other" };
    const inner = unwrap(handler);
    return { kind: "then", handler, fn: isFunction(inner) ? inner : null };
  }
  if (parent?.type !== "AwaitExpression") return { kind: "other" };
  const outer = parentOf(module, parent);
  if (isMember(outer) && outer.object === parent) return { kind: "nested", awaited: parent };
  if (outer?.type !== "VariableDeclarator" || outer.id.type !== "Identifier") return { kind: "other" };
  const declaration = parentOf(module, outer);
  if (declaration?.type !== "VariableDeclaration" || declaration.declarations.length !== 1)
    return { kind: "other" };
  const list = parentOf(module, declaration);
  return {
    kind: "declared",
    statement: list && /^(BlockStatement|Program)$/.test(list.type) ? declaration : null,
    answer: bindingOf(module, outer.id),
  };
}

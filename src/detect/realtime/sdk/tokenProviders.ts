import type * as t from "@babel/types";
import { isMember, memberName, type FunctionNode } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import { fetchForm, type FetchForm } from "./fetchForm.ts";

/** A token provider whose request's answer nobody checks. */
export interface ProviderDetail {
  readonly fn: FunctionNode;
  readonly request: t.CallExpression;
  readonly form: FetchForm;
}

/** The `fetch` of a provider that never looks at a status; null where it does, or asks nobody. */
export function uncheckedProvider(fn: FunctionNode, module: SourceModule): ProviderDetail | null {
  let request: t.CallExpression | null = null;
  let checks = false;
  walk(fn, (node) => {
    if (node.type === "CallExpression" && textOf(module, node.callee) === "fetch") request ??= node;
    if (isMember(node) && /^(ok|status)$/.test(memberName(node) ?? "")) checks = true;
  });
  const found = request as t.CallExpression | null;
  if (checks || !found) return null;
  const form = fetchForm(found, module);
  // `.then(checked)`: a function that is not seen here may check.
  return form.kind === "then" && !form.fn ? null : { fn, request: found, form };
}

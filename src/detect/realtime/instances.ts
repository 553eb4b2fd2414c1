import type * as t from "@babel/types";
import { placeKey } from "../../resolve/calls.ts";
import type { Evaluator } from "../../resolve/evaluator.ts";
import type { Value } from "../../resolve/value.ts";
import { isCall, isFunction, isMember, isTypeWrapper, memberName, type Node } from "../../syntax/node.ts";
import { bindingOf, placeOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { listenersIn, type Listener } from "./listeners.ts";

type RoleValue = Extract<Value, { kind: "role" }>;

/** An object of a contract that is made in a module, and who listens to it. */
export interface Instance {
  readonly node: t.NewExpression | t.CallExpression | t.OptionalCallExpression;
  readonly value: RoleValue;
  readonly module: SourceModule;
  /** All that is registered on it, wherever that is visible. */
  readonly listeners: readonly Listener[];
  /** It is handed to code that is not seen: listeners may be registered there. */
  readonly escapes: boolean;
}

const MAX_MODULES = 200;

/** The objects of some roles of a contract that a module makes. */
export function instancesIn(
  tracer: Evaluator,
  module: SourceModule,
  contract: string,
  roles: readonly string[],
): readonly Instance[] {
  const found: Instance[] = [];
  walk(module.ast.program, (node) => {
    if (node.type !== "NewExpression" && !isCall(node)) return;
    const place = placeKey(module, node);
    const value = tracer
      .evaluate(node, module)
      .find((v): v is RoleValue => v.kind === "role" && v.contract === contract && v.place === place);
    if (!value || !roles.includes(value.role)) return;
    found.push({
      node,
      value,
      module,
      listeners: listenersOf(tracer, value, module),
      escapes: escapes(tracer, node, module, 0),
    });
  });
  return found;
}

/** The listeners on one object, in its module, in those that import it and in those that it imports. */
function listenersOf(tracer: Evaluator, value: RoleValue, module: SourceModule): readonly Listener[] {
  return relatedModules(tracer, module).flatMap((related) =>
    listenersIn(tracer, related, value.contract).filter(({ receivers }) => mayBe(receivers, value)),
  );
}

/** A receiver of unknown origin may be any object of the role. */
function mayBe(receivers: readonly RoleValue[], value: RoleValue): boolean {
  const own = receivers.filter((receiver) => receiver.role === value.role);
  const placed = own.filter((receiver) => receiver.place !== undefined);
  return placed.length > 0 ? placed.some((receiver) => receiver.place === value.place) : own.length > 0;
}

const related = new WeakMap<Evaluator, Map<string, readonly SourceModule[]>>();

function relatedModules(tracer: Evaluator, module: SourceModule): readonly SourceModule[] {
  let known = related.get(tracer);
  if (!known) related.set(tracer, (known = new Map()));
  const before = known.get(module.file);
  if (before) return before;
  const { graph } = tracer.modules;
  const files = new Set([module.file]);
  for (const file of files) {
    if (files.size > MAX_MODULES) break;
    for (const importer of graph.importersOf(file)) if (!graph.isTest(importer)) files.add(importer);
  }
  for (const imported of graph.importsOf(module.file)) files.add(imported);
  const modules = [...files].flatMap((file) => {
    const opened = file === module.file ? module : tracer.modules.get(file);
    return opened ? [opened] : [];
  });
  known.set(module.file, modules);
  return modules;
}

/** Whether an object gets into code that is not seen, from the expression that makes it or the names that hold it. */
function escapes(tracer: Evaluator, node: Node, module: SourceModule, depth: number): boolean {
  const place = placeOf(module, node);
  if (!place || depth > 6) return depth > 6;
  const { parent, key } = place;
  const on = (next: Node): boolean => escapes(tracer, next, module, depth + 1);
  // `const client = new SignallingClient(…).on(…)`: what is registered on the variable is not seen.
  if (isMember(parent) && key === "object" && /^(on|once)$/.test(memberName(parent) ?? "")) {
    const call = placeOf(module, parent)?.parent;
    const user = call && placeOf(module, call)?.parent;
    if (!call || !isCall(call) || !user || user.type === "ExpressionStatement") return false;
    return isMember(user) ? on(call) : true;
  }
  if (isTypeWrapper(parent) || parent.type === "AwaitExpression" || parent.type === "ConditionalExpression")
    return key === "test" ? false : on(parent);
  if (parent.type === "LogicalExpression") return on(parent);
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier")
    return holds(tracer, parent.id, module, depth);
  if (parent.type === "AssignmentExpression" && key === "right")
    return parent.left.type === "Identifier" ? holds(tracer, parent.left, module, depth) : on(parent);
  if ((isCall(parent) || parent.type === "NewExpression") && key === "arguments")
    return !tracer
      .evaluate(parent.callee as Node, module)
      .some((v) => v.kind === "function" || v.kind === "class");
  if (parent.type === "JSXExpressionContainer" || parent.type === "JSXSpreadAttribute") return true;
  if (parent.type === "ArrayExpression" || parent.type === "SpreadElement") return true;
  return false;
}

function holds(tracer: Evaluator, identifier: Node, module: SourceModule, depth: number): boolean {
  const binding = bindingOf(module, identifier);
  if (!binding) return false;
  return binding.references.some((reference) => {
    const place = placeOf(module, reference);
    if (!place || (isMember(place.parent) && place.key === "object")) return false;
    if (place.parent.type === "AssignmentExpression" && place.key === "left") return false;
    return escapes(tracer, reference, module, depth + 1);
  });
}

/** The function that a handler expression is, with its module; null where it is not seen. */
export function functionOf(
  tracer: Evaluator,
  handler: Node | null,
  module: SourceModule,
): { readonly fn: Extract<Value, { kind: "function" }>["node"]; readonly module: SourceModule } | null {
  if (!handler) return null;
  if (isFunction(handler)) return { fn: handler, module };
  if (isCall(handler) && isMember(handler.callee) && memberName(handler.callee) === "bind")
    return functionOf(tracer, handler.callee.object, module);
  const value = tracer.evaluate(handler, module).find((v) => v.kind === "function");
  return value ? { fn: value.node, module: value.module } : null;
}

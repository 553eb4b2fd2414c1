import type * as t from "@babel/types";
import type { Evaluator } from "../../../resolve/evaluator.ts";
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
import {
  bindingOf,
  functionAround,
  parentOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { functionOf, instancesIn, type Instance } from "../instances.ts";
import type { Listener } from "../listeners.ts";
import { siteOf } from "../observe.ts";

/** A map of requests that wait for an answer, and what is missing so that none waits for ever. */
export interface PendingDetail {
  readonly instance: Instance;
  readonly map: Binding;
  /** `pending.set(id, { resolve, reject })` in a promise's executor. */
  readonly entry: t.CallExpression;
  readonly id: Node;
  /** The name of the executor's `reject`, where the entry holds it under that name. */
  readonly reject: string | null;
  readonly message: Listener;
}

/** R3: requests of a raw socket that are settled by its message handler, and by nothing else. */
export function pendingRequests({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  return instancesIn(tracer, module, "metered-realtime", ["socket"]).flatMap((instance) => {
    const handlers = (event: string) =>
      instance.listeners.flatMap((listener) => {
        const found = listener.event === event ? functionOf(tracer, listener.handler, listener.module) : null;
        return found ? [{ listener, ...found }] : [];
      });
    const closes = handlers("close");
    return handlers("message").flatMap(({ listener, fn, module: own }) => {
      if (own !== module || listener.module !== module) return [];
      return mapsIn(fn, module).flatMap(({ map, entry, id, reject }) => {
        if (closes.some((close) => mentions(tracer, close.fn, map, module))) return [];
        const detail: PendingDetail = { instance, map, entry, id, reject, message: listener };
        return [
          siteOf({
            contract: "metered-realtime",
            rule: "pending-request-never-settled",
            name: "WebSocket",
            node: map.identifier,
            module,
            message: `What waits in \`${map.name}\` is not rejected when the socket closes: whoever awaits it hangs for ever.`,
            advice:
              "its entries hold no `reject`; reject all of them on `close`, and each after a time limit",
            detail,
            trace: instance.value.trace,
          }),
        ];
      });
    });
  });
}

interface Pending {
  readonly map: Binding;
  readonly entry: t.CallExpression;
  readonly id: Node;
  readonly reject: string | null;
}

/** The maps that a message handler reads, and that the executor of a promise fills. */
function mapsIn(handler: FunctionNode, module: SourceModule): readonly Pending[] {
  const bindings = new Set<Binding>();
  walk(handler.body, (node) => {
    const binding = node.type === "Identifier" ? bindingOf(module, node) : null;
    if (binding?.declaration.type !== "VariableDeclarator") return;
    const init = binding.declaration.init;
    if (init?.type === "NewExpression" && init.callee.type === "Identifier" && init.callee.name === "Map")
      bindings.add(binding);
  });
  return [...bindings].flatMap((map) =>
    map.references.flatMap((reference): Pending[] => {
      const member = parentOf(module, reference);
      const call = member && parentOf(module, member);
      if (!isMember(member) || memberName(member) !== "set" || call?.type !== "CallExpression") return [];
      const executor = functionAround(module, call);
      const made = executor && parentOf(module, executor);
      if (
        made?.type !== "NewExpression" ||
        made.callee.type !== "Identifier" ||
        made.callee.name !== "Promise"
      )
        return [];
      const [id, value] = call.arguments as readonly (Node | undefined)[];
      return id ? [{ map, entry: call, id, reject: rejectIn(value) }] : [];
    }),
  );
}

/** The name under which an entry `{ resolve, reject }` holds the executor's `reject`. */
function rejectIn(value: Node | undefined): string | null {
  const node = value && unwrap(value);
  if (node?.type !== "ObjectExpression") return null;
  const property = node.properties.find(
    (one) => one.type === "ObjectProperty" && one.key.type === "Identifier" && one.key.name === "reject",
  );
  return property?.type === "ObjectProperty" && property.value.type === "Identifier"
    ? property.value.name
    : null;
}

/** Whether a handler, or a function of the project that it calls, mentions a variable. */
function mentions(
  tracer: Evaluator,
  fn: FunctionNode,
  map: Binding,
  module: SourceModule,
  depth = 0,
): boolean {
  let found = false;
  walk(fn, (node) => {
    if (node.type === "Identifier" && map.references.includes(node)) found = true;
    if (found || depth > 3 || !isCall(node) || isFunction(node.callee)) return;
    for (const value of tracer.evaluate(node.callee as Node, module))
      if (value.kind === "function" && value.node !== fn && value.module === module)
        found ||= mentions(tracer, value.node, map, module, depth + 1);
  });
  return found;
}

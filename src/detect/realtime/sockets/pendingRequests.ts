import type { Evaluator } from "../../../resolve/evaluator.ts";
import {
  isCall,
  isFunction,
  isMember,
  keyName,
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
  /** A `Map`, or a plain object by ids. */
  readonly kind: "map" | "object";
  /** `pending.set(id, { resolve, reject })` or `pending[id] = [resolve, reject]` in a promise's executor. */
  readonly entry: Node;
  readonly id: Node;
  /** The executor's `reject`, and how an entry holds it (`.reject`, `[1]`), where it does. */
  readonly reject: { readonly name: string; readonly access: string } | null;
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
      return mapsIn(fn, module).flatMap(({ map, ...pending }) => {
        if (closes.some((close) => mentions(tracer, close.fn, map, module))) return [];
        const detail: PendingDetail = { instance, map, ...pending, message: listener };
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

type Pending = Pick<PendingDetail, "map" | "kind" | "entry" | "id" | "reject">;

/** The maps that a message handler reads, and that the executor of a promise fills. */
function mapsIn(handler: FunctionNode, module: SourceModule): readonly Pending[] {
  const bindings = new Map<Binding, Pending["kind"]>();
  walk(handler.body, (node) => {
    const binding = node.type === "Identifier" ? bindingOf(module, node) : null;
    if (binding?.declaration.type !== "VariableDeclarator") return;
    const kind = binding.declaration.init ? kindOf(unwrap(binding.declaration.init)) : null;
    if (kind) bindings.set(binding, kind);
  });
  return [...bindings].flatMap(([map, kind]) =>
    map.references.flatMap((reference): Pending[] => {
      const stored = kind === "map" ? setBy(reference, module) : assignedAt(reference, module);
      const executor = stored && functionAround(module, stored.entry);
      if (!stored || !executor) return [];
      const made = parentOf(module, executor);
      if (
        made?.type !== "NewExpression" ||
        made.callee.type !== "Identifier" ||
        made.callee.name !== "Promise"
      )
        return [];
      return [{ map, kind, entry: stored.entry, id: stored.id, reject: rejectIn(stored.value, executor) }];
    }),
  );
}

/** `new Map()`, `{}`, `Object.create(null)`. */
function kindOf(init: Node): Pending["kind"] | null {
  if (init.type === "NewExpression")
    return init.callee.type === "Identifier" && init.callee.name === "Map" ? "map" : null;
  if (init.type === "ObjectExpression") return init.properties.length === 0 ? "object" : null;
  const callee = isCall(init) ? unwrap(init.callee as Node) : null;
  return isMember(callee) && memberName(callee) === "create" ? "object" : null;
}

interface Stored {
  readonly entry: Node;
  readonly id: Node;
  readonly value: Node | undefined;
}

/** `map.set(id, value)` */
function setBy(reference: Node, module: SourceModule): Stored | null {
  const member = parentOf(module, reference);
  const call = member && parentOf(module, member);
  if (!isMember(member) || memberName(member) !== "set" || call?.type !== "CallExpression") return null;
  const [id, value] = call.arguments as readonly (Node | undefined)[];
  return id ? { entry: call, id, value } : null;
}

/** `object[id] = value` */
function assignedAt(reference: Node, module: SourceModule): Stored | null {
  const member = parentOf(module, reference);
  const assignment = member && parentOf(module, member);
  if (!isMember(member) || !member.computed || member.object !== reference) return null;
  if (assignment?.type !== "AssignmentExpression" || assignment.left !== member) return null;
  return { entry: assignment, id: member.property, value: assignment.right };
}

/** Where an entry holds what rejects: the executor's second parameter. */
function rejectIn(value: Node | undefined, executor: FunctionNode): Pending["reject"] {
  const node = value && unwrap(value);
  const param = executor.params[1];
  if (!node || param?.type !== "Identifier") return null;
  const { name } = param;
  const isIt = (one: Node | null) => one?.type === "Identifier" && one.name === name;
  if (node.type === "ArrayExpression") {
    const index = node.elements.findIndex((one) => isIt(one));
    return index === -1 ? null : { name, access: `[${index}]` };
  }
  if (node.type !== "ObjectExpression") return null;
  for (const property of node.properties) {
    const key = property.type === "ObjectProperty" && isIt(property.value) ? keyName(property) : null;
    if (key !== null) return { name, access: `.${key}` };
  }
  return null;
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

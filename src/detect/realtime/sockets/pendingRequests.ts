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
  readonly map: Holder;
  /** A `Map`, or a plain object by ids. */
  readonly kind: "map" | "object";
  /** `pending.set(id, { resolve, reject })` or `pending[id] = [resolve, reject]` in a promise's executor. */
  readonly entry: Node;
  readonly id: Node;
  /** The executor's `reject`, and how an entry holds it (`.reject`, `[1]`), where it does. */
  readonly reject: { readonly name: string; readonly access: string } | null;
  readonly message: Listener;
}

/** A variable, or a field of the class around (`this.pending`). */
interface Holder {
  /** As code writes it. */
  readonly name: string;
  /** Where it is declared. */
  readonly node: Node;
  readonly references: readonly Node[];
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
      return mapsIn(reachedFrom(tracer, fn, module), module).flatMap(({ map, ...pending }) => {
        const isMentioned = (close: FunctionNode) =>
          reachedFrom(tracer, close, module).some((one) => mentions(one, map));
        if (closes.some((close) => isMentioned(close.fn))) return [];
        const detail: PendingDetail = { instance, map, ...pending, message: listener };
        return [
          siteOf({
            contract: "metered-realtime",
            rule: "pending-request-never-settled",
            name: "WebSocket",
            node: map.node,
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
function mapsIn(handlers: readonly FunctionNode[], module: SourceModule): readonly Pending[] {
  const holders = new Map<Node, { readonly map: Holder; readonly kind: Pending["kind"] }>();
  for (const handler of handlers) {
    walk(handler.body, (node) => {
      const map = node.type === "Identifier" ? variableOf(node, module) : fieldOf(node, module);
      const kind = map?.init ? kindOf(unwrap(map.init)) : null;
      if (map && kind) holders.set(map.node, { map, kind });
    });
  }
  return [...holders.values()].flatMap(({ map, kind }) =>
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

type Declared = Holder & { readonly init: Node | null | undefined };

function variableOf(identifier: Node, module: SourceModule): Declared | null {
  const binding = bindingOf(module, identifier);
  if (binding?.declaration.type !== "VariableDeclarator") return null;
  const { name, identifier: node, references } = binding;
  return { name, node, references, init: binding.declaration.init };
}

/** `this.pending`, declared as a field of the class around. */
function fieldOf(member: Node, module: SourceModule): Declared | null {
  if (!isMember(member) || member.object.type !== "ThisExpression") return null;
  let owner: Node | undefined = member;
  while (owner && owner.type !== "ClassBody") owner = parentOf(module, owner);
  const name = memberName(member);
  if (owner?.type !== "ClassBody" || name === null) return null;
  const field = owner.body.find(
    (one) =>
      (one.type === "ClassProperty" || one.type === "ClassPrivateProperty") &&
      keyName(one) === name &&
      !one.static,
  );
  if (field?.type !== "ClassProperty" && field?.type !== "ClassPrivateProperty") return null;
  const references: Node[] = [];
  walk(owner, (node) => {
    if (isMember(node) && node.object.type === "ThisExpression" && memberName(node) === name)
      references.push(node);
  });
  return { name: `this.${name}`, node: field.key, references, init: field.value };
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

const MAX_DEPTH = 3;

/** A handler, and the functions of its module that it calls. */
function reachedFrom(
  tracer: Evaluator,
  handler: FunctionNode,
  module: SourceModule,
): readonly FunctionNode[] {
  const found = new Set([handler]);
  let level: readonly FunctionNode[] = [handler];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: FunctionNode[] = [];
    for (const fn of level) {
      walk(fn, (node) => {
        if (!isCall(node) || isFunction(node.callee)) return;
        for (const value of tracer.evaluate(node.callee as Node, module))
          if (value.kind === "function" && value.module === module && !found.has(value.node)) {
            found.add(value.node);
            next.push(value.node);
          }
      });
    }
    level = next;
  }
  return [...found];
}

function mentions(fn: FunctionNode, map: Holder): boolean {
  let found = false;
  walk(fn, (node) => {
    found ||= map.references.includes(node);
  });
  return found;
}

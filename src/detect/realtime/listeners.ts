import type { Evaluator } from "../../resolve/evaluator.ts";
import type { Value } from "../../resolve/value.ts";
import { isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { walk, type SourceModule } from "../../syntax/sourceModule.ts";

type RoleValue = Extract<Value, { kind: "role" }>;

/** A handler that is registered on an object of a contract, or a call of one of its methods. */
export interface Listener {
  /** The event: `message`, `server-error`; for Seuraa's channels the method: `onRawEvent`, `subscribe`. */
  readonly event: string;
  readonly handler: Node | null;
  /** `ws.on`, `ws.onmessage`: what shows the registration, and does not change when the handler does. */
  readonly node: Node;
  /** The call or assignment as a whole. */
  readonly whole: Node;
  readonly receivers: readonly RoleValue[];
  readonly module: SourceModule;
}

const NAMED = /^(on|once|addListener|prependListener|addEventListener)$/;
const METHODS =
  /^(onRawEvent|onStatus|onDebug|subscribe|publish|unsubscribe|send|addStream|addTrack|removeStream|removeTrack)$/;

const known = new WeakMap<Evaluator, Map<SourceModule, readonly Listener[]>>();

/** All registrations and calls on objects of a contract in a module. */
export function listenersIn(tracer: Evaluator, module: SourceModule, contract: string): readonly Listener[] {
  let byModule = known.get(tracer);
  if (!byModule) known.set(tracer, (byModule = new Map()));
  let found = byModule.get(module);
  if (!found) byModule.set(module, (found = collect(tracer, module)));
  return found.filter(({ receivers }) => receivers.some((receiver) => receiver.contract === contract));
}

function collect(tracer: Evaluator, module: SourceModule): readonly Listener[] {
  const found: Listener[] = [];
  const receiversOf = (node: Node): readonly RoleValue[] =>
    tracer.evaluate(node, module).filter((v): v is RoleValue => v.kind === "role");
  walk(module.ast.program, (node) => {
    const listener = isCall(node) ? ofCall(node) : ofAssignment(node);
    if (!listener) return;
    const receivers = receiversOf(startOfChain(listener.object));
    if (receivers.length > 0) found.push({ ...listener, receivers, module, whole: node });
  });
  return found;
}

/** `client.on(…).on(…)`: each registration gives the object that it was called on. */
function startOfChain(object: Node): Node {
  let start = unwrap(object);
  while (isCall(start)) {
    const callee = unwrap(start.callee as Node);
    if (!isMember(callee) || !/^(on|once|off|addListener)$/.test(memberName(callee) ?? "")) break;
    start = unwrap(callee.object);
  }
  return start;
}

interface Found {
  readonly event: string;
  readonly handler: Node | null;
  readonly node: Node;
  readonly object: Node;
}

function ofCall(node: Node): Found | null {
  const callee = isCall(node) ? unwrap(node.callee as Node) : null;
  if (!isCall(node) || !callee || !isMember(callee)) return null;
  const name = memberName(callee);
  if (name === null) return null;
  const [first, second] = node.arguments as readonly (Node | undefined)[];
  if (NAMED.test(name) && first?.type === "StringLiteral")
    return { event: first.value, handler: second ?? null, node: callee, object: callee.object };
  if (!METHODS.test(name)) return null;
  const handler = name === "subscribe" ? second : first;
  return { event: name, handler: handler ?? null, node: callee, object: callee.object };
}

/** `ws.onmessage = handler`. */
function ofAssignment(node: Node): Found | null {
  if (node.type !== "AssignmentExpression" || node.operator !== "=" || !isMember(node.left)) return null;
  const event = /^on(open|message|error|close)$/.exec(memberName(node.left) ?? "")?.[1];
  return event === undefined
    ? null
    : { event, handler: node.right, node: node.left, object: node.left.object };
}

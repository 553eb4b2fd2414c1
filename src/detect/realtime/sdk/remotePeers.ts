import type { Evaluator } from "../../../resolve/evaluator.ts";
import {
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../syntax/node.ts";
import { walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import { readHandler } from "../handlerText.ts";
import { functionOf } from "../instances.ts";
import type { Listener } from "../listeners.ts";
import type { Remark } from "../observe.ts";

/** What the planner of S12 needs: the listener's own function; null where it stands elsewhere. */
export interface NegotiationDetail {
  readonly fn: FunctionNode | null;
}

const BASE = { contract: "metered-realtime", rule: "negotiation-error-unheard" };
const ENDS = /^(close|leave|hangUp|hangup|destroy|disconnect|endCall|removePeer)$/;

/** S12: a peer that joined without `negotiation-error` being heard, or with each one taken for the end. */
export function remotePeers(
  tracer: Evaluator,
  { event, handler, node, receivers }: Listener,
  module: SourceModule,
): readonly Remark[] {
  const isOf = (role: string) => receivers.some((receiver) => receiver.role === role);
  const found = functionOf(tracer, handler, module);
  if (!found) return [];
  const inline = handler && isFunction(unwrap(handler)) ? (unwrap(handler) as FunctionNode) : null;
  if (event === "peer-joined" && isOf("peer") && found.fn.params.length > 0 && !doesNothing(found.fn)) {
    const text = readHandler(tracer, found.fn, found.module);
    if (text.literals.has("negotiation-error") || text.isOpen) return [];
    return [
      {
        ...BASE,
        name: "peer-joined",
        node,
        module,
        message:
          "The peer that joined has no `negotiation-error` listener: one that can never be reached stays on the screen.",
        advice: "listen on the remote peer; only `IceRestartExhaustedError` is final",
        detail: { fn: inline } satisfies NegotiationDetail,
      },
    ];
  }
  if (event !== "negotiation-error" || !endsAlways(found.fn)) return [];
  return [
    {
      ...BASE,
      name: "negotiation-error",
      node,
      module,
      message:
        "Every `negotiation-error` ends the call here; all but `IceRestartExhaustedError` heal by themselves.",
      advice: "end it for `IceRestartExhaustedError` alone: `err.name` tells",
      detail: { fn: null } satisfies NegotiationDetail,
    },
  ];
}

/** It closes something without a look at which error it was. */
function endsAlways(fn: FunctionNode): boolean {
  let ends = false;
  let looks = false;
  walk(fn.body, (node) => {
    if (isMember(node) && memberName(node) === "name") looks = true;
    if (node.type === "StringLiteral" && node.value === "IceRestartExhaustedError") looks = true;
    if (node.type !== "CallExpression") return;
    const callee = unwrap(node.callee as Node);
    const name = isMember(callee) ? memberName(callee) : callee.type === "Identifier" ? callee.name : null;
    if (name !== null && ENDS.test(name)) ends = true;
  });
  return ends && !looks;
}

/** `() => {}`: it takes nothing in use. */
function doesNothing(fn: FunctionNode): boolean {
  if (fn.body.type !== "BlockStatement") return false;
  return fn.body.body.length === 0;
}

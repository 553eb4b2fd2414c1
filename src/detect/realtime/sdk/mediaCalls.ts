import type * as t from "@babel/types";
import { isCall, isFunction, isMember, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import { isInTry } from "../handlerText.ts";
import type { Listener } from "../listeners.ts";
import type { Remark } from "../observe.ts";

/** What the planner of S10 needs: the call, and the stream or track that was acquired for it and nothing else. */
export interface MediaDetail {
  readonly call: t.CallExpression | null;
  readonly media: { readonly name: string; readonly kind: "stream" | "track" } | null;
}

const ACQUIRES = /\bget(User|Display)Media\(/;

/** S10: media calls that throw once the peer leaves, behind an `await`, in no `try`. */
export function mediaCalls({ event, node }: Listener, module: SourceModule): readonly Remark[] {
  if (!/^(add|remove)(Stream|Track)$/.test(event)) return [];
  if (!isAfterAwait(node, module) || isInTry(node, null, module) || asksState(node, module)) return [];
  const call = parentOf(module, node);
  const [first, second] = call?.type === "CallExpression" ? (call.arguments as readonly Node[]) : [];
  const media = event.startsWith("add")
    ? ([second, first].flatMap((one) => (one ? acquired(one, module) : [])).at(0) ?? null)
    : null;
  return [
    {
      contract: "metered-realtime",
      rule: "media-call-throws",
      name: `peer.${event}`,
      node,
      module,
      message: event.startsWith("add")
        ? `\`${event}\` throws once the peer leaves, and it stands behind an \`await\`: the camera stays on.`
        : `\`${event}\` throws once the peer leaves, and it stands behind an \`await\`: what follows is skipped.`,
      advice: "catch `MeteredPeerStateError`, stop the tracks, and throw anything else",
      detail: { call: call?.type === "CallExpression" ? call : null, media } satisfies MediaDetail,
    },
  ];
}

/** A variable that holds a stream which its own function acquired, or a track of it. */
function acquired(node: Node, module: SourceModule): readonly NonNullable<MediaDetail["media"]>[] {
  const binding = node.type === "Identifier" ? bindingOf(module, node) : null;
  if (!binding) return [];
  const fn = functionAround(module, node);
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator") {
    if (functionAround(module, declaration) !== fn || !declaration.init || binding.kind !== "const")
      return [];
    const init = unwrap(declaration.init);
    if (init.type === "AwaitExpression" && ACQUIRES.test(textOf(module, init)))
      return [{ name: binding.name, kind: "stream" }];
    return [];
  }
  // `getUserMedia(…).then((cam) => …)`.
  const place = fn && placeOf(module, fn);
  const callee = place && isCall(place.parent) && place.key === "arguments" ? place.parent.callee : null;
  const isThen =
    isMember(callee) && memberName(callee) === "then" && ACQUIRES.test(textOf(module, callee.object));
  return isThen && fn?.params[0] === binding.identifier ? [{ name: binding.name, kind: "stream" }] : [];
}

/** In a `then`, or behind an `await` of its own function. */
function isAfterAwait(node: Node, module: SourceModule): boolean {
  const fn = functionAround(module, node);
  if (!fn) return false;
  const place = placeOf(module, fn);
  const callee = place && isCall(place.parent) && place.key === "arguments" ? place.parent.callee : null;
  if (isMember(callee) && memberName(callee) === "then") return true;
  let before = false;
  walk(
    fn.body,
    (inner) => {
      if (inner.type === "AwaitExpression" && (inner.end ?? 0) < (node.start ?? 0)) before = true;
    },
    (inner) => isFunction(inner),
  );
  return before;
}

/** Between the `await` and the call somebody asks whether the peer is still there. */
function asksState(node: Node, module: SourceModule): boolean {
  const fn = functionAround(module, node);
  const before = fn ? module.text.slice(fn.body.start ?? 0, node.start ?? 0) : "";
  const last = before.lastIndexOf("await ");
  const gap = last === -1 ? before : before.slice(last);
  return /\bif \([^)]*(\.state\b|aborted|cancel|closed|left|mounted|disposed|stopped|ended|unmounted)/i.test(
    gap,
  );
}

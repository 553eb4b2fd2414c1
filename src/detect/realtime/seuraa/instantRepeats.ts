import type * as t from "@babel/types";
import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { parentOf, placeOf, textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Listener } from "../listeners.ts";

const CONTRACT = "seuraa-edge";

const TIMERS = /^(setTimeout|setInterval|queueMicrotask|schedule\w*|delay|debounce)$/;

/** Calls of the channel in its own error handler that stand in no timer. */
export function instantRepeats(
  fn: FunctionNode,
  { event }: Listener,
  module: SourceModule,
  tracer: FateFinder["tracer"],
): readonly Node[] {
  const found: Node[] = [];
  const isTimer = (node: Node) =>
    isCall(node) && TIMERS.test(textOf(module, node.callee as Node).replace(/^(window|globalThis)\./, ""));
  const look = (node: Node): void => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : null;
    if (!callee || !isMember(callee) || !/^(publish|subscribe|connect)$/.test(memberName(callee) ?? ""))
      return;
    const isOwn = tracer
      .evaluate(callee.object, module)
      .some(
        (v) => v.kind === "role" && v.contract === CONTRACT && (v.role === "channel" || v.role === "client"),
      );
    if (isOwn && !mendsState(node, fn, module) && standsInErrorBranch(node, fn, event, module))
      found.push(node);
  };
  walk(fn.body, look, isTimer);
  return found;
}

/** `subscribe` after `channel.not_subscribed` is what the code asks for. */
function mendsState(node: Node, fn: FunctionNode, module: SourceModule): boolean {
  const callee = isCall(node) ? unwrap(node.callee as Node) : null;
  if (!callee || !isMember(callee) || memberName(callee) !== "subscribe") return false;
  for (
    let at = node, place = placeOf(module, at);
    place && at !== fn;
    at = place.parent, place = placeOf(module, at)
  ) {
    const { parent } = place;
    const test =
      parent.type === "SwitchCase" ? parent.test : parent.type === "IfStatement" ? parent.test : null;
    if (test && textOf(module, test).includes("channel.not_subscribed")) return true;
  }
  return false;
}

/** For `onRawEvent`: in a branch for `server.error`; for `onStatus`: for `error` or `retrying`. */
function standsInErrorBranch(node: Node, fn: FunctionNode, event: string, module: SourceModule): boolean {
  const marks = event === "onStatus" ? /["'](error|retrying)["']/ : /["']server\.error["']/;
  for (
    let at = node, place = placeOf(module, at);
    place && at !== fn;
    at = place.parent, place = placeOf(module, at)
  ) {
    if (
      place.parent.type === "IfStatement" &&
      place.key === "consequent" &&
      marks.test(textOf(module, place.parent.test))
    )
      return true;
    if (place.parent.type === "SwitchCase") {
      const statement = parentOf(module, place.parent) as t.SwitchStatement;
      if (marks.test(textOf(module, place.parent)) || textOf(module, statement.discriminant).endsWith("code"))
        return true;
    }
  }
  // `if (event.type !== "server.error") return;` in front of it.
  const body = fn.body.type === "BlockStatement" ? fn.body.body : [];
  return body.some(
    (statement) =>
      statement.type === "IfStatement" &&
      (statement.end ?? 0) < (node.start ?? 0) &&
      /!==?/.test(textOf(module, statement.test)) &&
      marks.test(textOf(module, statement.test)),
  );
}

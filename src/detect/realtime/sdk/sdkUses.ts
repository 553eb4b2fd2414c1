import type * as t from "@babel/types";
import { errorCodes } from "../../../contracts/metered/signals.ts";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import { sdkCallsOf } from "../../carried.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { isInTry } from "../handlerText.ts";
import { functionOf } from "../instances.ts";
import { listenersIn } from "../listeners.ts";
import { siteOf, type Remark } from "../observe.ts";
import { mediaCalls } from "./mediaCalls.ts";
import { remotePeers } from "./remotePeers.ts";

const CONTRACT = "metered-realtime";
const CODES = new Set(errorCodes.map(({ name }) => name));
const LOOPS = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;
const ITERATORS = /^(forEach|map)$/;

/** The patterns that uses of the SDK show: S9, S10, S13, S14, S17, S18. */
export function sdkUses(fates: FateFinder, module: SourceModule): readonly Site[] {
  const { tracer } = fates;
  const found: Remark[] = [];
  const add = (rule: string, name: string, node: Node, message: string, advice: string, detail?: unknown) =>
    found.push({ contract: CONTRACT, rule, name, node, module, message, advice, detail });
  const listeners = listenersIn(tracer, module, CONTRACT).filter(({ receivers }) =>
    receivers.some(({ role }) => role !== "socket"),
  );
  for (const listener of listeners) {
    const { event, handler, node, receivers } = listener;
    const inline = handler && isFunction(unwrap(handler)) ? (unwrap(handler) as FunctionNode) : null;
    if (inline?.async && hasBareAwait(inline, module) && isRegistration(node))
      add(
        "async-listener",
        "on",
        node,
        `The \`${event}\` listener is async and catches nothing: a rejection in it ends a Node process.`,
        "its body is an expression; catch inside of the listener",
        { fn: inline, event, role: receivers[0]?.role ?? "client" },
      );
    found.push(...mediaCalls(listener, module), ...remotePeers(tracer, listener, module));
    const fn = functionOf(tracer, handler, module);
    if (event === "server-error" && fn?.module === module) openSwitches(fn.fn, add);
    const isOf = (role: string) => receivers.some((receiver) => receiver.role === role);
    if (event === "error" && isOf("client") && isRegistration(node))
      add(
        "dead-error-listener",
        "on",
        node,
        "A SignallingClient has no `error` event: this listener never runs.",
        "listen for `server-error` and `disconnected`, and handle the promises",
      );
  }
  // Without the SDK's own re-subscription nobody trusts it.
  const hearsReconnects =
    listeners.some(({ event }) => event === "connected") || /\bautoResubscribe: false\b/.test(module.text);
  walk(module.ast.program, (node) => {
    if (isMember(node)) detached(node);
    if (node.type === "VariableDeclarator" && node.id.type === "ObjectPattern") takenApart(node.id);
    if (!isCall(node)) return;
    for (const call of sdkCallsOf(tracer, node, module)) {
      if (call.contract !== CONTRACT || call.opaque) continue;
      if (
        call.name === "dataChannel.send" &&
        isInLoop(node, module) &&
        parentOf(module, node)?.type !== "AwaitExpression"
      )
        add(
          "data-channel-send-in-loop",
          call.name,
          node,
          "A loop sends without waiting: the channel's queue overflows, and the rest is lost.",
          functionAround(module, node)?.async
            ? "the send is no statement of a loop; await each in a `try`, and stop on `DataChannelOverflowError`"
            : "the function around is not async; make it so, await each send in a `try`, and stop on `DataChannelOverflowError`",
        );
      if (call.name === "client.subscribe" && !hearsReconnects)
        add(
          "resubscription-trusted",
          call.name,
          node,
          "After a reconnect a re-subscription that is refused is dropped without an event: connected, and deaf.",
          "subscribe again on `connected` with `isReconnect`",
        );
    }
  });
  return found.map(siteOf);

  /** `const { publish } = client` does not keep `this`. */
  function takenApart(pattern: t.ObjectPattern): void {
    for (const property of pattern.properties) {
      if (property.type !== "ObjectProperty" || property.value.type !== "Identifier") continue;
      const { value } = property;
      const method = tracer
        .evaluate(value, module)
        .find((v) => v.kind === "sdk-method" && v.contract === CONTRACT);
      if (method?.kind !== "sdk-method") continue;
      add(
        "detached-method",
        method.name,
        property,
        `\`${value.name}\` is taken from its object: its first call throws a TypeError.`,
        "call it on its object",
        {},
      );
    }
  }

  /** `bus.on(client.publish)` does not keep `this`. */
  function detached(member: t.MemberExpression | t.OptionalMemberExpression): void {
    const place = placeOf(module, member);
    if (!place || !isCall(place.parent) || place.key !== "arguments") return;
    const method = tracer
      .evaluate(member, module)
      .find((v) => v.kind === "sdk-method" && v.contract === CONTRACT);
    if (method?.kind !== "sdk-method") return;
    add(
      "detached-method",
      method.name,
      member,
      `\`${textOf(module, member)}\` is handed on without its object: its first call throws a TypeError.`,
      "pass a function that calls it on its object",
      { member },
    );
  }
}

type Add = (
  rule: string,
  name: string,
  node: Node,
  message: string,
  advice: string,
  detail?: unknown,
) => void;

/** S14: a `switch` over the server's code without `default`. */
function openSwitches(fn: FunctionNode, add: Add): void {
  walk(fn.body, (node) => {
    if (node.type !== "SwitchStatement" || node.cases.some(({ test }) => !test)) return;
    if (!node.cases.some(({ test }) => test?.type === "StringLiteral" && CODES.has(test.value))) return;
    add(
      "code-switch-without-default",
      "server-error",
      node.discriminant,
      "The switch over the server's code has no `default`: codes that the SDK's type lacks, and new ones, are dropped.",
      "add a `default` that logs",
      { node },
    );
  });
}

function isRegistration(node: Node): boolean {
  return isMember(node) && /^(on|once|addListener)$/.test(memberName(node) ?? "");
}

/** An `await` that stands in no `try`, of something else than the function's own callbacks. */
function hasBareAwait(fn: FunctionNode, module: SourceModule): boolean {
  let found = false;
  walk(
    fn.body,
    (node) => {
      if (node.type === "AwaitExpression" && !isInTry(node, fn, module)) found = true;
    },
    (node) => isFunction(node),
  );
  return found;
}

function isInLoop(node: Node, module: SourceModule): boolean {
  for (let at = node, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    if (LOOPS.test(place.parent.type) && place.key === "body") return true;
    if (!isFunction(at)) continue;
    const callee = isCall(place.parent) && place.key === "arguments" ? place.parent.callee : null;
    return isMember(callee) && ITERATORS.test(memberName(callee) ?? "");
  }
  return false;
}

/** Whether an identifier is only used as a type: `bindingOf` gives nothing for those that are not declared. */
export function isUsedAsValue(identifier: Node, module: SourceModule): boolean {
  const binding = bindingOf(module, identifier);
  return (binding?.references ?? []).some((reference) => {
    const parent = parentOf(module, reference);
    return parent !== undefined && !/^TS|^ExportSpecifier$/.test(parent.type);
  });
}

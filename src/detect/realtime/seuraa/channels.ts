import type * as t from "@babel/types";
import { isCall, isFunction, type FunctionNode, type Node } from "../../../syntax/node.ts";
import {
  functionAround,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { readHandler } from "../handlerText.ts";
import { functionOf, instancesIn, type Instance } from "../instances.ts";
import { listenersIn, type Listener } from "../listeners.ts";
import { siteOf, type Remark } from "../observe.ts";
import { codeSwitches, decides, textDecisions, usesStatus } from "./channelHandlers.ts";
import { instantRepeats } from "./instantRepeats.ts";

const CONTRACT = "seuraa-edge";
const NOT_SEEN = "the channel is made where no statement can follow; register the handler where it is kept";

/** The documented texts, and the codes that they stand for. */
export const TEXTS: Readonly<Record<string, string>> = {
  "subscribe is not authorized": "authorization.subscribe_denied",
  "publish is not authorized": "authorization.publish_denied",
  "channel is not subscribed": "channel.not_subscribed",
};

/** What the planner of B3 and B5 needs. */
export interface ChannelDetail {
  readonly instance: Instance;
  /** An `onRawEvent` that has no branch for `server.error`. */
  readonly deaf?: Listener;
  /** An `onRawEvent` behind a `subscribe`. */
  readonly late?: { readonly raw: Listener; readonly subscribe: Listener };
}

/** What the planner of a `switch` without `default` needs. */
export interface SwitchDetail {
  readonly node: t.SwitchStatement;
}

/** What the planner of B8 needs. */
export interface RepeatDetail {
  readonly node: Node;
  readonly fn: FunctionNode;
  readonly listener: Listener;
}

/** The patterns of Seuraa's channels that their handlers, or their absence, show: B3, B5 to B9. */
export function channels({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  const found: Remark[] = [];
  const add = (
    rule: string,
    name: string,
    node: Node,
    message: string,
    advice: string,
    more: Partial<Remark> = {},
  ) => found.push({ contract: CONTRACT, rule, name, node, module, message, advice, ...more });

  for (const instance of instancesIn(tracer, module, CONTRACT, ["channel"])) {
    const { listeners, node, escapes } = instance;
    const of = (event: string) => listeners.filter((listener) => listener.event === event);
    const subscribes = of("subscribe");
    if (subscribes.length + of("publish").length === 0 || escapes) continue;
    const more = { detail: { instance } satisfies ChannelDetail, trace: instance.value.trace };
    const raw = of("onRawEvent");
    const hearing = raw.filter((listener) => hearsErrors(listener));
    if (hearing.length === 0)
      add(
        "server-error-unheard",
        "channel",
        node,
        "Nobody reads `server.error` on this channel: a denied subscription looks like an empty channel.",
        NOT_SEEN,
        { ...more, detail: { instance, ...(raw[0] ? { deaf: raw[0] } : {}) } satisfies ChannelDetail },
      );
    const [first] = hearing;
    const early = first && subscribes.find((one) => isBefore(one, first));
    if (early && first.module === module)
      add(
        "server-error-unheard",
        "channel",
        first.node,
        "`onRawEvent` is registered behind `subscribe`: an early refusal is missed.",
        "register it before the first `subscribe`",
        { ...more, detail: { instance, late: { raw: first, subscribe: early } } satisfies ChannelDetail },
      );
    const statuses = of("onStatus");
    if (!statuses.some((listener) => usesStatus(handlerText(listener))))
      add(
        "status-unheard",
        "channel",
        node,
        "Nobody listens for the connection's state: a refused connection is invisible.",
        NOT_SEEN,
        more,
      );
  }

  for (const listener of listenersIn(tracer, module, CONTRACT)) {
    const handler = functionOf(tracer, listener.handler, module);
    const isInEffect = isDroppedInEffect(listener, module);
    if (/^(subscribe|onRawEvent)$/.test(listener.event) && isInEffect)
      add(
        "remover-ignored",
        `channel.${listener.event}`,
        listener.node,
        "The effect drops the remover: handlers multiply with each mount.",
        "return the remover from the effect",
      );
    if (!handler || handler.module !== module || !/^on(RawEvent|Status|Debug)$/.test(listener.event))
      continue;
    if (listener.event === "onDebug" && decides(handler.fn))
      add(
        "debug-used-for-logic",
        "channel.onDebug",
        listener.node,
        "`onDebug` is no error-handling API: what it says may change or stop.",
        "move the decision to `onRawEvent` or `onStatus`",
      );
    if (listener.event === "onRawEvent")
      for (const node of codeSwitches(handler.fn, module))
        add(
          "server-error-unheard",
          "channel.onRawEvent",
          node,
          "The codes that this `switch` does not name are dropped, those of later versions among them.",
          "add a `default` that reports",
          { detail: { node } satisfies SwitchDetail },
        );
    if (listener.event === "onRawEvent")
      for (const node of textDecisions(handler.fn))
        add(
          "decision-on-message-text",
          "channel.onRawEvent",
          node,
          "The text of a `server.error` is diagnostic and may change: the branch stops running.",
          "decide by `code`; the text is none of the documented ones",
          { detail: { node } },
        );
    if (listener.event !== "onDebug")
      for (const node of instantRepeats(handler.fn, listener, module, tracer))
        add(
          "blind-repeat",
          `channel.${listener.event}`,
          node,
          "An error handler repeats at once, whatever the code: what can never succeed loops.",
          "repeat codes of the class backoff only, behind a timer, a few times",
          { detail: { node, fn: handler.fn, listener } satisfies RepeatDetail },
        );
  }
  return found.map(siteOf);

  function handlerText({ handler, module: own }: Listener): string {
    const fn = functionOf(tracer, handler, own);
    if (!fn) return '"error"';
    const { functions, isOpen } = readHandler(tracer, fn.fn, fn.module);
    return isOpen ? '"error"' : functions.map((one) => textOf(one.module, one.fn)).join("\n");
  }

  /** It tests for `server.error`, hands the event on, or is not seen. */
  function hearsErrors(listener: Listener): boolean {
    const fn = functionOf(tracer, listener.handler, listener.module);
    if (!fn) return true;
    const { literals, isOpen } = readHandler(tracer, fn.fn, fn.module);
    return literals.has("server.error") || (isOpen && ![...literals].includes("publish.accepted"));
  }
}

/** Both in one function of one module, one in front of the other. */
function isBefore(a: Listener, b: Listener): boolean {
  return (
    a.module === b.module &&
    functionAround(a.module, a.whole) === functionAround(b.module, b.whole) &&
    (a.whole.start ?? 0) < (b.whole.start ?? 0)
  );
}

/** A statement in the callback of an effect that returns nothing. */
function isDroppedInEffect({ whole }: Listener, module: SourceModule): boolean {
  if (parentOf(module, whole)?.type !== "ExpressionStatement") return false;
  const fn = functionAround(module, whole);
  const place = fn && placeOf(module, fn);
  if (!fn || !place || !isCall(place.parent) || place.key !== "arguments") return false;
  const name = textOf(module, place.parent.callee as Node);
  if (!/^(React\.)?(useEffect|useLayoutEffect|onMounted|onMount)$/.test(name)) return false;
  let returns = false;
  walk(
    fn.body,
    (node) => {
      if (node.type === "ReturnStatement" && node.argument) returns = true;
    },
    (node) => isFunction(node),
  );
  // The cleanup may be a hook of its own beside the effect: `onUnmounted(() => channel.unsubscribe())`.
  return (
    !returns && !/\bunsubscribe\(/.test(textOf(module, functionAround(module, fn) ?? module.ast.program))
  );
}

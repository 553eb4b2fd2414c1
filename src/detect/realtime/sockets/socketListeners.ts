import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { frameTypes } from "../../../contracts/metered/signals.ts";
import { socketClass } from "../../../resolve/sockets.ts";
import type { Evaluator } from "../../../resolve/evaluator.ts";
import { isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import { isInTry, readHandler, type HandlerText } from "../handlerText.ts";
import { functionOf, instancesIn, type Instance } from "../instances.ts";
import type { Listener } from "../listeners.ts";
import { siteOf, type Remark } from "../observe.ts";
import { decisionsOnText } from "./decisionsOnText.ts";
import { parsesIn } from "./frameParses.ts";
import { reconnects } from "./reconnects.ts";
import { resendsIn, type ResendDetail } from "./resends.ts";

const CONTRACT = "metered-realtime";

/** What the planner knows of a socket: where it is made, and of which kind it is. */
export interface SocketDetail {
  readonly instance: Instance;
  readonly isWs: boolean;
}

/** What the planner of R13 needs: where frames are read, and where the socket is made again. */
export interface GoingAwayDetail {
  readonly messages: readonly SocketHandler[];
  readonly close: SocketHandler;
}

/** What the planner of R5 needs of a handler that reconnects. */
export interface ReconnectDetail extends SocketHandler, SocketDetail {}

/** What the planner of R4 needs: the listener for `open`, and those for messages. */
export interface OpenDetail {
  readonly listener: Listener;
  readonly fn: FunctionNode;
  readonly isWs: boolean;
  readonly messages: readonly Listener[];
  /** All that is registered on the socket. */
  readonly all: readonly Listener[];
}

/** A handler of a socket, read. */
export interface SocketHandler {
  readonly listener: Listener;
  readonly fn: FunctionNode;
  readonly module: SourceModule;
  readonly text: HandlerText;
}

/** The patterns of a raw socket that its listeners, or their absence, show: R2, R4 to R7, R10, R12, R13. */
export function socketListeners({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  return instancesIn(tracer, module, CONTRACT, ["socket"]).flatMap((instance) => {
    const detail: SocketDetail = {
      instance,
      isWs:
        instance.node.type === "NewExpression" && socketClass(tracer, instance.node.callee, module) === "ws",
    };
    const messages = handlersOf(tracer, instance, "message");
    const closes = handlersOf(tracer, instance, "close");
    const remark = (
      rule: string,
      node: Node,
      message: string,
      advice: string,
      more: unknown = detail,
    ): Remark => ({
      contract: CONTRACT,
      rule,
      name: "WebSocket",
      node,
      module,
      message,
      advice,
      detail: more,
      trace: instance.value.trace,
    });
    return [
      ...missing(instance, detail, remark),
      ...messages.flatMap((handler) => ofMessages(tracer, handler, messages, module, remark)),
      ...closes.flatMap((handler) => ofCloses(handler, messages, detail, remark)),
      ...ofOpen(tracer, detail, messages, remark),
    ].map(siteOf);
  });
}

type Remarker = (rule: string, node: Node, message: string, advice: string, more?: unknown) => Remark;

function handlersOf(tracer: Evaluator, { listeners }: Instance, event: string): readonly SocketHandler[] {
  return listeners.flatMap((listener) => {
    if (listener.event !== event) return [];
    const found = functionOf(tracer, listener.handler, listener.module);
    return found ? [{ listener, ...found, text: readHandler(tracer, found.fn, found.module) }] : [];
  });
}

function missing(instance: Instance, detail: SocketDetail, remark: Remarker): readonly Remark[] {
  if (instance.escapes) return [];
  const hears = (event: string) => instance.listeners.some((listener) => listener.event === event);
  const found: Remark[] = [];
  if (detail.isWs && !hears("error"))
    found.push(
      remark(
        "socket-without-error-listener",
        instance.node,
        "The socket has no `error` listener: a refused connection or an HTTP 429 ends the process.",
        "the socket is made where no statement can follow; register an `error` listener where it is kept",
      ),
    );
  if (!hears("close"))
    found.push(
      remark(
        "close-code-ignored",
        instance.node,
        "Nobody listens for `close`: a refused key, a kick and a lost connection go unseen.",
        "the socket is made where no statement can follow; register a `close` listener where it is kept",
      ),
    );
  return found;
}

function ofMessages(
  tracer: Evaluator,
  handler: SocketHandler,
  all: readonly SocketHandler[],
  own: SourceModule,
  remark: Remarker,
): readonly Remark[] {
  const { listener, fn, module, text } = handler;
  const found: Remark[] = [];
  if (module !== own || listener.module !== own) return [];
  // A probe that only waits for `welcome` asks for nothing that could be refused.
  const asks = /\.send\(/.test(module.text) && /["']welcome["']/.test(module.text);
  const known = frameTypes.answers.filter((type) => text.types.has(type) && (type !== "welcome" || asks));
  const hearsErrors = all.some((other) => other.text.literals.has("error") || other.text.isOpen);
  if (known.length > 0 && !hearsErrors)
    found.push(
      remark(
        "unhandled-error-frame",
        listener.node,
        "The handler looks at a frame's type, but not at `error`: refusals are never read.",
        "the handler has no variable that holds the frame; give `error` a branch of its own",
        handler,
      ),
    );
  for (const parse of parsesIn(fn, module))
    if (!isInTry(parse, fn, module))
      found.push(
        remark(
          "unguarded-frame-parse",
          parse,
          "A frame that is no JSON throws in the listener, where nobody catches: a Node process ends.",
          "the parsed frame is not held by a variable of its own; parse in a `try`",
          handler,
        ),
      );
  for (const decision of decisionsOnText(fn, "message", module))
    found.push(
      remark(
        "decision-on-message-text",
        decision.node,
        "The text of an error frame is informational; the branch stops when the server words it otherwise.",
        "decide by `code`; which code the text stands for, a person knows",
        decision,
      ),
    );
  for (const resend of resendsIn(tracer, fn, module))
    found.push(
      remark(
        "blind-frame-retry",
        resend.call,
        "A refused frame is sent again without a look at its code: what can never succeed loops.",
        "repeat only `backend_error` and `internal_error`, at most three times, with growing delays",
        resend satisfies ResendDetail,
      ),
    );
  return found;
}

function ofCloses(
  handler: SocketHandler,
  messages: readonly SocketHandler[],
  detail: SocketDetail,
  remark: Remarker,
): readonly Remark[] {
  const { listener, fn, module } = handler;
  if (module !== detail.instance.module || listener.module !== detail.instance.module) return [];
  const found: Remark[] = decisionsOnText(fn, "reason", module).map((decision) =>
    remark(
      "decision-on-message-text",
      decision.node,
      "The reason of a close is informational; the branch stops when the server words it otherwise.",
      "decide by the close code; which code the reason stands for, a person knows",
      decision,
    ),
  );
  if (!reconnects(handler, detail.instance)) return found;
  if (!readsCode(handler))
    found.push(
      remark(
        "close-code-ignored",
        listener.node,
        "The handler reconnects whatever the close code: a refused key or a kicked user comes back in a loop.",
        "how it reconnects is not one call in a timer; decide by the code first",
        { ...handler, ...detail } satisfies ReconnectDetail,
      ),
    );
  if (messages.length > 0 && !messages.some((one) => one.text.literals.has("going_away") || one.text.isOpen))
    found.push(
      remark(
        "going-away-ignored",
        listener.node,
        "It reconnects, and nobody reads `going_away`: after a deployment all clients come back at once.",
        "keep `retryAfterMs` of the `going_away` frame, and wait that long",
        { messages, close: handler } satisfies GoingAwayDetail,
      ),
    );
  return found;
}

/** The event's code, or the code as first parameter of an emitter's listener. */
function readsCode({ fn, text, listener }: SocketHandler): boolean {
  if (text.members.has("code")) return true;
  const [first] = fn.params;
  const isEmitter =
    isMember(unwrap(listener.node)) && /^(on|once)$/.test(memberName(listener.node as never) ?? "");
  if (!isEmitter || first?.type !== "Identifier") return false;
  let reads = false;
  walk(fn.body, (node) => {
    if (node.type === "Identifier" && node.name === first.name) reads = true;
  });
  return reads;
}

/** R4: something happens at `open`, and nobody waits for `welcome`. */
function ofOpen(
  tracer: Evaluator,
  { instance, isWs }: SocketDetail,
  messages: readonly SocketHandler[],
  remark: Remarker,
): readonly Remark[] {
  if (instance.escapes || messages.some(({ text }) => text.literals.has("welcome") || text.isOpen)) return [];
  // A message listener that is not seen may wait for it.
  const heard = instance.listeners.filter((listener) => listener.event === "message");
  if (heard.length > messages.length) return [];
  return handlersOf(tracer, instance, "open").flatMap(({ listener, fn, module }) =>
    listener.module === instance.module && doesSomething(fn, module)
      ? [
          remark(
            "open-taken-for-ready",
            listener.node,
            "`open` comes before the server has looked at the key: a refused key passes for a valid one until close 4001.",
            "the handler is no function of its own, or takes the event; go on at the `welcome` frame",
            { listener, fn, isWs, messages: heard, all: instance.listeners } satisfies OpenDetail,
          ),
        ]
      : [],
  );
}

/** More than a log line. */
function doesSomething(fn: FunctionNode, module: SourceModule): boolean {
  const body = fn.body.type === "BlockStatement" ? fn.body.body : [fn.body];
  return body.some((statement) => !/^(console|log|logger)\b/.test(textOf(module, statement)));
}

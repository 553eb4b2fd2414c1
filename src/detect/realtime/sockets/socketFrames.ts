import type * as t from "@babel/types";
import { frameTypes } from "../../../contracts/metered/signals.ts";
import type { Evaluator } from "../../../resolve/evaluator.ts";
import {
  isCall,
  isFunction,
  isMember,
  keyName,
  memberName,
  unwrap,
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
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { functionOf } from "../instances.ts";
import { listenersIn } from "../listeners.ts";
import { siteOf } from "../observe.ts";

const CONTRACT = "metered-realtime";

/** A frame that is sent, as far as its literal tells. */
export interface SentFrame {
  readonly call: t.CallExpression | t.OptionalCallExpression;
  /** The object literal that is turned into JSON, where it is seen. */
  readonly frame: t.ObjectExpression | null;
  /** The expression given to `JSON.stringify`. */
  readonly argument: Node | null;
  readonly type: string | null;
  readonly requestId: Node | null;
  /** It spreads something that is not seen. */
  readonly isOpen: boolean;
}

/** The patterns of a raw socket that its `send` calls show: R1, R8, R9, R11. */
export function socketFrames({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  const found: Site[] = [];
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    const callee = unwrap(node.callee as Node);
    if (!isMember(callee) || memberName(callee) !== "send") return;
    const socket = tracer
      .evaluate(callee.object, module)
      .find((v) => v.kind === "role" && v.contract === CONTRACT && v.role === "socket");
    if (socket?.kind !== "role") return;
    const sent = readFrame(node, module);
    const remark = (rule: string, message: string, advice: string) =>
      found.push(
        siteOf({
          contract: CONTRACT,
          rule,
          name: "WebSocket.send",
          node,
          module,
          message,
          advice,
          detail: sent,
          trace: socket.trace,
          isCall: true,
        }),
      );
    const isRequest = (frameTypes.requests as readonly string[]).includes(sent.type ?? "");
    if (isRequest && !sent.requestId && !sent.isOpen)
      remark(
        "frame-without-request-id",
        `The ${sent.type} frame has no \`requestId\`: nobody learns whether it was accepted.`,
        "its result is used, or it takes a callback; send a `requestId` and wait for its answer",
      );
    else if (!isReady(tracer, node, module))
      remark(
        "send-without-ready-check",
        "The frame is sent without a look at the socket's state: while it connects that throws, once it closes the frame is dropped.",
        "the call is no statement of its own; send only while `readyState` is OPEN",
      );
    if (sent.requestId && isConstant(sent.requestId) && runsAgain(node, module))
      remark(
        "reused-request-id",
        "The `requestId` is the same each time: an answer settles the wrong request.",
        "give each frame an id of its own",
      );
    if (sent.frame && isUnbounded(sent.frame, module))
      remark(
        "unbounded-frame-size",
        "The frame's data can be of any size: above 64 KB the server closes the connection, with all its subscriptions.",
        "compare the frame's size with `welcome.maxMessageSize`, and split what is larger",
      );
  });
  return found;
}

/** Reads `X.send(JSON.stringify({ … }))`. */
function readFrame(call: SentFrame["call"], module: SourceModule): SentFrame {
  const [first] = call.arguments;
  const json = first ? unwrap(first as Node) : null;
  const nothing = { call, frame: null, argument: null, type: null, requestId: null, isOpen: true };
  if (!json || !isCall(json) || textOf(module, json.callee as Node) !== "JSON.stringify") return nothing;
  const argument = json.arguments[0] as Node | undefined;
  if (!argument) return nothing;
  const frame = literalOf(argument, module);
  if (!frame) return { ...nothing, argument };
  const valueOf = (name: string): Node | null => {
    const property = frame.properties.find((one) => one.type !== "SpreadElement" && keyName(one) === name);
    return property?.type === "ObjectProperty" ? property.value : null;
  };
  const type = valueOf("type");
  return {
    call,
    frame,
    argument,
    type: type?.type === "StringLiteral" ? type.value : null,
    requestId: valueOf("requestId"),
    isOpen: frame.properties.some((one) => one.type === "SpreadElement" && !literalOf(one.argument, module)),
  };
}

function literalOf(node: Node, module: SourceModule): t.ObjectExpression | null {
  const inner = unwrap(node);
  if (inner.type === "ObjectExpression") return inner;
  const binding = bindingOf(module, inner);
  if (binding?.kind !== "const" || binding.declaration.type !== "VariableDeclarator") return null;
  const init = binding.declaration.init && unwrap(binding.declaration.init);
  return init?.type === "ObjectExpression" ? init : null;
}

/** The state is looked at in the function, or a handler of an open socket is around it. */
function isReady(tracer: Evaluator, call: Node, module: SourceModule): boolean {
  for (let fn = functionAround(module, call); fn; fn = functionAround(module, fn)) {
    if (/\breadyState\b|\bisOpen\b|\bisReady\b|\bconnected\b/i.test(textOf(module, fn))) return true;
    const own = fn;
    const isHandler = listenersIn(tracer, module, CONTRACT).some(
      ({ event, handler }) =>
        (event === "open" || event === "message") && functionOf(tracer, handler, module)?.fn === own,
    );
    if (isHandler) return true;
  }
  return false;
}

function isConstant(node: Node): boolean {
  return node.type === "StringLiteral" || (node.type === "TemplateLiteral" && node.expressions.length === 0);
}

/** In a function or a loop: what runs once may well have a constant id. */
function runsAgain(node: Node, module: SourceModule): boolean {
  for (let at = parentOf(module, node); at; at = parentOf(module, at))
    if (isFunction(at) || /^(For|While|DoWhile)/.test(at.type)) return true;
  return false;
}

/** `data` is a file, base64 or JSON of something. */
function isUnbounded(frame: t.ObjectExpression, module: SourceModule): boolean {
  const data = frame.properties.find((one) => one.type === "ObjectProperty" && keyName(one) === "data");
  if (data?.type !== "ObjectProperty") return false;
  const text = textOf(module, data.value);
  const place = placeOf(module, frame);
  return place !== undefined && /base64|readFile|JSON\.stringify|toDataURL|arrayBuffer/.test(text);
}

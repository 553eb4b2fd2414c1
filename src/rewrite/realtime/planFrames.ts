import type { PendingDetail } from "../../detect/realtime/sockets/pendingRequests.ts";
import type { SentFrame } from "../../detect/realtime/sockets/socketFrames.ts";
import { isMember, unwrap, type Node } from "../../syntax/node.ts";
import { functionAround, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { ruleOf } from "../../detect/describe.ts";
import { positionAt } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { linesAfter, listenerLines, logLine, rewritten, statementInList } from "./lines.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** R3: a close listener that rejects what waits, and a time limit for each request. */
export const settlePending: SitePlanner = (site, planning) => {
  const { map, kind, entry, id, reject, message } = detailOf<PendingDetail>(site);
  const { module, style } = planning;
  const registration = statementInList(message.whole, module);
  const stored = statementInList(entry, module);
  const callee = unwrap(message.node);
  if (
    !registration ||
    stored?.type !== "ExpressionStatement" ||
    reject === null ||
    !isMember(callee) ||
    style.isEs5
  )
    return null;
  if (!/^[\w$.]+$/.test(textOf(module, id)) && id.type !== "StringLiteral") return null;
  const { semicolon, unit } = style;
  const target = textOf(module, callee.object);
  const isEmitter = /\.(on|once)$/.test(textOf(module, callee));
  const failure = `new Error(\`socket closed (\${code})\`)`;
  const key = textOf(module, id);
  const closing =
    kind === "map"
      ? [
          `for (const waiting of ${map.name}.values()) waiting${reject.access}(${failure})${semicolon}`,
          `${map.name}.clear()${semicolon}`,
        ]
      : [
          `for (const [key, waiting] of Object.entries(${map.name})) {`,
          `${unit}delete ${map.name}[key]${semicolon}`,
          `${unit}waiting${reject.access}(${failure})${semicolon}`,
          "}",
        ];
  const lines = listenerLines(
    target,
    isEmitter ? "on" : "addEventListener",
    "close",
    isEmitter ? "code" : "{ code }",
    closing,
    style,
  );
  const late = `${reject.name}(new Error("no answer in 15 seconds"))${semicolon}`;
  const limit = [
    `setTimeout(() => {`,
    ...(kind === "map"
      ? [`${unit}if (${map.name}.delete(${key})) ${late}`]
      : [`${unit}delete ${map.name}[${key}]${semicolon}`, unit + late]),
    `}, 15_000)${semicolon}`,
  ].map((line) => line.replaceAll('"', style.quote));
  return {
    edits: [linesAfter(registration, lines, module, style), linesAfter(stored, limit, module, style)],
    title: "reject what waits on close and after a time limit",
  };
};

/** R1: the frame is sent with an id of its own, and its answer awaited. */
export const sendWithId: SitePlanner = (site, planning) => {
  const { call, argument, type } = detailOf<SentFrame>(site);
  const { module, style } = planning;
  const callee = unwrap(call.callee as Node);
  if (!argument || !isMember(callee) || call.arguments.length !== 1) return null;
  if (style.isEs5) return "the file keeps to ES5; send a `requestId` and wait for its answer";
  const statement = statementOrBody(call, module);
  const isOptional = callee.type === "OptionalMemberExpression";
  // What is named twice, in the condition and in the call, must be the same both times.
  if (!statement || (isOptional && !/^[\w$.#]+$/.test(textOf(module, callee.object)))) return null;
  const json = unwrap(call.arguments[0] as Node);
  if (json.type !== "CallExpression" || json.arguments.length !== 1) return null;
  const err = freeName([style.errorName, "err", "error"], namesIn([call]));
  const log = logLine(planning.loggerAt(call), style, `${type ?? "frame"} failed`, [`String(${err})`]);
  const socket = textOf(module, callee.object);
  // What stood deeper, inside of two calls, comes back out.
  const { unit, semicolon } = style;
  const anchor = statement.type === "ExpressionStatement" ? statement : parentOf(module, statement);
  const { base } = positionAt(module, anchor?.start ?? 0);
  const deeper = positionAt(module, argument.start ?? 0).base.slice(base.length);
  const written = textOf(module, argument);
  const isLiteral = written.includes("`");
  const frame = isLiteral ? written : written.replaceAll(`\n${base}${deeper}`, `\n${base}`);
  const sent = [
    `sendFrame(${socket}, ${frame}).catch((${err}${style.isTypeScript ? ": unknown" : ""}) => {`,
    unit + log,
    `})${semicolon}`,
  ];
  const inBlock = (head: string, lines: readonly string[]) => [
    head,
    ...lines.map((line) => unit + (isLiteral ? line : line.replaceAll("\n", `\n${unit}`))),
    "}",
  ];
  const guarded = isOptional ? inBlock(`if (${socket}) {`, sent) : sent;
  // `(text) => ws.send(…)` gave nothing, and still does; an `else` must not become that of the new `if`.
  const isListed = anchor === statement && (!isOptional || statementInList(statement, module) === statement);
  const lines = isListed ? guarded : inBlock("{", guarded);
  const { text } = rewritten(anchor ?? statement, lines, module, style);
  return {
    edits: [{ start: statement.start ?? 0, end: statement.end ?? 0, text }],
    replaced: [statement],
    title: "send with a request id, and read the answer",
    needs: ["sendFrame"],
  };
};

/** The statement that a call is, or the body of an arrow function that it is: `send` gives nothing that could be used. */
function statementOrBody(call: Node, module: SourceModule): Node | null {
  const parent = parentOf(module, call);
  if (parent?.type === "ExpressionStatement") return parent;
  const isBody = parent?.type === "ArrowFunctionExpression" && parent.body === call;
  return isBody && call.extra?.["parenthesized"] !== true ? call : null;
}

/** The name of `reject` where a call stands in the executor of a promise; null elsewhere, undefined where it has none. */
function rejectAround(call: Node, module: SourceModule): string | null | undefined {
  const fn = functionAround(module, call);
  const made = fn && parentOf(module, fn);
  if (!fn || made?.type !== "NewExpression" || textOf(module, made.callee) !== "Promise") return null;
  const [, reject] = fn.params;
  return reject?.type === "Identifier" ? reject.name : undefined;
}

/** R8: only an open socket is sent to. */
export const sendWhenOpen: SitePlanner = (site, planning) => {
  const { call } = detailOf<SentFrame>(site);
  const { module, style } = planning;
  const statement = parentOf(module, call);
  const callee = unwrap(call.callee as Node);
  if (
    statement?.type !== "ExpressionStatement" ||
    !isMember(callee) ||
    textOf(module, statement).includes("\n")
  )
    return null;
  if (!/^[\w$.!#]+$/.test(textOf(module, callee.object)) || statementInList(statement, module) !== statement)
    return null;
  const access = callee.type === "OptionalMemberExpression" ? "?." : ".";
  const state = `${textOf(module, callee.object)}${access}readyState`;
  // Who awaits the promise has to hear of it, as of what `send` would have thrown.
  const reject = rejectAround(call, module);
  if (reject === undefined) return null;
  const { quote, semicolon } = style;
  const words = "metered-realtime frame not sent, socket state";
  const log =
    reject === null
      ? logLine(planning.loggerAt(call), style, words, [state])
      : `${reject}(new Error(${quote}the socket is not open${quote}))${semicolon}`;
  // An id that is used again gets fresh in the same step: two rewrites of one statement exclude each other.
  const reused = planning.sites.filter(
    (one) => ruleOf(one).endsWith("/reused-request-id") && one.call === site.call,
  );
  const renewed = reused.map((one) => freshRequestId(one, planning));
  const [first] = renewed;
  const inner = first && typeof first !== "string" ? first.edits[0] : undefined;
  const start = statement.start ?? 0;
  const text = textOf(module, statement);
  const sent = inner ? text.slice(0, inner.start - start) + inner.text + text.slice(inner.end - start) : text;
  const lines = [`if (${state} === 1) {`, style.unit + sent, "} else {", style.unit + log, "}"];
  return {
    edits: [rewritten(statement, lines, module, style)],
    replaced: [statement],
    also: inner ? reused : [],
    title: "send only while it is open",
  };
};

/** R11: an id of its own for each frame. */
export const freshRequestId: SitePlanner = (site, planning) => {
  const { requestId } = detailOf<SentFrame>(site);
  if (requestId?.type !== "StringLiteral" || planning.style.isEs5) return null;
  // Who compares with the constant elsewhere waits for it.
  const { text } = planning.module;
  if (["'", '"', "`"].flatMap((quote) => text.split(quote + requestId.value + quote).slice(1)).length !== 1)
    return "it is named elsewhere too; give each frame an id of its own there as well";
  return {
    edits: [{ start: requestId.start ?? 0, end: requestId.end ?? 0, text: "crypto.randomUUID()" }],
    replaced: [requestId],
    title: "give each frame an id of its own",
  };
};

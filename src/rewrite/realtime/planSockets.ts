import type {
  GoingAwayDetail,
  ReconnectDetail,
  SocketDetail,
  SocketHandler,
} from "../../detect/realtime/sockets/socketListeners.ts";
import { isFunction, isMember, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  textOf,
  walk,
  type SourceModule,
} from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { holderOf } from "./holder.ts";
import { linesAfter, listenerLines, logLine, rewritten, statementInList } from "./lines.ts";
import { frameOf, guardedParse } from "./parsedFrame.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "./planning.ts";

/** R6: an `error` listener behind the socket. The text of such an error can hold the URL, whose query is the credential. */
export const hearErrors: SitePlanner = (site, planning) => {
  const { instance } = detailOf<SocketDetail>(site);
  const { module, style } = planning;
  const holder = holderOf(instance.node, module);
  if (!holder) return null;
  const message = `${style.errorName}.message.split(${style.quote}?${style.quote})[0]`;
  const log = logLine(planning.loggerAt(instance.node), style, "metered-realtime socket failed", [message]);
  const lines = listenerLines(holder.name, "on", "error", style.errorName, [log], style);
  return { edits: [linesAfter(holder.statement, lines, module, style)], title: "listen for `error`" };
};

/** R5: a `close` listener that says what the code means, or a reconnect that looks at it first. */
export const hearCloses: SitePlanner = (site, planning) => {
  const detail = detailOf<SocketDetail | ReconnectDetail>(site);
  return "fn" in detail ? decideByCode(detail, planning) : listenForClose(detail, planning);
};

function listenForClose({ instance, isWs }: SocketDetail, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const holder = holderOf(instance.node, module);
  if (!holder) return null;
  const params = isWs ? "code" : style.isEs5 ? "event" : "{ code }";
  const code = params === "event" ? "event.code" : "code";
  const log = logLine(planning.loggerAt(instance.node), style, "metered-realtime", [
    `afterClose(${code}).why`,
  ]);
  const lines = listenerLines(holder.name, isWs ? "on" : "addEventListener", "close", params, [log], style);
  return {
    edits: [linesAfter(holder.statement, lines, module, style)],
    title: "listen for `close`",
    needs: ["afterClose"],
  };
}

/** The reconnect becomes the last thing that a close handler does, after the code allowed it. */
function decideByCode(detail: ReconnectDetail, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const { fn, listener, isWs } = detail;
  if (listener.handler === null || unwrap(listener.handler) !== fn || !isFunction(fn)) return null;
  const reconnect = reconnectIn(fn, module);
  if (!reconnect) return null;
  const isEmitter =
    isWs &&
    isMember(unwrap(listener.node)) &&
    !/\.(on\w{4,}|addEventListener)$/.test(textOf(module, listener.node));
  const [param] = fn.params;
  if (param && param.type !== "Identifier") return null;
  const name = param?.name ?? freeName(isEmitter ? ["code"] : ["event", "closed"], namesIn([fn]));
  const paramEdit = param ? [] : parameterEdit(fn, name, module);
  if (!paramEdit) return null;
  const next = freeName(["next", "fate"], namesIn([fn]));
  const log = logLine(planning.loggerAt(fn), style, "metered-realtime", [`${next}.why`]);
  const { semicolon, unit } = style;
  const keyword = style.isEs5 ? "var" : "const";
  const lines = [
    `${keyword} ${next} = afterClose(${isEmitter ? name : `${name}.code`})${semicolon}`,
    log,
    `if (!${next}.stop${keepsToken(detail.instance, module) ? ` && !${next}.remint` : ""}) ${reconnect.kept}setTimeout(${reconnect.what}, ${waiting(reconnect.delay, next)})${semicolon}`,
  ];
  const { statement } = reconnect;
  const isBare = parentOf(module, statement)?.type === "IfStatement";
  const edit =
    statement.type === "ExpressionStatement"
      ? rewritten(statement, isBare ? ["{", ...lines.map((line) => unit + line), "}"] : lines, module, style)
      : blockInstead(statement, lines, planning, unit);
  return {
    edits: [...paramEdit, edit],
    replaced: [statement],
    title: "decide by the close code",
    needs: ["afterClose"],
  };
}

/** Whether coming back would only show the expired token again: no call makes the URL's token anew where the socket is made. */
function keepsToken({ node }: SocketDetail["instance"], module: SourceModule): boolean {
  const maker = functionAround(module, node);
  const parts = partsOf(node.arguments[0] as Node | undefined, module);
  const isToken = parts.some((part) => /[?&]token=|["']token["']/.test(textOf(module, part)));
  if (!isToken) return false;
  return parts.every((part) => {
    let isFixed = true;
    walk(part, (inner) => {
      // A field or a variable that is assigned to may be renewed elsewhere.
      if (isMember(inner) && inner.object.type === "ThisExpression") isFixed = false;
      const binding = inner.type === "Identifier" ? bindingOf(module, inner) : null;
      if (binding && /^(let|var)$/.test(binding.kind)) isFixed = false;
      if (inner.type !== "CallExpression" || functionAround(module, inner) !== maker) return;
      if (!/^(encodeURI(Component)?|String)$|\.toString$|\.(set|append)$/.test(textOf(module, inner.callee)))
        isFixed = false;
    });
    return isFixed;
  });
}

/** An expression, and the initial values of the variables in it. */
function partsOf(node: Node | undefined, module: SourceModule): readonly Node[] {
  const parts: Node[] = node ? [node] : [];
  for (const part of parts)
    walk(part, (inner) => {
      const declaration = inner.type === "Identifier" ? bindingOf(module, inner)?.declaration : null;
      const init = declaration?.type === "VariableDeclarator" ? declaration.init : null;
      if (init && !parts.includes(init) && parts.length < 20) parts.push(init);
    });
  return parts;
}

function waiting(delay: string | null, next: string): string {
  return delay === null ? `${next}.waitMs` : `Math.max(${delay}, ${next}.waitMs)`;
}

/** `() => setTimeout(connect, 1000)`: the expression becomes a block. */
function blockInstead(body: Node, lines: readonly string[], { module, style }: Planning, unit: string) {
  const indented = ["{", ...lines.map((line) => unit + line), "}"];
  const fn = parentOf(module, body) ?? body;
  const anchor = statementInList(fn, module) ?? fn;
  const edit = rewritten(anchor, indented, module, style);
  return { ...edit, start: body.start ?? 0, end: body.end ?? 0 };
}

interface Reconnect {
  /** The statement, or the body of an arrow function. */
  readonly statement: Node;
  /** What the timer calls. */
  readonly what: string;
  readonly delay: string | null;
  /** `timer = `, where the timer is kept, so that it can be cleared. */
  readonly kept: string;
}

/** The last thing that a close handler does, where that is `setTimeout(f, delay)` or a call, on a condition or not. */
function reconnectIn(fn: FunctionNode, module: SourceModule): Reconnect | null {
  let last: Node | null | undefined = fn.body.type === "BlockStatement" ? fn.body.body.at(-1) : fn.body;
  while (last?.type === "IfStatement" && !last.alternate)
    last = last.consequent.type === "BlockStatement" ? last.consequent.body.at(-1) : last.consequent;
  const whole = last?.type === "ExpressionStatement" ? last.expression : last;
  const isVoid = whole?.type === "UnaryExpression" && whole.operator === "void";
  const isKept = whole?.type === "AssignmentExpression" && whole.operator === "=";
  const expression = isVoid ? whole.argument : isKept ? whole.right : whole;
  if (!last || !whole || expression?.type !== "CallExpression") return null;
  const callee = textOf(module, expression.callee);
  if (/^(window\.|globalThis\.)?setTimeout$/.test(callee)) {
    const [what, delay] = expression.arguments;
    const kept = isKept ? `${textOf(module, whole.left)} = ` : "";
    return what
      ? { statement: last, what: textOf(module, what), delay: delay ? textOf(module, delay) : null, kept }
      : null;
  }
  return isKept || /console|log/i.test(callee)
    ? null
    : { statement: last, what: `() => ${textOf(module, whole)}`, delay: null, kept: "" };
}

/** Gives a function without parameters one; null where its text has no empty parentheses. */
function parameterEdit(fn: FunctionNode, name: string, module: SourceModule) {
  const text = module.text.slice(fn.start ?? 0, fn.body.start ?? 0);
  const found = /\(\s*\)/.exec(text);
  return found ? [at((fn.start ?? 0) + found.index + 1, name)] : null;
}

/** R2: a branch for error frames behind the parsed frame. */
export const hearRefusals: SitePlanner = (site, planning) => {
  const handler = detailOf<SocketHandler>(site);
  const { module, style } = planning;
  const frame = frameOf(handler, planning);
  if (!frame) return null;
  const refusal = freeName(
    ["refusal", "refused"],
    namesIn([functionAround(module, frame.statement) ?? handler.fn]),
  );
  const log = logLine(planning.loggerAt(frame.statement), style, "metered-realtime refused", [refusal]);
  const lines = [
    `${style.isEs5 ? "var" : "const"} ${refusal} = refusalOf(${frame.name})${style.semicolon}`,
    `if (${refusal}) ${log}`,
  ];
  return {
    edits: [linesAfter(frame.statement, lines, module, style)],
    title: "read error frames",
    needs: ["refusalOf"],
  };
};

/** R13: `going_away` is remembered where frames are read. */
export const hearGoingAway: SitePlanner = (site, planning) => {
  const { messages, close } = detailOf<GoingAwayDetail>(site);
  const { module, style } = planning;
  const frames = messages.flatMap((one) => (one.module === module ? [frameOf(one, planning)] : []));
  const frame = frames.find((one) => one !== null);
  const decides = /\bafterClose\(/.test(textOf(module, close.fn)) || reconnectIn(close.fn, module) !== null;
  if (!frame || !decides) return null;
  return {
    edits: [linesAfter(frame.statement, [`noteGoingAway(${frame.name})${style.semicolon}`], module, style)],
    title: "remember `going_away`",
    safety: "review",
    needs: ["noteGoingAway"],
  };
};

/** R7: the parsed frame of a handler, in a `try` that drops what cannot be read. */
export const guardParse: SitePlanner = (site, planning) => {
  const { fn } = detailOf<SocketHandler>(site);
  const { module, style } = planning;
  const parse = site.call;
  const parts = guardedParse(parse, fn, module);
  if (!parts) return null;
  const { declaration, declarator, init, name } = parts;
  const { id } = declarator;
  const { semicolon, unit, errorName } = style;
  const taken = namesIn([fn]);
  const caught = freeName([errorName, "err", "error", "reason"], taken);
  const annotation = id.type === "Identifier" && id.typeAnnotation ? textOf(module, id.typeAnnotation) : null;
  const cast =
    declarator.init?.type === "TSAsExpression" ? `: ${textOf(module, declarator.init.typeAnnotation)}` : null;
  const type = style.isTypeScript ? (annotation ?? cast ?? ": ReturnType<typeof JSON.parse>") : "";
  const log = logLine(planning.loggerAt(parse), style, "metered-realtime sent an unreadable frame", [
    `String(${caught})`,
  ]);
  const lines = [
    `${style.isEs5 ? "var" : "let"} ${name}${type}${semicolon}`,
    "try {",
    `${unit}${name} = ${init}${semicolon}`,
    `} catch (${caught}) {`,
    unit + log,
    `${unit}return${semicolon}`,
    "}",
    ...(id.type === "Identifier" ? [] : [`${declaration.kind} ${textOf(module, id)} = ${name}${semicolon}`]),
  ];
  return {
    edits: [rewritten(declaration, lines, module, style)],
    replaced: [declaration],
    title: "parse in a try",
  };
};

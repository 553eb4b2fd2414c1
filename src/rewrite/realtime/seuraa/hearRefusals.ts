import type * as t from "@babel/types";
import type { ChannelDetail, SwitchDetail } from "../../../detect/realtime/seuraa/channels.ts";
import type { Edit } from "../../../model/edit.ts";
import { encloses, isFunction, type Node } from "../../../syntax/node.ts";
import { textOf, type SourceModule } from "../../../syntax/sourceModule.ts";
import { at } from "../../insertion.ts";
import { positionAt } from "../../layout.ts";
import { freeName } from "../../pipes/pipeNames.ts";
import { declaredBy, listOf } from "../../surroundings.ts";
import { listenerLines, logLine, statementInList } from "../lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "../planning.ts";
import { listenerPlace, problemOf, type ListenerPlace } from "./listenerPlace.ts";
import { namesAround } from "./publishText.ts";

const TITLE = "read `server.error`";

/** B3: `server.error` is read for every code, registered before anything subscribes. */
export const hearRefusals: SitePlanner = (site, planning) => {
  const detail = detailOf<ChannelDetail | SwitchDetail>(site);
  if ("node" in detail) return addDefault(detail.node, planning);
  if (detail.late) return moveUp(detail.late, planning);
  const own = detail.deaf?.module === planning.module ? inHandler(detail.deaf.handler, planning) : null;
  if (own && isEarly(detail)) return own;
  const place = listenerPlace(detail, planning);
  if (!place || typeof place === "string") return place;
  const { style } = planning;
  const body = refusalLines("event", detail.instance.node, planning);
  const lines = listenerLines(place.name, "onRawEvent", "", "event", body, style);
  const problem = problemOf(place);
  const edits = problem === null ? [place.edit(lines)] : inEffect(place, lines, planning);
  return edits
    ? {
        edits,
        title: TITLE,
        needs: ["edgeRefusal"],
        ...(place.effect ? { replaced: [place.effect.body] } : {}),
      }
    : problem;
};

function refusalLines(event: string, node: Node, { style, loggerAt }: Planning): readonly string[] {
  const log = logLine(loggerAt(node), style, "seuraa-edge refused", ["refusal"]);
  const keyword = style.isEs5 ? "var" : "const";
  return [`${keyword} refusal = edgeRefusal(${event})${style.semicolon}`, `if (refusal) ${log}`];
}

/** The handler hears before anything is subscribed, as far as both stand in one function. */
function isEarly({ instance, deaf }: ChannelDetail): boolean {
  return instance.listeners.every(
    (one) =>
      one.event !== "subscribe" ||
      one.module !== deaf?.module ||
      (one.node.start ?? 0) > (deaf.node.start ?? 0),
  );
}

/** A branch at the top of a handler that is there already. */
function inHandler(handler: Node | null, planning: Planning): Proposal | null {
  const { module, style } = planning;
  if (!handler || !isFunction(handler) || handler.body.type !== "BlockStatement") return null;
  const [param] = handler.params;
  const [first] = handler.body.body;
  if (param?.type !== "Identifier" || !first || namesAround(first, module).has("refusal")) return null;
  const { base, startsLine } = positionAt(module, first.start ?? 0);
  if (!startsLine) return null;
  const lines = refusalLines(param.name, handler, planning);
  return {
    edits: [at(first.start ?? 0, lines.map((line) => line + style.eol + base).join(""))],
    title: TITLE,
    needs: ["edgeRefusal"],
  };
}

/** In an effect that gives a cleanup, the remover is called there. */
function inEffect(
  { effect, statement, isBehind }: ListenerPlace,
  lines: readonly string[],
  { module, style }: Planning,
): readonly Edit[] | null {
  if (!effect || style.isEs5 || effect.body.type !== "BlockStatement") return null;
  const last = effect.body.body.at(-1);
  if (last?.type !== "ReturnStatement" || !last.argument || listOf(statement, module) !== effect.body.body)
    return null;
  const stop = freeName(["stopErrors", "stopRefusals"], namesAround(statement, module));
  const { base } = positionAt(module, last.start ?? 0);
  const [head = "", ...rest] = lines;
  const registered = [`const ${stop} = ${head}`, ...rest];
  const { eol, unit, semicolon } = style;
  const inFront = (node: Node) => at(node.start ?? 0, registered.map((line) => line + eol + base).join(""));
  const before = isBehind
    ? effect.body.body[effect.body.body.indexOf(statement as t.Statement) + 1]
    : statement;
  if (!before) return null;
  const both = (remove: string) =>
    [
      `() => {`,
      `${base}${unit}${stop}()${semicolon}`,
      `${base}${unit}${remove}()${semicolon}`,
      `${base}}`,
    ].join(eol);
  const { argument } = last;
  if (argument.type === "Identifier")
    return [
      inFront(before),
      { start: argument.start ?? 0, end: argument.end ?? 0, text: both(argument.name) },
    ];
  if (argument.type === "ArrowFunctionExpression" && argument.body.type === "CallExpression") {
    const call = textOf(module, argument.body).replace(/\(\)$/, "");
    return /^[\w$.]+$/.test(call)
      ? [inFront(before), { start: argument.start ?? 0, end: argument.end ?? 0, text: both(call) }]
      : null;
  }
  if (isFunction(argument) && argument.body.type === "BlockStatement") {
    const [first] = argument.body.body;
    if (!first || !positionAt(module, first.start ?? 0).startsLine) return null;
    const inner = positionAt(module, first.start ?? 0).base;
    return [inFront(before), at(first.start ?? 0, `${stop}()${semicolon}${eol}${inner}`)];
  }
  if (!/^[\w$.]+\.subscribe\(/.test(textOf(module, argument).replace(/<[^(]*>/, ""))) return null;
  const remove = freeName(["stop", "remove", "unsubscribe"], namesAround(statement, module));
  return [
    inFront(before),
    { start: last.start ?? 0, end: argument.start ?? 0, text: `const ${remove} = ` },
    at(last.end ?? 0, `${eol}${base}return ${both(remove)}${semicolon}`),
  ];
}

/** The registration goes up, in front of the first `subscribe`; where others rewrite its inside, the `subscribe` goes down. */
function moveUp(late: NonNullable<ChannelDetail["late"]>, planning: Planning): Proposal | string | null {
  const { module, sites } = planning;
  const raw = statementInList(late.raw.whole, module);
  const target = statementInList(late.subscribe.whole, module);
  const list = target && listOf(target, module);
  if (!raw || !target || !list || listOf(raw, module) !== list)
    return "it stands in another block than `subscribe`; register it before the first `subscribe`";
  const [from, to] = [list.indexOf(target as t.Statement), list.indexOf(raw as t.Statement)];
  const between = list.slice(from, to);
  const isRewritten = (node: Node) =>
    sites.some(({ call }) => call !== late.raw.node && encloses(node, call));
  if (!isRewritten(raw)) {
    if (usesOneOf(raw, between, module))
      return "it uses what is declared behind the first `subscribe`; register it before that";
    return moved(raw, target.start ?? 0, planning);
  }
  const declared = list.slice(from + 1).some((one) => usesOneOf(one, [target as t.Statement], module));
  const isOnly = between.slice(1).every((one) => !/\.subscribe\b/.test(textOf(module, one)));
  if (declared || !isOnly || isRewritten(target)) return "register it before the first `subscribe`";
  const end = lineEndOf(module, raw.end ?? 0);
  return end === null ? null : moved(target, end, planning);
}

/** Whether a statement uses what others declare. */
function usesOneOf(statement: Node, others: readonly t.Statement[], module: SourceModule): boolean {
  const names = declaredBy(others).map(({ name }) => name.replaceAll("$", "\\$"));
  const text = textOf(module, statement);
  return names.some((name) => new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(text));
}

/** A statement that has its lines for itself, moved to the start of another line or statement. */
function moved(statement: Node, to: number, { module, style }: Planning): Proposal | null {
  const from = lineStartOf(module, statement.start ?? 0);
  const end = lineEndOf(module, statement.end ?? 0);
  const isAlone = /^[ \t]*$/.test(module.text.slice(from, statement.start ?? 0)) && end !== null;
  if (!isAlone || hasCommentAbove(module, from)) return null;
  const text = textOf(module, statement);
  const { base } = positionAt(module, statement.start ?? 0);
  const isLineStart = module.text[to - 1] === "\n";
  // The blank line behind it goes with it where one stands in front, too.
  const blank = /\n[ \t]*\r?\n$/.test(module.text.slice(0, from))
    ? /^[ \t]*\r?\n/.exec(module.text.slice(end))
    : null;
  return {
    edits: [
      at(to, isLineStart ? base + text + style.eol : text + style.eol + base),
      { start: from, end: end + (blank?.[0].length ?? 0), text: "" },
    ],
    replaced: [statement],
    title: "register it before `subscribe`",
  };
}

function lineStartOf(module: SourceModule, offset: number): number {
  return module.text.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the line break that ends a statement's line; null where something else stands on it. */
function lineEndOf(module: SourceModule, offset: number): number | null {
  const rest = /^[ \t]*(\r?\n|$)/.exec(module.text.slice(offset));
  return rest ? offset + rest[0].length : null;
}

function hasCommentAbove(module: SourceModule, lineStart: number): boolean {
  return /(\/\/[^\n]*|\*\/[ \t]*\r?)\n$/.test(module.text.slice(0, lineStart));
}

/** B3: a `default` that reports the codes that the `switch` does not name. */
function addDefault(node: t.SwitchStatement, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const last = node.cases.at(-1);
  const code = textOf(module, node.discriminant);
  const close = /\r?\n[ \t]*$/.exec(module.text.slice(0, (node.end ?? 0) - 1));
  if (!last || !close || !/^[\w$.]+$/.test(code)) return null;
  const final = last.consequent.at(-1);
  const body = final?.type === "BlockStatement" ? final.body.at(-1) : final;
  const leaves = body !== undefined && /^(Break|Return|Throw|Continue)Statement$/.test(body.type);
  const { base } = positionAt(module, last.start ?? 0);
  const log = logLine(planning.loggerAt(node), style, "seuraa-edge refused", [code]);
  const inner = base + style.unit;
  const lines = [...(leaves ? [] : [`${inner}break${style.semicolon}`]), `${base}default:`, inner + log];
  const offset = (node.end ?? 0) - 1 - close[0].length;
  return {
    edits: [at(offset, lines.map((line) => style.eol + line).join(""))],
    title: "add a default that reports",
  };
}

import type { RetryDetail } from "../../detect/realtime/sdk/blindRetries.ts";
import { isCall, isMember, memberName, type Node } from "../../syntax/node.ts";
import { parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Edit } from "../../model/edit.ts";
import { at } from "../insertion.ts";
import { positionAt } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { logLine, rewritten, statementInList } from "./lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "./planning.ts";

/** S4: a call is repeated only where that can help. */
export const repeatByFate: SitePlanner = (site, planning) => {
  const detail = detailOf<RetryDetail>(site);
  if (planning.style.isEs5) return null;
  const ask = predicateOf(site.name);
  return (
    (ask === "mayRepeat" ? repeatedChain(detail, site.name, planning) : null) ??
    gate(detail, site.name, ask, planning) ??
    (detail.loop ? null : onlyThen(detail, site.name, ask, planning))
  );
};

/** A connection or subscription may be tried again after an unknown outcome, a message may not. */
function predicateOf(name: string): "mayRepeat" | "mayConnectAgain" {
  return /\.(connect|join|subscribe|unsubscribe)$/.test(name) ? "mayConnectAgain" : "mayRepeat";
}

/** `publish(x).catch(() => publish(x))` says what `retryTransient(() => publish(x))` says, but for which errors. */
function repeatedChain(
  { call, handler, again }: RetryDetail,
  name: string,
  planning: Planning,
): Proposal | null {
  const { module, style } = planning;
  const member = parentOf(module, call);
  const chain = member && parentOf(module, member);
  if (!again || handler.type !== "ArrowFunctionExpression" || !isMember(member) || !isCall(chain))
    return null;
  if (memberName(member) !== "catch" || chain.arguments[0] !== handler || chain.arguments.length !== 1)
    return null;
  const text = textOf(module, call);
  if (textOf(module, again) !== text || /\b(await|yield)\b/.test(text)) return null;
  const [only, more] = handler.body.type === "BlockStatement" ? handler.body.body : [];
  if (handler.body.type === "BlockStatement" && (!only || more)) return null;
  const value =
    handler.body.type !== "BlockStatement"
      ? handler.body
      : only?.type === "ReturnStatement"
        ? only.argument
        : only?.type === "ExpressionStatement"
          ? only.expression
          : null;
  if (!value || value.start !== again.start) return null;
  let suffix = module.text.slice(again.end ?? 0, value.end ?? 0);
  const outer = parentOf(module, chain);
  const isLost =
    outer?.type === "ExpressionStatement" || (outer?.type === "UnaryExpression" && outer.operator === "void");
  const also = isLost ? planning.calls.filter((other) => other.call === again) : [];
  if (suffix === "" && isLost) {
    const err = freeName([style.errorName, "err", "error"], namesIn([call]));
    const { base } = positionAt(module, outer.start ?? 0);
    const log = logLine(planning.loggerAt(call), style, `${name} failed`, [`String(${err})`]);
    const typed = style.isTypeScript ? `${err}: unknown` : err;
    suffix = `.catch((${typed}) => {${style.eol}${base}${style.unit}${log}${style.eol}${base}})`;
  }
  return {
    edits: [{ start: call.start ?? 0, end: chain.end ?? 0, text: `retryTransient(() => ${text})${suffix}` }],
    replaced: [chain],
    title: "repeat it only where that can help",
    safety: "review",
    needs: ["retryTransient"],
    also,
  };
}

/** The handler throws what must not be repeated, where that goes the way of the repetition's own failure. */
function gate(detail: RetryDetail, name: string, ask: string, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const { handler, again, loop, thrown } = detail;
  const body = handler.body;
  if (body.type !== "BlockStatement" || !body.body[0]) return null;
  const isKept = thrown !== "nowhere" && thrown !== "express";
  // A loop that counts goes on behind itself once its tries are used up, unless it throws then.
  const breaks = loop !== null && !isUnbounded(loop, module) && !/\bthrow\b/.test(textOf(module, body));
  if (loop ? !isKept && !breaks : !again || !leaves(again, handler, module)) return null;
  const named = errorOf(detail, module, style.errorName);
  const { base, startsLine } = positionAt(module, body.body[0].start ?? 0);
  if (!named || !startsLine) return null;
  const tries =
    loop && isUnbounded(loop, module) ? freeName(["tries", "attempts", "count"], namesIn([loop])) : null;
  const { eol, semicolon, unit } = style;
  const condition = `!${ask}(${named.name})${tries === null ? "" : ` || ++${tries} > 10`}`;
  const log = logLine(planning.loggerAt(body), style, `${name} failed, and is not repeated`, [
    `String(${named.name})`,
  ]);
  const lines = breaks
    ? [`if (${condition}) {`, unit + log, `${unit}break${semicolon}`, "}"]
    : [`if (${condition}) throw ${named.name}${semicolon}`];
  const edits: Edit[] = [
    ...named.edits,
    at(body.body[0].start ?? 0, lines.map((line) => line + eol + base).join("")),
  ];
  if (loop && tries !== null) {
    if (statementInList(loop, module) !== loop) return null;
    const { base: outer } = positionAt(module, loop.start ?? 0);
    edits.push(at(loop.start ?? 0, `let ${tries} = 0${semicolon}${eol}${outer}`));
  }
  return { edits, title: "repeat it only where that can help", safety: "review", needs: [ask] };
}

/** The repetition becomes the branch of an `if`; the rest is logged. */
function onlyThen(detail: RetryDetail, name: string, ask: string, planning: Planning): Proposal | null {
  const { again, handler } = detail;
  const { module, style } = planning;
  const named = errorOf(detail, module, style.errorName);
  if (!again || !named) return null;
  const isBlock = handler.body.type === "BlockStatement";
  const statement = isBlock ? statementInList(again, module) : handler.body;
  if (!statement || (isBlock && parentOf(module, statement) !== handler.body)) return null;
  if (
    isBlock &&
    (statement.type !== "ExpressionStatement" || !positionAt(module, statement.start ?? 0).startsLine)
  )
    return null;
  // What the handler's value is used for, a call that is not repeated could not give.
  if (!isBlock && !/^(window\.|globalThis\.)?setTimeout\(/.test(textOf(module, statement))) return null;
  const text = textOf(module, statement);
  if (text.includes("\n")) return null;
  const { unit, eol, semicolon } = style;
  const log = logLine(planning.loggerAt(again), style, `${name} failed, and is not repeated`, [
    `String(${named.name})`,
  ]);
  const lines = [
    `if (${ask}(${named.name})) {`,
    unit + text + (isBlock ? "" : semicolon),
    "} else {",
    unit + log,
    "}",
  ];
  const { base } = positionAt(module, handler.start ?? 0);
  const edit = isBlock
    ? rewritten(statement, lines, module, style)
    : {
        start: statement.start ?? 0,
        end: statement.end ?? 0,
        text: `{${eol}${lines.map((line) => base + unit + line + eol).join("")}${base}}`,
      };
  return {
    edits: [...named.edits, edit],
    replaced: [statement],
    title: "repeat it only where that can help",
    safety: "review",
    needs: [ask],
  };
}

/** Whether the repetition's own failure leaves the handler: it is awaited or returned there, in no `try` of its own. */
function leaves(again: Node, handler: RetryDetail["handler"], module: SourceModule): boolean {
  const parent = parentOf(module, again);
  if (parent?.type !== "AwaitExpression" && parent?.type !== "ReturnStatement") return false;
  for (let outer = parentOf(module, again); outer && outer !== handler; outer = parentOf(module, outer))
    if (outer.type === "TryStatement" || /Function/.test(outer.type)) return false;
  return true;
}

/** The name of the error in a handler; where it takes none, the edit that gives it one. */
function errorOf(
  { handler, error }: RetryDetail,
  module: SourceModule,
  wanted: string,
): { readonly name: string; readonly edits: readonly Edit[] } | null {
  if (error) return { name: error.name, edits: [] };
  const name = freeName([wanted, "err", "error"], namesIn([handler]));
  if (handler.type === "CatchClause")
    return handler.param ? null : { name, edits: [at(handler.body.start ?? 0, `(${name}) `)] };
  const head = module.text.slice(handler.start ?? 0, handler.body.start ?? 0);
  const found = /\(\s*\)/.exec(head);
  return found && handler.params.length === 0
    ? { name, edits: [at((handler.start ?? 0) + found.index + 1, name)] }
    : null;
}

/** `while (true)`, `for (;;)`. */
function isUnbounded(loop: NonNullable<RetryDetail["loop"]>, module: SourceModule): boolean {
  if (loop.type === "ForStatement" && !loop.test) return true;
  return loop.test ? /^(true|1|!\w+)$/.test(textOf(module, loop.test)) : true;
}

import type * as t from "@babel/types";
import type { FunctionNode, Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import { scopeOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Edit } from "../../model/edit.ts";
import { at, bodySpan, type Handler, type Insertion } from "../insertion.ts";
import { insertWrap } from "../insertTry.ts";
import { beforeComments, gapBefore, positionAt, shiftLines } from "../layout.ts";
import { loggerAt } from "../logger.ts";
import { nextParameter } from "../nextParameter.ts";
import { logLine } from "../realtime/lines.ts";
import type { RewriteOptions } from "../sitePlan.ts";
import { styleOf } from "../style.ts";
import { catches, isFollowed, listOf, tryAround } from "../surroundings.ts";
import { returnsValue, type Refusal } from "./refusal.ts";

/** Puts the lines of a guard before a statement of a handler, with a `try` where nobody would hear of their failure; null where nobody can. */
export function insertGuard(
  before: Node,
  handler: FunctionNode,
  guard: readonly string[],
  refusal: Refusal,
  module: SourceModule,
  options: RewriteOptions,
): Insertion | null {
  const { failure } = refusal;
  const isHeard = failure === "framework" || tryAround(before, module, catches(module)) !== null;
  const range = wrapped(before, handler, module);
  const catching = isHeard ? null : catcher(before, range.last, handler, refusal, module, options);
  if (!isHeard && !catching) return null;
  if (handler.body === before) return insideArrow(before, guard, catching, failure === "framework", module);
  const { eol, unit } = styleOf(module);
  const { base } = positionAt(module, before.start ?? 0);
  const inner = catching ? base + unit : base;
  const text = guard.map((line) => line + eol + inner).join("");
  const insertion = at(before.start ?? 0, text);
  if (!catching) return { edits: [insertion] };
  const wrap = insertWrap({ kind: "wrap", ...range, awaits: [] }, catching.handler, module);
  return {
    edits: [...wrap.edits.slice(0, 1), insertion, ...wrap.edits.slice(1), ...catching.edits],
    ...(wrap.shifted ? { shifted: wrap.shifted } : {}),
  };
}

/** What the `try` takes in: of a function that throws into its framework so far, all; else what follows. */
function wrapped(
  before: Node,
  handler: FunctionNode,
  module: SourceModule,
): { readonly first: t.Statement; readonly last: t.Statement } {
  const list = listOf(before, module) ?? [];
  const body = handler.body.type === "BlockStatement" ? handler.body.body : [];
  const [first] = handler.async ? [before as t.Statement] : body;
  const last = (handler.async ? list : body).at(-1);
  return { first: first ?? (before as t.Statement), last: last ?? (before as t.Statement) };
}

interface Catching {
  readonly handler: Handler;
  readonly edits: readonly Edit[];
}

function catcher(
  before: Node,
  last: Node,
  handler: FunctionNode,
  { failure, response = "res" }: Refusal,
  module: SourceModule,
  options: RewriteOptions,
): Catching | null {
  const style = styleOf(module);
  const { errorName, semicolon, unit } = style;
  if (lookup(scopeOf(module, before), errorName)) return null;
  // The answer is given: nothing that stands behind may run.
  const leave = handler.body !== before && isFollowed(last, module) ? [`return${semicolon}`] : [];
  if (failure === "next") {
    const next = nextParameter(handler, before, module);
    const handOn = `${next?.name ?? ""}(${errorName})${semicolon}`;
    const returns = returnsValue(handler);
    if (!next || (returns && isAnswerAlone(handler, module))) return null;
    return {
      handler: { errorName, lines: returns ? [`return ${handOn}`] : [handOn, ...leave] },
      edits: next.edits,
    };
  }
  const log = logLine(loggerAt(before, module, options.logger), style, "signing failed", [
    `String(${errorName})`,
  ]);
  const lines = [
    log,
    `if (!${response}.headersSent) {`,
    `${unit}${response}.writeHead(500)${semicolon}`,
    "}",
    `${response}.end()${semicolon}`,
    ...leave,
  ];
  return { handler: { errorName, lines }, edits: [] };
}

/** Its declared type has no room for what `next` gives back. */
function isAnswerAlone({ returnType }: FunctionNode, module: SourceModule): boolean {
  return (
    returnType?.type === "TSTypeAnnotation" && !/\b(void|any|unknown)\b/.test(textOf(module, returnType))
  );
}

/** An arrow function's expression body becomes a block that asks first. */
function insideArrow(
  body: Node,
  guard: readonly string[],
  catching: Catching | null,
  returns: boolean,
  module: SourceModule,
): Insertion {
  const { eol, unit, semicolon } = styleOf(module);
  const [start, end] = bodySpan(body, module);
  const gap = gapBefore(module, start);
  const own = positionAt(module, start);
  const head = beforeComments(module, gap);
  const base = positionAt(module, own.startsLine ? head : start).base;
  const inner = base + unit + (catching ? unit : "");
  const by =
    own.startsLine && own.base.startsWith(base) ? inner.slice(own.base.length) : inner.slice(base.length);
  const opening = [
    `{`,
    ...(catching ? [`${base}${unit}try {`] : []),
    ...guard.map((line) => inner + line),
    inner,
  ].join(eol);
  const closing = catching
    ? [
        `${base}${unit}} catch (${catching.handler.errorName}) {`,
        ...catching.handler.lines.map((line) => base + unit + unit + line),
        `${base}${unit}}`,
      ]
    : [];
  return {
    edits: [
      ...(head === gap ? [] : [at(head, " {")]),
      { start: gap, end: start, text: `${head === gap ? " " : ""}${opening}${returns ? "return " : ""}` },
      ...shiftLines(module, start, end, by),
      at(end, [semicolon, ...closing, `${base}}`].join(eol)),
      ...(catching?.edits ?? []),
    ],
    shifted: { start, end, by },
  };
}

import type * as t from "@babel/types";
import {
  answeringFunction,
  answersBehind,
  type AnswerStyle,
} from "../../../detect/realtime/seuraa/answers.ts";
import type { Site } from "../../../detect/site.ts";
import { isCall, isMember, memberName, type Node } from "../../../syntax/node.ts";
import { functionAround, parentOf, textOf, type SourceModule } from "../../../syntax/sourceModule.ts";
import { at } from "../../insertion.ts";
import { afterTrailingComment, positionAt } from "../../layout.ts";
import { freeName } from "../../pipes/pipeNames.ts";
import type { Style } from "../../style.ts";
import { logLine, rewritten, statementInList } from "../lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "../planning.ts";
import { namesAround } from "./publishText.ts";

const TEXT = "the token could not be revoked";

/** What the planner of a revocation whose failure is only logged needs. */
export interface GoingOn {
  readonly handler: t.CatchClause;
}

/** N6: the handler that only logs answers that the revocation failed. */
export const answerFailure: SitePlanner = (site, planning) => {
  const { handler } = detailOf<GoingOn>(site);
  const { module, style } = planning;
  const last = handler.body.body.at(-1);
  const answering = answeringFunction(handler, module);
  if (!last || !answering || !positionAt(module, last.start ?? 0).startsLine) return null;
  const { base } = positionAt(module, last.start ?? 0);
  const lines = answerLines(answering.style, style);
  const end = afterTrailingComment(module, last.end ?? 0);
  return {
    edits: [at(end, lines.map((line) => style.eol + base + line).join(""))],
    title: "answer that it failed",
    safety: "review",
  };
};

/** N6: a revocation that is swallowed, or floats, in a handler of requests that answers with success; null elsewhere. */
export function answerSwallowed(site: Site, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const answering =
    site.name === "edge.auth.revoke" && site.via === "direct" ? answeringFunction(site.call, module) : null;
  if (!answering || style.isEs5 || site.fate.module !== module) return null;
  const { fn } = answering;
  if (!answersBehind(site.call, fn, module)) return null;
  const { handler } = site.fate;
  if (site.fate.here === "silent" && handler?.type === "CatchClause")
    return functionAround(module, handler) === fn && handler.body.body.length === 0
      ? filled(site, handler, answering.style, planning)
      : null;
  if (!fn.async || fn.generator) return null;
  const statement = floatingStatement(site.call, module);
  if (!statement || functionAround(module, statement) !== fn) return null;
  const call = textOf(module, site.call);
  if (call.includes("\n") || statementInList(statement, module) !== statement) return null;
  const name = freeName([style.errorName, "err", "error"], namesAround(site.call, module));
  const body = [failureLog(site, name, planning), ...answerLines(answering.style, style)];
  const lines = [
    "try {",
    `${style.unit}await ${call}${style.semicolon}`,
    `} catch (${name}) {`,
    ...body.map((line) => style.unit + line),
    "}",
  ];
  return {
    edits: [rewritten(statement, lines, module, style)],
    replaced: [statement],
    title: "wait for it, and answer that it failed",
    needs: ["edgeHttpStatus"],
    safety: "review",
  };
}

function filled(
  site: Site,
  handler: t.CatchClause,
  answer: AnswerStyle,
  planning: Planning,
): Proposal | null {
  const { module, style } = planning;
  const { body, param } = handler;
  if (param && param.type !== "Identifier") return null;
  const inside = module.text.slice((body.start ?? 0) + 1, (body.end ?? 0) - 1);
  if (inside.trim() !== "") return null;
  const name = param?.name ?? freeName([style.errorName, "err", "error"], namesAround(handler, module));
  const { base } = positionAt(module, handler.start ?? 0);
  const lines = [failureLog(site, name, planning), ...answerLines(answer, style)];
  const text = lines.map((line) => style.eol + base + style.unit + line).join("");
  return {
    edits: [
      ...(param ? [] : [at(body.start ?? 0, `(${name}) `)]),
      { start: (body.start ?? 0) + 1, end: (body.end ?? 0) - 1, text: text + style.eol + base },
    ],
    title: "log, and answer that it failed",
    needs: ["edgeHttpStatus"],
    safety: "review",
  };
}

function failureLog(site: Site, name: string, { style, loggerAt }: Planning): string {
  const value = `edgeHttpStatus(${name}) ?? String(${name})`;
  return logLine(loggerAt(site.call), style, "edge.auth.revoke failed, the token still works", [value]);
}

/** `edge.auth.revoke(…);`, also `void`, and with a `.catch` that does nothing. */
function floatingStatement(call: Node, module: SourceModule): Node | null {
  let node: Node = call;
  for (let parent = parentOf(module, node); parent; parent = parentOf(module, node)) {
    if (parent.type === "ExpressionStatement") return parent;
    if (parent.type === "UnaryExpression" && parent.operator === "void") node = parent;
    else if (isMember(parent) && memberName(parent) === "catch") node = parent;
    else if (
      isCall(parent) &&
      parent.callee === node &&
      parent.arguments.every((one) => isNothing(one as Node))
    )
      node = parent;
    else return null;
  }
  return null;
}

/** `() => {}`, `() => undefined`, `() => null`. */
function isNothing(handler: Node): boolean {
  if (handler.type !== "ArrowFunctionExpression" && handler.type !== "FunctionExpression") return false;
  const { body } = handler;
  if (body.type === "BlockStatement")
    return body.body.length === 0 && (body.innerComments ?? []).length === 0;
  return body.type === "NullLiteral" || (body.type === "Identifier" && body.name === "undefined");
}

function answerLines({ kind, name }: AnswerStyle, { quote, semicolon }: Style): readonly string[] {
  const body = `{ error: ${quote}${TEXT}${quote} }`;
  switch (kind) {
    case "express":
      return [`${name}.status(503).json(${body})${semicolon}`, `return${semicolon}`];
    case "fastify":
      return [`return reply.code(503).send(${body})${semicolon}`];
    case "hono":
      return [`return ${name}.json(${body}, 503)${semicolon}`];
    default:
      return [`return ${name}.json(${body}, { status: 503 })${semicolon}`];
  }
}

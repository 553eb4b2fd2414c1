import type { FanOutDetail } from "../../../detect/realtime/seuraa/backend.ts";
import { encloses, isCall, type Node } from "../../../syntax/node.ts";
import { parentOf, walk } from "../../../syntax/sourceModule.ts";
import { freeName } from "../../pipes/pipeNames.ts";
import { logLine, statementInList, linesAfter } from "../lines.ts";
import { detailOf, type SitePlanner } from "../planning.ts";
import { eventName, namesAround } from "./publishText.ts";

/** N7: all are tried, and what failed is reported at the end. */
export const settleAll: SitePlanner = (site, planning) => {
  const { all } = detailOf<FanOutDetail>(site);
  const { module, style, calls } = planning;
  const waiting = parentOf(module, all);
  const statement = waiting && parentOf(module, waiting);
  if (style.isEs5 || waiting?.type !== "AwaitExpression" || statement?.type !== "ExpressionStatement")
    return "what `Promise.all` gives is used: decide what is missing where some failed, and use `Promise.allSettled`";
  if (statementInList(statement, module) !== statement) return null;
  const own = calls.filter(({ call }) => encloses(all, call));
  const kinds = new Set(own.map(({ fate }) => fate.boundary?.kind ?? "none"));
  if (kinds.has("express") || own.some(({ module: other }) => other !== module))
    return "the handler has to answer for what failed: use `Promise.allSettled`, and decide what it says";
  const taken = namesAround(all, module);
  const results = freeName(["results", "deliveries"], taken);
  const failures = freeName(["failures", "undelivered"], taken);
  const end = style.semicolon;
  const what = eventOfAll(all);
  const report =
    kinds.has("lost") && own.length > 0
      ? logLine(planning.loggerAt(all), style, `${what} was not delivered to all`, [
          `${failures}.join(${style.quote}, ${style.quote})`,
        ])
      : `throw new Error(\`${what} was not delivered to \${${failures}.length} of \${${results}.length}: \${${failures}.join(${style.quote}, ${style.quote})}\`)${end}`;
  const lines = [
    `const ${failures} = edgeFailures(${results})${end}`,
    `if (${failures}.length > 0) {`,
    style.unit + report,
    "}",
  ];
  const list = module.text.slice(all.callee.end ?? 0, all.end ?? 0);
  const settled = `const ${results} = await Promise.allSettled${list}${end}`;
  return {
    edits: [
      { start: statement.start ?? 0, end: statement.end ?? 0, text: settled },
      linesAfter(statement, lines, module, style),
    ],
    replaced: [statement],
    title: "settle all, and report what failed",
    needs: ["edgeFailures"],
    also: own,
  };
};

/** The name of the event that is published to all. */
function eventOfAll(all: Node): string {
  let name = "the event";
  walk(all, (node) => {
    const text = isCall(node) ? eventName(node.arguments[1] as Node | undefined) : null;
    if (text !== null) name = text;
  });
  return name;
}

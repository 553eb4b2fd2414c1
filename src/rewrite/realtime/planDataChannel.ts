import { isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { functionAround, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { positionAt } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { logLine, rewritten } from "./lines.ts";
import type { SitePlanner } from "./planning.ts";

/** S18: each send of a loop is awaited, and the loop ends where one fails. */
export const awaitInLoop: SitePlanner = (site, planning) => {
  const { call } = site;
  const { module, style } = planning;
  const fn = functionAround(module, call);
  const form = statementOf(call, module);
  // A function that becomes async ends at another time for its callers.
  if (!fn?.async || !form || !leavesLoop(form.statement, fn, module)) return null;
  const text = textOf(module, call);
  const { unit, semicolon } = style;
  const caught = freeName([style.errorName, "err", "error"], namesIn([form.statement]));
  const told =
    form.handler === null
      ? logLine(planning.loggerAt(call), style, "dataChannel.send failed, the rest is not sent", [
          `String(${caught})`,
        ])
      : `${form.handler}(${caught})${semicolon}`;
  const lines = [
    "try {",
    `${unit}await ${text}${semicolon}`,
    `} catch (${caught}) {`,
    unit + told,
    `${unit}break${semicolon}`,
    "}",
  ];
  const isBare = parentOf(module, form.statement)?.type !== "BlockStatement";
  if (isBare && positionAt(module, form.statement.start ?? 0).startsLine) return null;
  const block = isBare ? ["{", ...lines.map((line) => unit + line), "}"] : lines;
  const also = planning.calls.filter((other) => other.call === call);
  return {
    edits: [rewritten(form.statement, block, module, style)],
    replaced: [form.statement],
    title: "await each send, and stop at the first that fails",
    safety: "review",
    also,
  };
};

/** The statement that a send is, with the name of the handler that its `.catch` has; null where it is more than that. */
function statementOf(
  call: Node,
  module: SourceModule,
): { readonly statement: Node; readonly handler: string | null } | null {
  let node = call;
  let handler: string | null = null;
  const member = parentOf(module, node);
  if (isMember(member) && memberName(member) === "catch") {
    const outer = parentOf(module, member);
    const [given] = isCall(outer) ? outer.arguments : [];
    const inner = given ? unwrap(given as Node) : null;
    if (!outer || !inner || !/^(Identifier|MemberExpression)$/.test(inner.type)) return null;
    handler = textOf(module, inner);
    node = outer;
  }
  const parent = parentOf(module, node);
  if (parent?.type === "UnaryExpression" && parent.operator === "void") node = parent;
  const statement = parentOf(module, node);
  return statement?.type === "ExpressionStatement" && !textOf(module, statement).includes("\n")
    ? { statement, handler }
    : null;
}

/** Whether `break` in a statement's place ends the loop around it, and nothing else. */
function leavesLoop(statement: Node, fn: Node, module: SourceModule): boolean {
  for (let at = parentOf(module, statement); at && at !== fn; at = parentOf(module, at)) {
    if (/^(For|ForOf|ForIn|While|DoWhile)Statement$/.test(at.type)) return true;
    if (!/^(BlockStatement|IfStatement)$/.test(at.type)) return false;
  }
  return false;
}

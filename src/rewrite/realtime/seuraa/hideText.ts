import type { ShownText } from "../../../detect/realtime/seuraa/backend.ts";
import { isCall, isFunction, isMember, isTypeWrapper, memberName, type Node } from "../../../syntax/node.ts";
import { bindingOf, parentOf, textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import { at } from "../../insertion.ts";
import { positionAt } from "../../layout.ts";
import { statementOf } from "../../surroundings.ts";
import { logLine, statementInList } from "../lines.ts";
import { detailOf, type SitePlanner } from "../planning.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "edge.channels.publish": "the event could not be published",
  "edge.channels.presence": "presence is not available",
  "edge.auth.revoke": "the token could not be revoked",
};

/** N5: the user gets a fixed text, the log what the error says. */
export const hideText: SitePlanner = (site, planning) => {
  const { member, handler, error } = detailOf<ShownText>(site);
  const { module, style } = planning;
  const shown = shownNode(member, module);
  if (!shown) return null;
  const statement = statementOf(member, module);
  const text = shown.text === "" ? (TEXTS[site.name] ?? "the service is not available") : shown.text;
  const edit = {
    start: shown.node.start ?? 0,
    end: shown.node.end ?? 0,
    text: style.quote + text.replaceAll(style.quote, `\\${style.quote}`) + style.quote,
  };
  const base = { replaced: [shown.node], title: "answer with a fixed text" };
  if (logs(handler, error, module)) return { ...base, edits: [edit] };
  if (!statement || style.isEs5) return null;
  const value = `edgeHttpStatus(${error.name}) ?? String(${error.name})`;
  const log = logLine(planning.loggerAt(member), style, `${site.name} failed`, [value]);
  const indentation = positionAt(module, statement.start ?? 0).base;
  const inner = indentation + style.unit;
  // The only statement of an `if` gets a block around it.
  const isInList = statementInList(statement, module) === statement;
  const before = isInList
    ? [at(statement.start ?? 0, log + style.eol + indentation)]
    : [
        at(statement.start ?? 0, `{${style.eol}${inner}${log}${style.eol}${inner}`),
        at(statement.end ?? 0, `${style.eol}${indentation}}`),
      ];
  return {
    ...base,
    edits: [...before, edit],
    needs: ["edgeHttpStatus"],
  };
};

/** What holds the text as a whole, and what of it is the program's own: `Failed: ${err.message}` gives "Failed". */
function shownNode(
  member: Node,
  module: SourceModule,
): { readonly node: Node; readonly text: string } | null {
  let node = member;
  let text = "";
  for (let parent = parentOf(module, node); parent; node = parent, parent = parentOf(module, node)) {
    if (isTypeWrapper(parent) || parent.type === "LogicalExpression") continue;
    // `err instanceof Error ? err.message : "unknown"`: the text for what is no error serves for all.
    if (parent.type === "ConditionalExpression" && parent.test !== node) {
      const other = parent.consequent === node ? parent.alternate : parent.consequent;
      if (other.type === "StringLiteral") text = other.value;
      continue;
    }
    if (parent.type === "TemplateLiteral") {
      if (parent.expressions.length !== 1) return null;
      text = parent.quasis.map((quasi) => quasi.value.cooked ?? "").join("");
      continue;
    }
    if (parent.type === "BinaryExpression" && parent.operator === "+") {
      const other = parent.left === node ? parent.right : parent.left;
      if (other.type !== "StringLiteral") return null;
      text = other.value;
      continue;
    }
    return { node, text: text.replace(/[\s:,–-]+$/, "").trim() };
  }
  return null;
}

/** The handler logs the error already. */
function logs(handler: Node, error: ShownText["error"], module: SourceModule): boolean {
  let found = false;
  walk(handler, (node) => {
    if (!isCall(node) || !isMember(node.callee) || isFunction(node)) return;
    const callee = textOf(module, node.callee);
    if (
      !/(^|\.)(console|log|logger|Sentry)\./i.test(callee) &&
      memberName(node.callee) !== "captureException"
    )
      return;
    for (const argument of node.arguments)
      walk(argument as Node, (inner) => {
        if (inner.type === "Identifier" && bindingOf(module, inner) === error) found = true;
      });
  });
  return found;
}

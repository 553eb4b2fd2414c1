import type * as t from "@babel/types";
import type { PublishDetail } from "../../../detect/realtime/seuraa/publishes.ts";
import type { Node } from "../../../syntax/node.ts";
import { bindingOf, parentOf, placeOf, textOf } from "../../../syntax/sourceModule.ts";
import { at, bodySpan } from "../../insertion.ts";
import { positionAt } from "../../layout.ts";
import { freeName } from "../../pipes/pipeNames.ts";
import { linesAfter, logLine, rewritten, statementInList } from "../lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "../planning.ts";
import { eventOf, guarded, namesAround, notSent } from "./publishText.ts";

const TITLE = "look at `sent`";

/** B1: what `publish` says is looked at. */
export const lookAtSent: SitePlanner = (site, planning) => {
  const { call } = detailOf<PublishDetail>(site);
  // The rewrite of the repeat takes it along.
  if (planning.sites.some((other) => other.call === call && other.rule === "blind-repeat")) return null;
  return lookAt(call, call, planning);
};

/** `whole` is the call, or the `await` or `void` around it, which goes. */
export function lookAt(call: PublishDetail["call"], whole: Node, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const parent = parentOf(module, whole);
  if (parent?.type === "UnaryExpression" && parent.operator === "void") return lookAt(call, parent, planning);
  if (parent?.type === "ExpressionStatement") return inStatement(call, parent, planning);
  if (parent?.type === "VariableDeclarator") return behindDeclaration(call, whole, parent, planning);
  if (parent?.type !== "ArrowFunctionExpression" || placeOf(module, whole)?.key !== "body") return null;
  const { base } = positionAt(module, parent.start ?? 0);
  const inner = base + style.unit;
  const lines = checkLines(call, inner, planning).map((line) => inner + line);
  const [start, end] = bodySpan(parent.body, module);
  return {
    edits: [{ start, end, text: ["{", ...lines, `${base}}`].join(style.eol) }],
    replaced: [parent],
    title: TITLE,
  };
}

/** The check as lines: with a variable for what `publish` gives where the call takes several lines. */
function checkLines(
  call: PublishDetail["call"],
  indentation: string,
  { module, style, loggerAt }: Planning,
): readonly string[] {
  const log = logLine(loggerAt(call), style, `${eventOf(call)} was not sent, the socket is away`, []);
  const test = notSent(call, module);
  if (!test.includes("\n")) return guarded(test, log, indentation, style);
  const name = freeName(["published", "publishResult"], namesAround(call, module));
  const sent = call.type === "OptionalCallExpression" ? `${name}?.sent === false` : `!${name}.sent`;
  const keyword = style.isEs5 ? "var" : "const";
  return [
    `${keyword} ${name} = ${textOf(module, call)}${style.semicolon}`,
    ...guarded(sent, log, indentation, style),
  ];
}

function inStatement(
  call: PublishDetail["call"],
  statement: t.ExpressionStatement,
  planning: Planning,
): Proposal | null {
  const { module, style } = planning;
  const { base } = positionAt(module, statement.start ?? 0);
  if (statementInList(statement, module) === statement)
    return {
      edits: [rewritten(statement, checkLines(call, base, planning), module, style)],
      replaced: [statement],
      title: TITLE,
    };
  // The only statement of an `if` or a loop gets a block around it.
  const owner = parentOf(module, statement);
  if (!owner || !/^(If|For|ForOf|ForIn|While)Statement$/.test(owner.type)) return null;
  if (textOf(module, statement).includes("\n")) return null;
  const outer = positionAt(module, owner.start ?? 0).base;
  const inner = outer + style.unit;
  const lines = checkLines(call, inner, planning).map((line) => inner + line);
  const start = module.text.slice(0, statement.start ?? 0).trimEnd().length;
  const next = owner.type === "IfStatement" && owner.consequent === statement ? owner.alternate : null;
  const gap = next ? module.text.slice(statement.end ?? 0, next.start ?? 0) : "";
  // A comment in between would have to move along.
  if (next && gap.trim() !== "else") return null;
  const end = (statement.end ?? 0) + (next ? gap.indexOf("else") : 0);
  return {
    edits: [{ start, end, text: [" {", ...lines, `${outer}}`].join(style.eol) + (next ? " " : "") }],
    replaced: [statement],
    title: TITLE,
  };
}

/** `const { clientEventId } = channel.publish(…)`: `sent` is taken, too, and looked at. */
function behindDeclaration(
  call: PublishDetail["call"],
  whole: Node,
  declarator: t.VariableDeclarator,
  planning: Planning,
): Proposal | null {
  const { module, style } = planning;
  const declaration = parentOf(module, declarator);
  if (declaration?.type !== "VariableDeclaration" || declaration.declarations.length !== 1) return null;
  if (statementInList(declaration, module) !== declaration) return null;
  const { id } = declarator;
  const gone = whole === call ? [] : [{ start: whole.start ?? 0, end: call.start ?? 0, text: "" }];
  const log = logLine(
    planning.loggerAt(call),
    style,
    `${eventOf(call)} was not sent, the socket is away`,
    [],
  );
  const { base } = positionAt(module, declaration.start ?? 0);
  const optional = call.type === "OptionalCallExpression";
  if (id.type === "Identifier") {
    const isRead = bindingOf(module, id)?.references.some((one) =>
      /^\.sent\b/.test(module.text.slice(one.end ?? 0)),
    );
    const test = optional ? `${id.name}?.sent === false` : `!${id.name}.sent`;
    const lines = isRead ? [] : guarded(test, log, base, style);
    return {
      edits: [...gone, ...(lines.length > 0 ? [linesAfter(declaration, lines, module, style)] : [])],
      ...(gone.length > 0 ? { replaced: [whole] } : {}),
      title: TITLE,
    };
  }
  if (id.type !== "ObjectPattern" || optional) return null;
  const takes = id.properties.some(
    (one) => one.type === "ObjectProperty" && one.key.type === "Identifier" && one.key.name === "sent",
  );
  if (!takes && namesAround(call, module).has("sent")) return null;
  const [first] = id.properties;
  return {
    edits: [
      ...gone,
      ...(takes || !first
        ? []
        : [
            at(first.start ?? 0, "sent, "),
            linesAfter(declaration, guarded("!sent", log, base, style), module, style),
          ]),
    ],
    replaced: [declarator],
    title: TITLE,
  };
}

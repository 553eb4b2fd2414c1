import type * as t from "@babel/types";
import type { PublishDetail } from "../../../detect/realtime/seuraa/publishes.ts";
import type { Edit } from "../../../model/edit.ts";
import { isFunction, type Node } from "../../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import { columns, positionAt } from "../../layout.ts";
import { isFollowed, listOf } from "../../surroundings.ts";
import { logLine, statementInList } from "../lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "../planning.ts";
import { asHelperCall, eventOf, helperCallText, namesAround } from "./publishText.ts";

const NO_PLACE =
  "what follows needs the answer at once, and the function is not async; wait for `publish.accepted` with the same `clientEventId`";

/** B4: success is what the server confirmed, not what left. */
export const waitForConfirmation: SitePlanner = (site, planning) => {
  const { call, guard } = detailOf<PublishDetail>(site);
  const { module, style } = planning;
  if (style.isEs5 || !asHelperCall(call, "x")) return null;
  const fn = functionAround(module, call);
  const isAsync = fn?.async === true && !fn.generator;
  const owner = parentOf(module, call);
  const declaration = owner && parentOf(module, owner);
  if (isAsync)
    return owner?.type === "VariableDeclarator" && declaration?.type === "VariableDeclaration"
      ? ofVariable(call, owner, declaration, planning)
      : inPlace(call, owner, planning);
  if (!guard || guard.test.type === "UnaryExpression") return NO_PLACE;
  const from =
    owner?.type === "VariableDeclarator" && declaration?.type === "VariableDeclaration"
      ? declarationBefore(guard, owner, declaration, module)
      : guard.test === owner
        ? guard
        : null;
  return from && isLast(guard, module) ? thenElse(call, guard, from, planning) : NO_PLACE;
};

/** `if (channel.publish(…).sent)` in an async function. */
function inPlace(call: PublishDetail["call"], sent: Node | undefined, { module }: Planning): Proposal | null {
  const text = helperCallText(call, "publishAccepted", module);
  if (text === null || !sent) return null;
  const parent = parentOf(module, sent);
  const isWhole = parent?.type === "IfStatement" || parent?.type === "ConditionalExpression";
  const waiting = isWhole ? `await ${text}` : `(await ${text})`;
  return accepted([{ start: sent.start ?? 0, end: sent.end ?? 0, text: waiting }], [sent]);
}

/** `const { sent } = channel.publish(…)` or `const result = …`, of which `sent` alone is read, in an async function. */
function ofVariable(
  call: PublishDetail["call"],
  declarator: t.VariableDeclarator,
  declaration: t.VariableDeclaration,
  { module }: Planning,
): Proposal | string | null {
  const text = helperCallText(call, "publishAccepted", module);
  if (text === null || declaration.declarations.length !== 1) return null;
  const { id } = declarator;
  const edits: Edit[] = [{ start: call.start ?? 0, end: call.end ?? 0, text: `await ${text}` }];
  if (id.type === "ObjectPattern") {
    const [only, ...more] = id.properties;
    if (only?.type !== "ObjectProperty" || only.value.type !== "Identifier" || more.length > 0)
      return "the `clientEventId` is used, too: keep it, and wait for its `publish.accepted`";
    edits.push({ start: id.start ?? 0, end: id.end ?? 0, text: only.value.name });
    return accepted(edits, [declarator]);
  }
  const references = bindingOf(module, id)?.references ?? [];
  const members = references
    .map((one) => parentOf(module, one))
    .filter((one): one is Node => one?.type === "MemberExpression" && textOf(module, one).endsWith(".sent"));
  if (
    id.type !== "Identifier" ||
    members.length !== references.length ||
    namesAround(call, module).has("accepted")
  )
    return "more than `sent` is read of what `publish` gives; keep the `clientEventId`, and wait for its `publish.accepted`";
  edits.push({ start: id.start ?? 0, end: id.end ?? 0, text: "accepted" });
  for (const { start, end } of members) edits.push({ start: start ?? 0, end: end ?? 0, text: "accepted" });
  return accepted(edits, [declarator, ...members]);
}

function accepted(edits: readonly Edit[], replaced: readonly Node[]): Proposal {
  return { edits, replaced, title: "wait for the server's confirmation", needs: ["publishAccepted"] };
}

/** The declaration that stands right before its `if`, and is read nowhere else. */
function declarationBefore(
  guard: t.IfStatement,
  declarator: t.VariableDeclarator,
  declaration: t.VariableDeclaration,
  module: SourceModule,
): Node | null {
  const list = listOf(guard, module) ?? [];
  if (list[list.indexOf(guard) - 1] !== declaration || declaration.declarations.length !== 1) return null;
  const { id } = declarator;
  const [only, ...more] = id.type === "ObjectPattern" ? id.properties : [];
  const name = id.type === "Identifier" ? id : only?.type === "ObjectProperty" ? only.value : null;
  if (!name || more.length > 0) return null;
  return bindingOf(module, name)?.references.length === 1 ? declaration : null;
}

/** Nothing of the function runs after it, and nothing in it leaves the function. */
function isLast(guard: t.IfStatement, module: SourceModule): boolean {
  let leaves = false;
  walk(
    guard,
    (node) => {
      if (/^(Return|Break|Continue)Statement$|^(Await|Yield)Expression$/.test(node.type)) leaves = true;
    },
    isFunction,
  );
  return !leaves && statementInList(guard, module) === guard && !isFollowed(guard, module);
}

/** `publishConfirmed(…).then(() => { … }, (err) => { … });` around the branches as they are. */
function thenElse(
  call: PublishDetail["call"],
  guard: t.IfStatement,
  from: Node,
  planning: Planning,
): Proposal | string | null {
  const { module, style } = planning;
  const { consequent, alternate } = guard;
  const text = helperCallText(call, "publishConfirmed", module);
  if (text === null || alternate?.type === "IfStatement") return text === null ? null : NO_PLACE;
  const log = logLine(planning.loggerAt(call), style, `${eventOf(call)} was not confirmed`, ["err.message"]);
  const branch = (statement: t.Statement) => textOf(module, statement).replace(/;$/, "");
  if (!isPlain(consequent) || (alternate && !isPlain(alternate))) return NO_PLACE;
  const failing = alternate ? `() => ${branch(alternate)}` : `(err) => ${log.replace(/;$/, "")}`;
  return {
    edits: [
      {
        start: from.start ?? 0,
        end: guard.end ?? 0,
        text: `${text}.then(${listed([`() => ${branch(consequent)}`, failing], text, from, planning)})${style.semicolon}`,
      },
    ],
    replaced: from === guard ? [guard] : [from, guard],
    title: "wait for the server's confirmation",
    needs: ["publishConfirmed"],
  };
}

/** Two handlers, on lines of their own where they do not fit on one. */
function listed(handlers: readonly string[], call: string, from: Node, { module, style }: Planning): string {
  const line = handlers.join(", ");
  const { base } = positionAt(module, from.start ?? 0);
  const isShort = columns(`${base}${call}.then(${line});`) <= Math.min(style.width, 120);
  if (isShort || line.includes("\n")) return line;
  const inner = style.eol + base + style.unit;
  return `${inner}${handlers.join(`,${inner}`)},${style.eol}${base}`;
}

function isPlain({ type }: t.Statement): boolean {
  return type === "ExpressionStatement" || type === "BlockStatement";
}

import type * as t from "@babel/types";
import { leadsTo } from "../../../resolve/sockets.ts";
import { isMember, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import type { Binding } from "../../../syntax/scope.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { siteOf, type Remark } from "../observe.ts";

const CONTRACT = "metered-realtime";
const HOST = "rms.metered.ca";

/** What the planner of T1 needs: the statement that holds the answer, and its name. */
export interface RestDetail {
  readonly statement: t.Statement | null;
  readonly answer: Binding | null;
}

/** Patterns T1 and T2: `fetch` to the control plane. */
export function restCalls({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  const found: Remark[] = [];
  walk(module.ast.program, (node) => {
    if (node.type !== "CallExpression" || !isFetch(node.callee, module)) return;
    const [url] = node.arguments as readonly (Node | undefined)[];
    if (!url || !tracer.textsOf(url, module).some((text) => leadsTo(text, HOST))) return;
    const base = { contract: CONTRACT, name: "fetch", module };
    const detail = answerOf(node, module);
    if (!isChecked(node, detail, module))
      found.push({
        ...base,
        rule: "unchecked-rest-status",
        node,
        isCall: true,
        message:
          "`fetch` resolves for a refusal too, and nobody looks at the status: what is missing shows up far from here.",
        advice: "the answer is held by no variable; check `ok` before its body is read",
        detail,
      });
    const text = unwrap(url);
    if (text.type === "TemplateLiteral")
      for (const part of bareParts(text, module))
        found.push({
          ...base,
          rule: "unencoded-path-part",
          node: part,
          message: `\`${textOf(module, part)}\` stands in the path as it is: a "/" in it leads to another address.`,
          advice: "encode it with `encodeURIComponent`",
          detail: { part, template: text },
        });
  });
  return found.map(siteOf);
}

function isFetch(callee: Node, module: SourceModule): boolean {
  if (callee.type === "Identifier") return callee.name === "fetch" && !bindingOf(module, callee);
  return isMember(callee) && /^(globalThis|window|self)\.fetch$/.test(textOf(module, callee));
}

function answerOf(call: Node, module: SourceModule): RestDetail {
  const nothing = { statement: null, answer: null };
  const waits = parentOf(module, call);
  if (waits?.type !== "AwaitExpression") return nothing;
  const declarator = parentOf(module, waits);
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return nothing;
  const declaration = parentOf(module, declarator);
  if (declaration?.type !== "VariableDeclaration" || declaration.declarations.length !== 1) return nothing;
  const list = parentOf(module, declaration);
  return {
    statement: list && /^(BlockStatement|Program)$/.test(list.type) ? declaration : null,
    answer: bindingOf(module, declarator.id),
  };
}

/** Whether somebody looks at the status, or the answer goes to code that may. */
function isChecked(call: Node, { answer }: RestDetail, module: SourceModule): boolean {
  if (answer)
    return answer.references.some((reference) => {
      const place = placeOf(module, reference);
      if (!place) return false;
      if (isMember(place.parent) && place.key === "object")
        return /^(ok|status|statusText)$/.test(memberName(place.parent) ?? "");
      return place.key === "arguments" || place.parent.type === "ReturnStatement";
    });
  const fn = functionAround(module, call);
  const around = fn ? textOf(module, fn) : module.text;
  const parent = parentOf(module, call);
  const isHandedOn =
    parent?.type === "ReturnStatement" ||
    parent === fn ||
    (parent?.type === "AwaitExpression" && parentOf(module, parent)?.type === "ReturnStatement") ||
    placeOf(module, call)?.key === "arguments" ||
    parent?.type === "AssignmentExpression" ||
    (parent?.type === "AwaitExpression" && parentOf(module, parent)?.type === "AssignmentExpression");
  return isHandedOn || /\.(ok|status)\b/.test(around);
}

/** Expressions behind `/channels/` or `/peers/` that are not encoded. */
function bareParts(template: t.TemplateLiteral, module: SourceModule): readonly Node[] {
  return template.expressions.filter((expression, index) => {
    const before = template.quasis[index]?.value.raw ?? "";
    return (
      /\/(channels|peers)\/$/.test(before) && !textOf(module, expression as Node).startsWith("encodeURI")
    );
  }) as readonly Node[];
}

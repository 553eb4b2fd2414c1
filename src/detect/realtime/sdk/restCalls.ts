import type * as t from "@babel/types";
import { leadsTo } from "../../../resolve/sockets.ts";
import { isMember, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import type { Evaluator } from "../../../resolve/evaluator.ts";
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
import { fetchForm, type FetchForm } from "./fetchForm.ts";

const CONTRACT = "metered-realtime";
const HOST = "rms.metered.ca";

/** Patterns T1 and T2: `fetch` to the control plane. */
export function restCalls({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  const found: Remark[] = [];
  walk(module.ast.program, (node) => {
    if (node.type !== "CallExpression" || !isFetch(tracer, node.callee, module)) return;
    const [url] = node.arguments as readonly (Node | undefined)[];
    if (!url || !tracer.textsOf(url, module).some((text) => leadsTo(text, HOST))) return;
    const base = { contract: CONTRACT, name: "fetch", module };
    const detail = fetchForm(node, module);
    if (!isChecked(tracer, node, detail, module))
      found.push({
        ...base,
        rule: "unchecked-rest-status",
        node,
        isCall: true,
        message:
          "`fetch` resolves for a refusal too, and nobody looks at the status: what is missing shows up far from here.",
        advice: "the answer is held by no variable of its own; check `ok` before its body is read",
        detail,
      });
    found.push(
      ...zerosTaken(node, tracer.textsOf(url, module), module).map((remark) => ({ ...base, ...remark })),
    );
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

/** `closed: 0` of a kick is success: the peer had no connection. */
function zerosTaken(
  call: t.CallExpression,
  urls: readonly string[],
  module: SourceModule,
): readonly Pick<Remark, "rule" | "node" | "message" | "advice">[] {
  const isKick = urls.some((text) => text.includes("/peers/"));
  const fn = functionAround(module, call);
  const [, options] = call.arguments as readonly (Node | undefined)[];
  if (!isKick || !options || !/["']DELETE["']/i.test(textOf(module, options))) return [];
  const found: Node[] = [];
  walk(fn?.body ?? module.ast.program, (node) => {
    if (node.type !== "IfStatement") return;
    const isZero = /^!\s*[\w$.?]*\bclosed$|\bclosed\s*(={2,3}\s*0|<\s*1|<=\s*0)$/.test(
      textOf(module, node.test),
    );
    if (isZero && /\bthrow\b|\breject\(|\breturn false\b/.test(textOf(module, node.consequent)))
      found.push(node.test);
  });
  return found.map((node) => ({
    rule: "closed-zero-taken-for-failure",
    node,
    message:
      "`closed: 0` says that the peer had no connection: the kick succeeded, and counts as failed here.",
    advice: "take every answer with `ok` for success; `closed` only counts the connections that were ended",
  }));
}

/** Packages whose function is the platform's `fetch`: it resolves for a refusal, too. */
const FETCH_PACKAGES = new Set([
  "undici",
  "node-fetch",
  "cross-fetch",
  "node-fetch-native",
  "isomorphic-fetch",
]);

function isFetch(tracer: Evaluator, callee: Node, module: SourceModule): boolean {
  if (callee.type === "Identifier" && callee.name === "fetch" && !bindingOf(module, callee)) return true;
  const isImported = tracer
    .evaluate(callee, module)
    .some(
      (value) =>
        value.kind === "external" &&
        FETCH_PACKAGES.has(value.package) &&
        (value.package === "undici"
          ? /^(\*|=|default)?\.?fetch$/.test(value.path)
          : /^(\*|=|default)?\.?(default|fetch)?$/.test(value.path)),
    );
  if (isImported) return true;
  return isMember(callee) && /^(globalThis|window|self)\.fetch$/.test(textOf(module, callee));
}

/** Whether somebody looks at the status, or the answer goes to code that may. */
function isChecked(tracer: Evaluator, call: Node, form: FetchForm, module: SourceModule): boolean {
  if (form.kind === "then" && !form.fn) {
    const seen = tracer.evaluate(form.handler, module).filter((value) => value.kind === "function");
    return (
      seen.length === 0 || seen.some((value) => /\.(ok|status)\b/.test(textOf(value.module, value.node)))
    );
  }
  if (form.kind === "declared" && form.answer)
    return form.answer.references.some((reference) => {
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

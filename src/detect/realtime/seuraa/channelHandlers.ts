import type * as t from "@babel/types";
import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import { errorCodes } from "../../../contracts/seuraa/signals.ts";

const KNOWN: ReadonlySet<string> = new Set(errorCodes.map(({ name }) => name));

/** It tells the failing states from the others, or hands the state on. */
export function usesStatus(text: string): boolean {
  if (/["'](error|retrying)["']/.test(text)) return true;
  const isSwitch = /switch\s*\([^)]*\bstatus\s*\)/.test(text);
  if (isSwitch) return /\bdefault\s*:/.test(text);
  const rest = text
    .replaceAll(/([\w$.?]+\.)?\bstatus\s*[!=]==?\s*["'`][^"'`]*["'`]/g, "")
    .replaceAll(/["'`][^"'`]*["'`]\s*[!=]==?\s*([\w$.?]+\.)?status\b/g, "")
    .replace(/\{\s*status\s*(:\s*\w+\s*)?\}/, "");
  return /\bstatus\b/.test(rest);
}

/** A `switch` by `code` without `default`, in a handler that looks at the code nowhere else. */
export function codeSwitches(fn: FunctionNode, module: SourceModule): readonly t.SwitchStatement[] {
  const found: t.SwitchStatement[] = [];
  walk(fn.body, (node) => {
    if (node.type !== "SwitchStatement" || node.cases.some(({ test }) => !test)) return;
    if (!/(^|\.)code$/.test(textOf(module, node.discriminant))) return;
    if (!node.cases.some(({ test }) => test?.type === "StringLiteral" && KNOWN.has(test.value))) return;
    const text = textOf(module, fn.body);
    const start = (node.start ?? 0) - (fn.body.start ?? 0);
    const others = text.slice(0, start) + text.slice(start + textOf(module, node).length);
    const param = fn.params[0];
    const name = param?.type === "Identifier" ? param.name : "event";
    if (!/\bcode\b/.test(others) && !new RegExp(`[(,]\\s*${name}\\s*[,)]`).test(others)) found.push(node);
  });
  return found;
}

/** It branches, throws, or sets something. */
export function decides(fn: FunctionNode): boolean {
  let found = false;
  walk(fn.body, (node) => {
    if (
      /^(IfStatement|ConditionalExpression|ThrowStatement|SwitchStatement|AssignmentExpression)$/.test(
        node.type,
      )
    )
      found = true;
  });
  return found;
}

/** `event.message`. */
function isText(node: Node): boolean {
  const inner = unwrap(node);
  return isMember(inner) && memberName(inner) === "message";
}

/** Comparisons and searches of `event.message`. */
export function textDecisions(fn: FunctionNode): readonly Node[] {
  const found: Node[] = [];
  walk(fn.body, (node) => {
    if (
      node.type === "BinaryExpression" &&
      /^[=!]==?$/.test(node.operator) &&
      node.left.type !== "PrivateName"
    ) {
      const { left, right } = node;
      if (
        (isText(left) && right.type === "StringLiteral") ||
        (isText(right) && left.type === "StringLiteral")
      )
        found.push(node);
    }
    if (isCall(node) && isMember(node.callee) && isText(node.callee.object))
      if (/^(includes|startsWith|match|indexOf)$/.test(memberName(node.callee) ?? "")) found.push(node);
  });
  return found;
}

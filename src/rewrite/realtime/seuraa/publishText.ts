import type * as t from "@babel/types";
import { isMember, unwrap, type Node } from "../../../syntax/node.ts";
import { functionAround, textOf, type SourceModule } from "../../../syntax/sourceModule.ts";
import type { Edit } from "../../../model/edit.ts";
import { columns } from "../../layout.ts";
import { namesIn } from "../../pipes/pipeNames.ts";
import type { Style } from "../../style.ts";

type Call = t.CallExpression | t.OptionalCallExpression;

/** What a log or an error says of a publish: the event's name, where it is written there. */
export function eventOf(call: Call): string {
  return eventName(call.arguments[0] as Node | undefined) ?? "channel.publish";
}

/** An event's name as it is written; null where it is no plain string. */
export function eventName(node: Node | undefined): string | null {
  return node?.type === "StringLiteral" && /^[\w.:/ -]+$/.test(node.value) ? node.value : null;
}

/** The test that a publish was not sent. Where the channel may be missing (`channel?.publish()`), nothing was to be sent. */
export function notSent(call: Call, module: SourceModule): string {
  const text = textOf(module, call);
  return call.type === "OptionalCallExpression" ? `${text}.sent === false` : `!${text}.sent`;
}

/** The edits that turn `channel.publish(name, data)` into a call of a helper; null where the channel may be missing. */
export function asHelperCall(call: Call, helper: string): readonly Edit[] | null {
  const callee = unwrap(call.callee as Node);
  const [first] = call.arguments;
  if (call.type !== "CallExpression" || callee.type !== "MemberExpression" || !first) return null;
  if (call.arguments.length !== 2 || call.arguments.some((one) => one.type === "SpreadElement")) return null;
  const { object } = callee;
  return [
    { start: call.start ?? 0, end: call.start ?? 0, text: `${helper}(` },
    { start: object.end ?? 0, end: first.start ?? 0, text: ", " },
  ];
}

/** The text of `channel.publish(name, data)` as a call of a helper; null as above. */
export function helperCallText(call: Call, helper: string, module: SourceModule): string | null {
  const callee = unwrap(call.callee as Node);
  if (!asHelperCall(call, helper) || !isMember(callee)) return null;
  const args = call.arguments.map((argument) => textOf(module, argument));
  return `${helper}(${[textOf(module, callee.object), ...args].join(", ")})`;
}

/** `if (test) statement`, on one line where that fits, else as a block. */
export function guarded(
  test: string,
  statement: string,
  indentation: string,
  { unit, width }: Style,
): readonly string[] {
  const line = `if (${test}) ${statement}`;
  return columns(indentation + line) <= Math.min(width, 120)
    ? [line]
    : [`if (${test}) {`, unit + statement, "}"];
}

/** All names in the function around a node. */
export function namesAround(node: Node, module: SourceModule): ReadonlySet<string> {
  return namesIn([functionAround(module, node) ?? module.ast.program]);
}

import type * as t from "@babel/types";
import { isCall, isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import { UNKNOWN_PART, union, type Value } from "./value.ts";

const MAX_TEXTS = 8;
const SAME = /^(toString|trim|valueOf|href)$/;

/** The strings that an expression makes; null where it makes none itself, and its value is followed as any other's. */
export function textValues(tracer: Evaluator, node: Node, module: SourceModule): readonly Value[] | null {
  switch (node.type) {
    case "StringLiteral":
      return [{ kind: "text", text: node.value }];
    case "TemplateLiteral":
      return joined(templateParts(tracer, node, module));
    case "BinaryExpression":
      if (node.operator !== "+" || node.left.type === "PrivateName") return null;
      return joined([textsOrUnknown(tracer, node.left, module), textsOrUnknown(tracer, node.right, module)]);
    case "NewExpression":
      return isGlobal(node.callee, "URL", module) ? ofUrl(tracer, node, module) : null;
    default:
      break;
  }
  if (isCall(node)) {
    const callee = unwrap(node.callee as Node);
    const [first] = node.arguments;
    if (isGlobal(callee, "String", module) && first && first.type !== "SpreadElement")
      return tracer.evaluate(first as Node, module);
    return isMember(callee) && SAME.test(memberName(callee) ?? "")
      ? tracer.evaluate(callee.object, module)
      : null;
  }
  if (isMember(node) && memberName(node) === "href") return tracer.evaluate(node.object, module);
  return null;
}

function isGlobal(node: Node, name: string, module: SourceModule): boolean {
  return node.type === "Identifier" && node.name === name && !bindingOf(module, node);
}

/** `new URL("/v1", "wss://host")`. */
function ofUrl(tracer: Evaluator, node: t.NewExpression, module: SourceModule): readonly Value[] {
  const [first, base] = node.arguments as readonly (Node | undefined)[];
  const own = first ? textsOrUnknown(tracer, first, module) : [];
  if (!base) return own.map((text): Value => ({ kind: "text", text }));
  return joined([textsOrUnknown(tracer, base, module).map((text) => text.replace(/\/?$/, "/")), own]);
}

function templateParts(
  tracer: Evaluator,
  node: t.TemplateLiteral,
  module: SourceModule,
): readonly (readonly string[])[] {
  return node.quasis.flatMap((quasi, index): (readonly string[])[] => {
    const expression = node.expressions[index];
    const text = [quasi.value.cooked ?? ""];
    return expression ? [text, textsOrUnknown(tracer, expression as Node, module)] : [text];
  });
}

function textsOrUnknown(tracer: Evaluator, node: Node, module: SourceModule): readonly string[] {
  const texts = tracer.evaluate(node, module).flatMap((value) => (value.kind === "text" ? [value.text] : []));
  return texts.length > 0 ? texts : [UNKNOWN_PART];
}

/** Every way to put one text of each part behind the other, up to a few. */
function joined(parts: readonly (readonly string[])[]): readonly Value[] {
  let texts: readonly string[] = [""];
  for (const part of parts)
    texts = texts.flatMap((text) => part.map((more) => text + more)).slice(0, MAX_TEXTS);
  return union(texts.map((text): Value => ({ kind: "text", text })));
}

import type * as t from "@babel/types";

export type Node = t.Node;

/** The functions of the language, methods included. */
export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

const FUNCTION_TYPES = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
]);

/** Whether a node is a function of any kind. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node != null && FUNCTION_TYPES.has(node.type);
}

/** Whether a node is a class declaration or expression. */
export function isClass(node: Node | null | undefined): node is t.Class {
  return node?.type === "ClassDeclaration" || node?.type === "ClassExpression";
}

/** Whether a node is a call, also an optional one (`a?.b()`). */
export function isCall(node: Node | null | undefined): node is t.CallExpression | t.OptionalCallExpression {
  return node?.type === "CallExpression" || node?.type === "OptionalCallExpression";
}

/** Whether a node is a member access, also an optional one. */
export function isMember(
  node: Node | null | undefined,
): node is t.MemberExpression | t.OptionalMemberExpression {
  return node?.type === "MemberExpression" || node?.type === "OptionalMemberExpression";
}

/** The name that a member access asks for: `a.b` and `a["b"]` give "b"; a computed one gives null. */
export function memberName(node: t.MemberExpression | t.OptionalMemberExpression): string | null {
  if (!node.computed) {
    if (node.property.type === "Identifier") return node.property.name;
    return node.property.type === "PrivateName" ? `#${node.property.id.name}` : null;
  }
  if (node.property.type === "StringLiteral") return node.property.value;
  if (node.property.type === "TemplateLiteral" && node.property.expressions.length === 0)
    return node.property.quasis[0]?.value.cooked ?? null;
  return null;
}

/** The static name of a property, method or class member key; null where it is computed. */
export function keyName(node: { key: Node; computed?: boolean }): string | null {
  const { key } = node;
  if (key.type === "StringLiteral") return key.value;
  if (key.type === "PrivateName") return `#${key.id.name}`;
  if (node.computed === true) return null;
  if (key.type === "Identifier") return key.name;
  return key.type === "NumericLiteral" ? String(key.value) : null;
}

const WRAPPERS = new Set([
  "TSAsExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
  "TypeCastExpression",
  "ParenthesizedExpression",
  "TSInstantiationExpression",
]);

/** Whether a node only gives another type (or parentheses) to the expression inside. */
export function isTypeWrapper(node: Node | null | undefined): node is t.TSAsExpression {
  return node != null && WRAPPERS.has(node.type);
}

/** The expression inside `as`, `!`, `satisfies`, `<T>x`. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isTypeWrapper(inner)) inner = inner.expression;
  return inner;
}

const SKIPPED_KEYS = new Set([
  "loc",
  "extra",
  "range",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "errors",
  "comments",
  "tokens",
]);

/** Calls `visit` for each child node with the field that holds it, in source order of the fields. */
export function forEachChild(
  node: Node,
  visit: (child: Node, key: string, index: number | null) => void,
): void {
  // The hottest loop of all: `for in` on the parser's plain objects makes no garbage.
  for (const key in node) {
    const value: unknown = (node as unknown as Record<string, unknown>)[key];
    if (value === null || typeof value !== "object" || SKIPPED_KEYS.has(key)) continue;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const child: unknown = value[index];
        if (isNode(child)) visit(child, key, index);
      }
    } else if (isNode(value)) visit(value, key, null);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}

/** The start offset; the parser sets it on every node. */
export function startOf(node: { start?: number | null | undefined }): number {
  return node.start ?? 0;
}

/** The end offset; the parser sets it on every node. */
export function endOf(node: { end?: number | null | undefined }): number {
  return node.end ?? 0;
}

/** Whether the text of a node holds that of another, or is the same. */
export function encloses(outer: Node, inner: Node): boolean {
  return startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);
}

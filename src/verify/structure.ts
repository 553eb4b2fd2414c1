import type * as t from "@babel/types";
import { isCall, isFunction, isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";

/** Says whether an offset of the new text lies in what was inserted. */
export type IsInserted = (offset: number) => boolean;

/** A part of the old text whose statements are written anew, their expressions kept. */
export interface Replaced {
  readonly start: number;
  readonly end: number;
}

const IGNORED = new Set([
  "type",
  "start",
  "end",
  "loc",
  "extra",
  "range",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "comments",
  "errors",
  "tokens",
  "importKind",
  "expression",
  "interpreter",
  "shorthand",
]);

/**
 * Gate 2: with the inserted nodes taken away, the new tree is the old one, and every comment is still there.
 * Returns what differs, or null.
 */
export function compareStructure(
  before: SourceModule,
  after: SourceModule,
  isInserted: IsInserted,
  replaced: readonly Replaced[] = [],
): string | null {
  const difference = compare(before.ast.program, after.ast.program, isInserted, replaced);
  if (difference) return `line ${difference.loc?.start.line ?? 1}: the ${difference.type} is not what it was`;
  // What a statement that is written anew held as a comment comes back in what is inserted.
  const old = commentTexts(before, (offset) => !isWithin(replaced, offset, offset));
  const moved = new Set(commentTexts(before, (offset) => isWithin(replaced, offset, offset)));
  const kept = commentTexts(after, (offset) => !isInserted(offset));
  const again = new Set(commentTexts(after, isInserted));
  return old.length === kept.length &&
    old.every((text, index) => text === kept[index]) &&
    [...moved].every((text) => again.has(text))
    ? null
    : "a comment was lost or moved";
}

function isWithin(replaced: readonly Replaced[], start: number, end: number): boolean {
  return replaced.some((span) => span.start <= start && end <= span.end);
}

function commentTexts(module: SourceModule, counts: (offset: number) => boolean): readonly string[] {
  const comments = (module.ast.comments ?? []).filter((comment) => counts(comment.start ?? 0));
  return comments.map((comment) => comment.value.replaceAll(/\n[ \t]+/g, "\n").trim()).toSorted();
}

/** The first node of the old tree that the new one does not have in its place; null where they are alike. */
function compare(old: Node, fresh: Node, isInserted: IsInserted, replaced: readonly Replaced[]): Node | null {
  if (isReplaced(old, replaced)) return null;
  const now = peel(fresh, isInserted);
  if (isFilled(old, now, isInserted)) return null;
  if (old.type !== now.type) {
    // `if (x) call();` became `if (x) { try { call(); } … }`.
    const only =
      now.type === "BlockStatement" && inserted(now, isInserted) ? flatten(now.body, isInserted) : [];
    return only.length === 1 && only[0] ? compare(old, only[0], isInserted, replaced) : old;
  }
  // White space with a line break in it means nothing in JSX text.
  if (old.type === "JSXText" && now.type === "JSXText")
    return old.value.replaceAll(/\s*\n\s*/g, "\n") === now.value.replaceAll(/\s*\n\s*/g, "\n") ? null : old;
  const newFields = new Map(Object.entries(now));
  for (const [key, value] of Object.entries(old)) {
    if (IGNORED.has(key) && !(key === "expression" && isNode(value))) continue;
    if (key === "async" && value === false && becameAsync(now, isInserted)) continue;
    const difference = compareField(old, value, newFields.get(key), isInserted, replaced);
    if (difference) return difference;
  }
  return null;
}

function compareField(
  owner: Node,
  old: unknown,
  fresh: unknown,
  isInserted: IsInserted,
  replaced: readonly Replaced[],
): Node | null {
  if (Array.isArray(old)) {
    const olds = (old as unknown[]).filter(
      (item) => !isEmptyStatement(item) && !(isNode(item) && isListed(owner) && isReplaced(item, replaced)),
    );
    const raw = Array.isArray(fresh) ? (fresh as unknown[]) : [];
    const flat: readonly unknown[] = flatten(raw, isInserted);
    // An argument that was replaced whole (`noop`) is inserted, and yet stands for the old one.
    const news = flat.length !== olds.length && raw.length === olds.length ? raw : flat;
    if (olds.length !== news.length) return owner;
    for (const [index, value] of olds.entries()) {
      const difference = compareField(owner, value, news[index], isInserted, replaced);
      if (difference) return difference;
    }
    return null;
  }
  if (isNode(old)) return isNode(fresh) ? compare(old, fresh, isInserted, replaced) : owner;
  if (typeof old === "object" && old !== null)
    return JSON.stringify(old) === JSON.stringify(fresh) ? null : owner;
  if (isNode(fresh)) return fresh.type !== "TSTypeAnnotation" && inserted(fresh, isInserted) ? null : owner;
  return (old ?? null) === (fresh ?? null) || fresh === undefined ? null : owner;
}

function isReplaced(node: Node, replaced: readonly Replaced[]): boolean {
  return isWithin(replaced, node.start ?? 0, node.end ?? 0);
}

/** A node whose list holds statements: there one that is written anew may become several, or none. */
function isListed(owner: Node): boolean {
  return /^(Program|BlockStatement|SwitchCase|StaticBlock|TSModuleBlock)$/.test(owner.type);
}

/** A lone ";": it guards the line behind it, and belongs to whichever statement the parser likes. */
function isEmptyStatement(item: unknown): boolean {
  return isNode(item) && item.type === "EmptyStatement";
}

/** A list without what was inserted into it; the contents of an inserted `try` come in its place. */
function flatten(list: readonly unknown[], isInserted: IsInserted): Node[] {
  return list.flatMap((item): Node[] => {
    if (isEmptyStatement(item)) return [];
    if (!isNode(item)) return item === null ? [item as unknown as Node] : [];
    if (item.type === "TryStatement" && inserted(item, isInserted))
      return flatten(item.block.body, isInserted);
    return wholly(item, isInserted) ? [] : [item];
  });
}

/** A node without the wrappers that were inserted around it. */
function peel(fresh: Node, isInserted: IsInserted): Node {
  let node = fresh;
  for (;;) {
    const inner = peelOnce(node, isInserted);
    if (!inner) return node;
    node = inner;
  }
}

function peelOnce(node: Node, isInserted: IsInserted): Node | null {
  if (node.type === "AwaitExpression" && inserted(node, isInserted)) return node.argument;
  // The declared type of what became async: `Promise<…>`.
  if (node.type === "TSTypeReference" && inserted(node, isInserted))
    return node.typeParameters?.params[0] ?? null;
  if (
    node.type === "TryStatement" &&
    !inserted(node, isInserted) &&
    node.handler &&
    inserted(node.handler, isInserted)
  )
    return { ...node, handler: null };
  if (isCall(node)) {
    const callee = unwrap(node.callee as Node);
    if (
      isMember(callee) &&
      /^(catch|on)$/.test(memberName(callee) ?? "") &&
      inserted(callee.property, isInserted)
    )
      return callee.object;
    if (callee.type === "ArrowFunctionExpression" && inserted(callee, isInserted))
      return awaitedIn(callee.body) ?? callee.body;
  }
  if (node.type === "NewExpression" && inserted(node, isInserted)) return executed(node);
  if (
    node.type === "ArrowFunctionExpression" &&
    node.body.type === "BlockStatement" &&
    inserted(node.body, isInserted)
  ) {
    const [only] = flatten(node.body.body, isInserted);
    // What `.end` calls may have lost its value: nobody looked at it.
    if (
      only?.type === "ExpressionStatement" &&
      inserted(node.body, isInserted) &&
      !inserted(only, isInserted) &&
      asksFirst(node.body)
    )
      return { ...node, body: only.expression };
    const returned =
      (only?.type === "ReturnStatement" ? only : null) ?? insertedReturn(node.body, isInserted);
    return returned?.type === "ReturnStatement" && returned.argument
      ? { ...node, async: wasAsync(node, isInserted), body: returned.argument }
      : null;
  }
  return null;
}

/** `{ if (refused) return; call(); }`, or the same in a `try`. */
function asksFirst({ body: [first] }: t.BlockStatement): boolean {
  const asked = first?.type === "TryStatement" ? first.block.body[0] : first;
  return asked?.type === "IfStatement";
}

/** An arrow function that became async starts with an inserted "async". */
function wasAsync(
  fn: { readonly async: boolean; readonly start?: number | null | undefined },
  isInserted: IsInserted,
): boolean {
  return fn.async && !isInserted(fn.start ?? 0);
}

/** A function that an inserted "async" stands in front of, or, of a method, in front of its name. */
function becameAsync(now: Node, isInserted: IsInserted): boolean {
  if (!isFunction(now) || !now.async) return false;
  if (!("key" in now)) return inserted(now, isInserted);
  const key = now.key.start ?? 0;
  return isInserted(key - "async ".length);
}

/** The expression of `{ await x; }`. */
function awaitedIn(body: Node): Node | null {
  const statement = body.type === "BlockStatement" ? body.body[0] : undefined;
  return statement?.type === "ExpressionStatement" && statement.expression.type === "AwaitExpression"
    ? statement.expression.argument
    : null;
}

/** The expression of `new Promise(function (resolve) { resolve(x); })`. */
function executed(node: Node): Node | null {
  const [executor] = node.type === "NewExpression" ? node.arguments : [];
  const body = executor?.type === "FunctionExpression" ? executor.body.body[0] : undefined;
  const call = body?.type === "ExpressionStatement" ? body.expression : null;
  return isCall(call) ? (call.arguments[0] as Node) : null;
}

/** `try { return <old body>; }`: the `return` is inserted, what it returns is not. */
function insertedReturn(body: Node, isInserted: IsInserted): Node | null {
  const [statement] = body.type === "BlockStatement" ? body.body : [];
  if (statement?.type !== "TryStatement") return null;
  const [first] = statement.block.body;
  if (first?.type === "ReturnStatement" && inserted(first, isInserted)) return first;
  if (first?.type !== "ExpressionStatement" || first.expression.type !== "AwaitExpression") return null;
  const argument = inserted(first.expression, isInserted) ? first.expression.argument : first.expression;
  return { ...first.expression, type: "ReturnStatement", argument };
}

/** A handler that did nothing and now logs. */
function isFilled(old: Node, now: Node, isInserted: IsInserted): boolean {
  if (
    old.type === "ArrowFunctionExpression" &&
    now.type === "ArrowFunctionExpression" &&
    wholly(now.body, isInserted)
  )
    return !isCall(old.body);
  return old.type === "Identifier" && /^noop$/i.test(old.name) && isFunction(now) && wholly(now, isInserted);
}

function inserted(node: Node, isInserted: IsInserted): boolean {
  return isInserted(node.start ?? 0);
}

function wholly(node: Node, isInserted: IsInserted): boolean {
  if (node.start === node.end) return false;
  for (let offset = node.start ?? 0; offset < (node.end ?? 0); offset++)
    if (!isInserted(offset)) return false;
  return true;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}

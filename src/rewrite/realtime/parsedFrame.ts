import type * as t from "@babel/types";
import { ruleOf } from "../../detect/describe.ts";
import type { SocketHandler } from "../../detect/realtime/sockets/socketListeners.ts";
import type { FunctionNode, Node } from "../../syntax/node.ts";
import { functionAround, parentOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import type { Planning } from "./planning.ts";

/** The statement behind which a frame is in a variable. */
export interface FrameStatement {
  readonly statement: Node;
  readonly name: string;
}

/** Where a handler, or a function of the module that it calls, has the parsed frame in a variable. */
export function frameOf({ fn, text }: SocketHandler, planning: Planning): FrameStatement | null {
  const { module } = planning;
  for (const one of [{ fn, module }, ...text.functions]) {
    const found = one.module === module ? frameIn(one.fn, planning) : null;
    if (found) return found;
  }
  return null;
}

function frameIn(fn: FunctionNode, { module, sites }: Planning): FrameStatement | null {
  const known = frameStatement(fn, module);
  if (known) return known;
  // `const { type, data } = JSON.parse(raw)`: the variable is the one that R7 brings.
  const parse = sites.find(
    (site) => ruleOf(site).endsWith("/unguarded-frame-parse") && functionAround(module, site.call) === fn,
  );
  const guarded = parse && guardedParse(parse.call, fn, module);
  return guarded ? { statement: guarded.declaration, name: guarded.name } : null;
}

/** The statement of a handler that puts the parsed frame into a variable. */
function frameStatement(fn: FunctionNode, module: SourceModule): FrameStatement | null {
  let found: FrameStatement | null = null;
  walk(fn.body, (node) => {
    if (found || node.type !== "VariableDeclarator" || node.id.type !== "Identifier" || !node.init) return;
    if (!textOf(module, node.init).startsWith("JSON.parse(") || functionAround(module, node) !== fn) return;
    const declaration = parentOf(module, node);
    const isAlone = declaration?.type === "VariableDeclaration" && declaration.declarations.length === 1;
    const list = declaration && parentOf(module, declaration);
    if (isAlone && list === fn.body) found = { statement: declaration, name: node.id.name };
  });
  return found ?? assignedFrame(fn, module);
}

/** `let f; try { f = JSON.parse(…) } catch { return; }`: the frame is there behind the `try`. */
function assignedFrame(fn: FunctionNode, module: SourceModule): FrameStatement | null {
  const body = fn.body.type === "BlockStatement" ? fn.body.body : [];
  for (const statement of body) {
    const [only, more] = statement.type === "TryStatement" ? statement.block.body : [];
    if (!only || more || only.type !== "ExpressionStatement") continue;
    const { expression } = only;
    if (expression.type !== "AssignmentExpression" || expression.left.type !== "Identifier") continue;
    if (textOf(module, expression.right).startsWith("JSON.parse("))
      return { statement, name: expression.left.name };
  }
  return null;
}

/** What a guarded parse is made of. */
export interface GuardedParse {
  readonly declaration: t.VariableDeclaration;
  readonly declarator: t.VariableDeclarator;
  readonly init: string;
  /** The variable of the frame: the one that it has, or a new one in front of a pattern. */
  readonly name: string;
}

/** The parts of `const frame = JSON.parse(raw)` in a handler's own block; null where it is parsed in another form. */
export function guardedParse(parse: Node, fn: FunctionNode, module: SourceModule): GuardedParse | null {
  const declarator = declaratorOf(parse, module);
  const declaration = declarator && parentOf(module, declarator);
  if (!declarator || declaration?.type !== "VariableDeclaration" || declaration.declarations.length !== 1)
    return null;
  if (functionAround(module, parse) !== fn || parentOf(module, declaration) !== fn.body || !declarator.init)
    return null;
  const { id } = declarator;
  const init = textOf(module, declarator.init);
  if (init.includes("\n") || textOf(module, id).includes("\n")) return null;
  const name = id.type === "Identifier" ? id.name : freeName(["frame", "parsed"], namesIn([fn]));
  return { declaration, declarator, init, name };
}

function declaratorOf(parse: Node, module: SourceModule): t.VariableDeclarator | null {
  let outer = parentOf(module, parse);
  while (outer?.type === "TSAsExpression" || outer?.type === "ParenthesizedExpression")
    outer = parentOf(module, outer);
  return outer?.type === "VariableDeclarator" ? outer : null;
}

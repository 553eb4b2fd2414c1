import type { Evaluator } from "../../resolve/evaluator.ts";
import { exportsOf } from "../../resolve/exports.ts";
import { isCall, isMember, memberName, unwrap, forEachChild, type Node } from "../../syntax/node.ts";
import { bindingOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { importSpecifier } from "../access.ts";

const MAX_DEPTH = 4;
const MAX_NODES = 400;

/** A piece of code and the module it stands in. */
export interface Piece {
  readonly node: Node;
  readonly module: SourceModule;
}

/**
 * The pieces of code that run with some pieces, or stand behind what they mention, themselves first:
 * the functions that they call, the middlewares, guards and options that they name.
 * Of an object whose method is called only that method counts.
 */
export function reachedPieces(tracer: Evaluator, start: readonly Piece[]): readonly Piece[] {
  const seen = new Set<Node>(start.map((piece) => piece.node));
  const pieces: Piece[] = [...start];
  let from = 0;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const level = pieces.slice(from);
    from = pieces.length;
    for (const { node, module } of level) {
      for (const mention of mentionsIn(node)) {
        for (const piece of standsBehind(tracer, mention, module)) {
          if (seen.has(piece.node) || pieces.length >= MAX_NODES) continue;
          seen.add(piece.node);
          pieces.push(piece);
        }
      }
    }
  }
  return pieces;
}

/** Callees, and names that are used by themselves; types and the objects of members are left out. */
function mentionsIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (node.type.startsWith("TS") && !("expression" in node)) return;
    if (isCall(node) || node.type === "NewExpression") {
      found.push(unwrap(node.callee as Node));
      const callee = unwrap(node.callee as Node);
      if (isMember(callee)) visitObject(callee.object);
      else if (callee.type !== "Identifier") visit(callee);
      for (const argument of node.arguments) visit(argument);
      return;
    }
    if (isMember(node)) {
      found.push(node);
      visitObject(node.object);
      return;
    }
    if (node.type === "Identifier") found.push(node);
    forEachChild(node, (child, key) => {
      if (key === "typeAnnotation" || key === "returnType" || key === "typeParameters") return;
      if (key === "key" && child.type === "Identifier") return;
      visit(child);
    });
  };
  const visitObject = (object: Node): void => {
    if (unwrap(object).type !== "Identifier") visit(object);
  };
  visit(root);
  return found;
}

function standsBehind(tracer: Evaluator, mention: Node, module: SourceModule): readonly Piece[] {
  const found: Piece[] = [];
  for (const value of tracer.evaluate(mention, module)) {
    if (value.kind === "function" || value.kind === "object" || value.kind === "class")
      found.push({ node: value.node, module: value.module });
  }
  return found.length > 0 ? found : declarationOf(tracer, mention, module);
}

/** What declares a name that no value is known of: `const guarded = t.procedure.use(isActive)`, `export const { auth } = NextAuth(options)`. */
function declarationOf(tracer: Evaluator, mention: Node, module: SourceModule): readonly Piece[] {
  const root = rootOf(mention);
  const binding = root && bindingOf(module, root);
  if (!binding || binding.scope.parent !== null) return [];
  const { declaration } = binding;
  const isWanted = (init: Node) =>
    !isRequire(init) && !(isMember(mention) && unwrap(init).type === "ObjectExpression");
  if (declaration.type === "VariableDeclarator" && declaration.init && !isRequire(declaration.init))
    return isWanted(declaration.init) ? [{ node: declaration.init, module }] : [];
  const specifier = importSpecifier(declaration, module);
  if (specifier === null) return [];
  const target = tracer.modules.graph.resolve(specifier, module.file);
  const opened = target.kind === "file" ? tracer.modules.get(target.file) : null;
  if (!opened) return [];
  return (exportsOf(opened).named.get(importedName(declaration)) ?? []).flatMap((exported): Piece[] => {
    if (exported.kind !== "node") return [];
    const own = exported.node.type === "Identifier" ? bindingOf(opened, exported.node) : null;
    const init = own?.declaration.type === "VariableDeclarator" ? own.declaration.init : null;
    const node = init ?? own?.declaration ?? exported.node;
    return isWanted(node) ? [{ node, module: opened }] : [];
  });
}

function importedName(declaration: Node): string {
  if (declaration.type !== "ImportSpecifier") return "default";
  const { imported } = declaration;
  return imported.type === "Identifier" ? imported.name : imported.value;
}

function isRequire(node: Node): boolean {
  return isCall(node) && node.callee.type === "Identifier" && node.callee.name === "require";
}

/** The name that a chain starts with: `t` of `t.procedure.use(x)`. */
export function rootOf(node: Node): Node | null {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return inner;
  if (isMember(inner)) return memberName(inner) === null ? null : rootOf(inner.object);
  return isCall(inner) ? rootOf(inner.callee as Node) : null;
}

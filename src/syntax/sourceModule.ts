import type * as t from "@babel/types";
import { parseText } from "./parse.ts";
import type { Place } from "./positions.ts";
import { analyzeScopes, scopeAt, type Binding, type Scope, type ScopeAnalysis } from "./scope.ts";
import { forEachChild, isFunction, startOf, endOf, type FunctionNode, type Node } from "./node.ts";

/** One parsed file with its scopes: the unit that resolution, detection and rewriting work on. */
export interface SourceModule {
  /** Absolute, forward slashes. */
  readonly file: string;
  /** Without a BOM; all offsets are into this. */
  readonly text: string;
  readonly ast: t.File;
  readonly scopes: ScopeAnalysis;
}

/**
 * Parses a text (without BOM) and finds its scopes.
 * @throws {SyntaxProblem} where it cannot be parsed.
 */
export function openModule(text: string, file: string): SourceModule {
  const ast = parseText(text, file);
  return { file, text, ast, scopes: analyzeScopes(ast) };
}

/** The place of a node under its parent, or undefined for the program. */
export function placeOf(module: SourceModule, node: Node): Place | undefined {
  return module.scopes.places.get(node);
}

/** The parent of a node. */
export function parentOf(module: SourceModule, node: Node): Node | undefined {
  return module.scopes.places.get(node)?.parent;
}

/** The binding that an identifier declares or refers to. */
export function bindingOf(module: SourceModule, identifier: Node): Binding | null {
  return module.scopes.bindings.get(identifier) ?? null;
}

/** The innermost function around a node, itself not counted; null at the top of the file. */
export function functionAround(module: SourceModule, node: Node): FunctionNode | null {
  for (let at = parentOf(module, node); at; at = parentOf(module, at)) if (isFunction(at)) return at;
  return null;
}

/** The scope that a node stands in. */
export function scopeOf(module: SourceModule, node: Node): Scope {
  return scopeAt(module.scopes, node);
}

/** The source text of a node. */
export function textOf(module: SourceModule, node: Node): string {
  return module.text.slice(startOf(node), endOf(node));
}

/** The 1-based line of a node's start. */
export function lineOf(node: Node): number {
  return node.loc?.start.line ?? 1;
}

/** Calls `visit` for a node and everything below it, outer before inner; what `skip` says is left out with all below it. */
export function walk(node: Node, visit: (node: Node) => void, skip?: (node: Node) => boolean): void {
  if (skip?.(node)) return;
  visit(node);
  forEachChild(node, (child) => walk(child, visit, skip));
}

import type * as t from "@babel/types";
import { forEachChild, isFunction, type FunctionNode, type Node } from "./node.ts";
import { patternIdentifiers, positionOf, writtenBy, type Place } from "./positions.ts";

export type BindingKind =
  | "import"
  | "const"
  | "let"
  | "var"
  | "function"
  | "class"
  | "param"
  | "catch"
  | "enum"
  | "namespace"
  | "type";

/** One declared name. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier that declares it. */
  readonly identifier: t.Identifier;
  /** The import specifier, declarator, function, class, or the function whose parameter it is. */
  readonly declaration: Node;
  readonly scope: Scope;
  /** Where it is read or written, declarations not counted. */
  readonly references: t.Identifier[];
  /** The expressions assigned to it after its declaration (`x = …`, `x ??= …`, destructuring assignments included). */
  readonly writes: Node[];
}

/** A region of the text in which names are declared. */
export interface Scope {
  readonly node: Node;
  readonly parent: Scope | null;
  readonly isFunctionScope: boolean;
  readonly values: Map<string, Binding>;
  readonly types: Map<string, Binding>;
}

/** Who is declared where, and which identifier means whom, for one file. */
export interface ScopeAnalysis {
  readonly root: Scope;
  readonly places: ReadonlyMap<Node, Place>;
  readonly bindings: ReadonlyMap<Node, Binding>;
  /** Identifiers in value or type position that no declaration of the file explains. */
  readonly unresolved: readonly t.Identifier[];
  /** The innermost scope of each node that opens one. */
  readonly scopes: ReadonlyMap<Node, Scope>;
}

interface Pending {
  readonly identifier: t.Identifier;
  readonly scope: Scope;
  readonly isType: boolean;
}

const BLOCK_SCOPES = new Set([
  "BlockStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "SwitchStatement",
  "CatchClause",
  "StaticBlock",
  "TSModuleBlock",
]);
const TYPE_SCOPES = new Set([
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
  "TSFunctionType",
  "TSConstructorType",
  "TSMethodSignature",
  "TSCallSignatureDeclaration",
  "TSConstructSignatureDeclaration",
  "TSMappedType",
  "TSConditionalType",
  "TSDeclareFunction",
  "TSDeclareMethod",
]);

/** Finds the scopes, declarations and references of a file. */
export function analyzeScopes(file: t.File): ScopeAnalysis {
  const places = new Map<Node, Place>();
  const scopes = new Map<Node, Scope>();
  const pending: Pending[] = [];
  const byIdentifier = new Map<Node, Binding>();
  const unresolved: t.Identifier[] = [];
  const root = open(file.program, null, true);

  function open(node: Node, parent: Scope | null, isFunctionScope: boolean): Scope {
    const scope: Scope = { node, parent, isFunctionScope, values: new Map(), types: new Map() };
    scopes.set(node, scope);
    return scope;
  }

  function declare(identifier: t.Identifier, kind: BindingKind, declaration: Node, scope: Scope): void {
    const table = kind === "type" ? scope.types : scope.values;
    const known = table.get(identifier.name);
    if (known) {
      byIdentifier.set(identifier, known);
      return;
    }
    const binding: Binding = {
      name: identifier.name,
      kind,
      identifier,
      declaration,
      scope,
      references: [],
      writes: [],
    };
    table.set(identifier.name, binding);
    byIdentifier.set(identifier, binding);
  }

  function declarePattern(pattern: Node, kind: BindingKind, declaration: Node, scope: Scope): void {
    for (const identifier of patternIdentifiers(pattern)) declare(identifier, kind, declaration, scope);
  }

  function declareStatement(node: Node, scope: Scope): void {
    switch (node.type) {
      case "VariableDeclaration": {
        const kind = node.kind === "var" ? "var" : node.kind === "let" ? "let" : "const";
        for (const declarator of node.declarations)
          declarePattern(declarator.id, kind, declarator, kind === "var" ? functionScope(scope) : scope);
        return;
      }
      case "FunctionDeclaration":
      case "TSDeclareFunction":
        if (node.id) declare(node.id, "function", node, scope);
        return;
      case "ClassDeclaration":
        if (node.id) declare(node.id, "class", node, scope);
        return;
      case "TSEnumDeclaration":
        declare(node.id, "enum", node, scope);
        return;
      case "TSModuleDeclaration":
        if (node.id.type === "Identifier") declare(node.id, "namespace", node, scope);
        return;
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
      case "TypeAlias":
      case "OpaqueType":
      case "InterfaceDeclaration":
        declare(node.id, "type", node, scope);
        return;
      case "ImportDeclaration":
        for (const specifier of node.specifiers) declare(specifier.local, "import", specifier, scope);
        return;
      case "TSImportEqualsDeclaration":
        declare(node.id, "import", node, scope);
        return;
    }
  }

  function visit(node: Node, scope: Scope): void {
    let inner = scope;
    if (isFunction(node)) inner = openFunction(node, scope);
    else if (node.type === "ClassDeclaration" || node.type === "ClassExpression") {
      inner = open(node, scope, false);
      if (node.id && node.type === "ClassExpression") declare(node.id, "class", node, inner);
    } else if (TYPE_SCOPES.has(node.type)) inner = open(node, scope, false);
    else if (BLOCK_SCOPES.has(node.type) && !isBodyOfFunction(node)) {
      inner = open(node, scope, node.type === "StaticBlock" || node.type === "TSModuleBlock");
      if (node.type === "CatchClause" && node.param) declarePattern(node.param, "catch", node, inner);
    }
    declareStatement(node, scope);
    if (node.type === "TSTypeParameter") declareTypeParameter(node, inner);
    if (node.type === "Identifier") reference(node, scope);
    if (node.type === "JSXIdentifier") referenceJsx(node, scope);
    forEachChild(node, (child, key, index) => {
      places.set(child, { parent: node, key, index });
      visit(child, childScope(node, key, inner, scope));
    });
  }

  /** A decorator, a computed key and an extends clause are evaluated outside of what they belong to. */
  function childScope(node: Node, key: string, inner: Scope, outer: Scope): Scope {
    if (key === "decorators") return outer;
    if (isFunction(node) && key === "key") return outer;
    return inner;
  }

  function isBodyOfFunction(node: Node): boolean {
    const place = places.get(node);
    return (
      place !== undefined &&
      place.key === "body" &&
      (isFunction(place.parent) || place.parent.type === "CatchClause")
    );
  }

  function openFunction(node: FunctionNode, scope: Scope): Scope {
    const inner = open(node, scope, true);
    for (const param of node.params) declarePattern(param, "param", node, inner);
    if (node.type === "FunctionExpression" && node.id) declare(node.id, "function", node, inner);
    return inner;
  }

  function declareTypeParameter(node: t.TSTypeParameter, scope: Scope): void {
    const name: unknown = node.name;
    if (typeof name !== "string") return;
    const identifier = { type: "Identifier", name, start: node.start, end: node.end } as t.Identifier;
    declare(identifier, "type", node, scope);
  }

  function reference(node: t.Identifier, scope: Scope): void {
    const place = places.get(node);
    if (!place || byIdentifier.has(node)) return;
    if (place.parent.type === "ExportSpecifier" && isReexport(place.parent)) return;
    const position = positionOf(place);
    if (position) pending.push({ identifier: node, scope, isType: position === "type" });
  }

  function referenceJsx(node: t.JSXIdentifier, scope: Scope): void {
    const place = places.get(node);
    if (!place || !/^[A-Z_$]/.test(node.name)) return;
    const isName = place.parent.type === "JSXOpeningElement" || place.parent.type === "JSXClosingElement";
    const isObject = place.parent.type === "JSXMemberExpression" && place.key === "object";
    if (isName || isObject)
      pending.push({ identifier: node as unknown as t.Identifier, scope, isType: false });
  }

  function isReexport(specifier: t.ExportSpecifier): boolean {
    const declaration = places.get(specifier)?.parent;
    return declaration?.type === "ExportNamedDeclaration" && declaration.source != null;
  }

  visit(file.program, root);
  for (const { identifier, scope, isType } of pending) {
    const binding = lookup(scope, identifier.name, isType);
    if (!binding) {
      unresolved.push(identifier);
      continue;
    }
    byIdentifier.set(identifier, binding);
    binding.references.push(identifier);
    const written = writtenBy(identifier, places);
    if (written) binding.writes.push(written);
  }
  return { root, places, bindings: byIdentifier, unresolved, scopes };
}

/** The binding that a name means in a scope; a type position also sees values that are types (classes, imports, enums). */
export function lookup(scope: Scope, name: string, isType = false): Binding | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const found = isType ? (at.types.get(name) ?? at.values.get(name)) : at.values.get(name);
    if (found) return found;
  }
  return null;
}

/** The scope that a node stands in. */
export function scopeAt(analysis: ScopeAnalysis, node: Node): Scope {
  for (let at: Node | undefined = node; at; at = analysis.places.get(at)?.parent) {
    const scope = analysis.scopes.get(at);
    if (scope) return scope;
  }
  return analysis.root;
}

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (!at.isFunctionScope && at.parent) at = at.parent;
  return at;
}

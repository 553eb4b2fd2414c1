import type * as t from "@babel/types";
import { isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { patternIdentifiers } from "../syntax/positions.ts";
import { walk, type SourceModule } from "../syntax/sourceModule.ts";

/** What stands behind an exported name. */
export type ExportTarget =
  /** An expression, or the identifier of a binding. */
  | { readonly kind: "node"; readonly node: Node }
  /** Another module's export; the name "*" means all of it. */
  | { readonly kind: "reexport"; readonly from: string; readonly name: string };

/** The exports of one module, ESM and CommonJS alike. */
export interface ExportTable {
  /** "default" is the default export; "=" stands for `module.exports = x` and `export = x`. */
  readonly named: ReadonlyMap<string, readonly ExportTarget[]>;
  /** Specifiers of `export * from`, and of `__exportStar(require())`. */
  readonly stars: readonly string[];
}

const tables = new WeakMap<SourceModule, ExportTable>();

/** The exports of a module, found once. */
export function exportsOf(module: SourceModule): ExportTable {
  let table = tables.get(module);
  if (!table) tables.set(module, (table = readExports(module)));
  return table;
}

function readExports(module: SourceModule): ExportTable {
  const named = new Map<string, ExportTarget[]>();
  const stars: string[] = [];
  const add = (name: string, target: ExportTarget) => {
    const known = named.get(name);
    if (known) known.push(target);
    else named.set(name, [target]);
  };
  for (const statement of module.ast.program.body) readEsm(statement, add, stars);
  if (/\bexports\b/.test(module.text)) readCommonJs(module, add);
  return { named, stars };
}

type Add = (name: string, target: ExportTarget) => void;

function readEsm(statement: t.Statement, add: Add, stars: string[]): void {
  switch (statement.type) {
    case "ExportDefaultDeclaration":
      add("default", { kind: "node", node: statement.declaration });
      return;
    case "TSExportAssignment":
      add("=", { kind: "node", node: statement.expression });
      return;
    case "ExportAllDeclaration":
      stars.push(statement.source.value);
      return;
    case "ExportNamedDeclaration":
      readNamed(statement, add);
      return;
  }
}

function readNamed(statement: t.ExportNamedDeclaration, add: Add): void {
  const from = statement.source?.value;
  for (const specifier of statement.specifiers) {
    const exported =
      specifier.exported.type === "Identifier" ? specifier.exported.name : specifier.exported.value;
    if (specifier.type === "ExportNamespaceSpecifier")
      add(exported, { kind: "reexport", from: from ?? "", name: "*" });
    else if (specifier.type === "ExportDefaultSpecifier")
      add(exported, { kind: "reexport", from: from ?? "", name: "default" });
    else if (from !== undefined) add(exported, { kind: "reexport", from, name: nameOf(specifier.local) });
    else add(exported, { kind: "node", node: specifier.local });
  }
  const { declaration } = statement;
  if (!declaration) return;
  if (declaration.type === "VariableDeclaration") {
    for (const identifier of declaration.declarations.flatMap((d) => patternIdentifiers(d.id)))
      add(identifier.name, { kind: "node", node: identifier });
  } else if ("id" in declaration && declaration.id?.type === "Identifier") {
    add(declaration.id.name, { kind: "node", node: declaration.id });
  }
}

function nameOf(node: t.Identifier | t.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function readCommonJs(module: SourceModule, add: Add): void {
  walk(module.ast.program, (node) => {
    if (node.type !== "AssignmentExpression" || node.operator === "+=") return;
    const name = exportedName(unwrap(node.left));
    if (name === null) return;
    // `exports = module.exports = x` and `exports.a = exports.b = x`: the value is the innermost right side.
    let value = unwrap(node.right);
    while (value.type === "AssignmentExpression") value = unwrap(value.right);
    add(name, { kind: "node", node: value });
  });
}

/** "=" for `module.exports`, a name for `exports.x` and `module.exports.x`, else null. */
function exportedName(target: Node): string | null {
  if (!isMember(target)) return null;
  if (isModuleExports(target)) return "=";
  const object = unwrap(target.object);
  if (isModuleExports(object) || (object.type === "Identifier" && object.name === "exports"))
    return memberName(target);
  return null;
}

function isModuleExports(node: Node): boolean {
  return (
    isMember(node) &&
    node.object.type === "Identifier" &&
    node.object.name === "module" &&
    memberName(node) === "exports"
  );
}

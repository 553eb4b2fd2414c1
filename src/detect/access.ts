import type * as t from "@babel/types";
import { requireTarget } from "../resolve/calls.ts";
import { isCall, isMember, memberName, type Node } from "../syntax/node.ts";
import type { Binding } from "../syntax/scope.ts";
import { parentOf, walk, type SourceModule } from "../syntax/sourceModule.ts";

/** Where names are used in a module, indexed once. */
export interface Accesses {
  readonly members: ReadonlyMap<string, readonly (t.MemberExpression | t.OptionalMemberExpression)[]>;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly imports: readonly Binding[];
  /** `require("./x")` that is used where it stands: called, or a member of it taken. */
  readonly requires: readonly t.CallExpression[];
}

const indexes = new WeakMap<SourceModule, Accesses>();

/** The member accesses and bindings of a module, by name. */
export function accessesOf(module: SourceModule): Accesses {
  let index = indexes.get(module);
  if (!index) indexes.set(module, (index = build(module)));
  return index;
}

function build(module: SourceModule): Accesses {
  const members = new Map<string, (t.MemberExpression | t.OptionalMemberExpression)[]>();
  const requires: t.CallExpression[] = [];
  walk(module.ast.program, (node: Node) => {
    if (node.type === "CallExpression" && requireTarget(node, module) !== null) requires.push(node);
    if (!isMember(node)) return;
    const name = memberName(node);
    if (name === null) return;
    const known = members.get(name);
    if (known) known.push(node);
    else members.set(name, [node]);
  });
  const bindings = new Map<string, Binding[]>();
  const imports: Binding[] = [];
  for (const binding of new Set(module.scopes.bindings.values())) {
    if (binding.kind === "type") continue;
    bindings.set(binding.name, [...(bindings.get(binding.name) ?? []), binding]);
    if (isImported(binding)) imports.push(binding);
  }
  return { members, bindings, imports, requires };
}

function isImported(binding: Binding): boolean {
  if (binding.kind === "import") return true;
  const { declaration } = binding;
  return (
    declaration.type === "VariableDeclarator" &&
    declaration.init?.type === "CallExpression" &&
    declaration.init.callee.type === "Identifier" &&
    declaration.init.callee.name === "require"
  );
}

/** The specifier of the import or require that declares a name; null where it is neither. */
export function importSpecifier(declaration: Node, module: SourceModule): string | null {
  const parent = parentOf(module, declaration);
  if (parent?.type === "ImportDeclaration") return parent.source.value;
  return declaration.type === "VariableDeclarator" && isCall(declaration.init)
    ? requireTarget(declaration.init, module)
    : null;
}

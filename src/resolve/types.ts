import type * as t from "@babel/types";
import { findContract, findEntry } from "../contracts/index.ts";
import { isClass, keyName, type Node } from "../syntax/node.ts";
import { lookup } from "../syntax/scope.ts";
import { scopeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { exportsOf } from "./exports.ts";
import type { Evaluator } from "./evaluator.ts";
import { awaited } from "./awaited.ts";
import { union, type Value } from "./value.ts";

const NOTHING: readonly Value[] = [];
/** Generic types whose members are those of their first argument. */
const TRANSPARENT = new Set([
  "Readonly",
  "Partial",
  "Required",
  "NonNullable",
  "Awaited",
  "Pick",
  "Omit",
  "InstanceType",
  "Mutable",
  "DeepPartial",
]);
const COLLECTIONS = new Set(["Array", "ReadonlyArray", "Set", "ReadonlySet"]);

/** What a value of a TypeScript type may be. */
export function valuesOfType(tracer: Evaluator, type: Node, module: SourceModule): readonly Value[] {
  return tracer.guarded(type, () => read(tracer, type, module));
}

function read(tracer: Evaluator, type: Node, module: SourceModule): readonly Value[] {
  switch (type.type) {
    case "TSTypeAnnotation":
    case "TSParenthesizedType":
    case "TSOptionalType":
    case "TypeAnnotation":
      return valuesOfType(tracer, type.typeAnnotation, module);
    case "TSUnionType":
    case "TSIntersectionType":
      return union(...type.types.map((inner) => valuesOfType(tracer, inner, module)));
    case "TSArrayType":
      return [{ kind: "array", of: valuesOfType(tracer, type.elementType, module) }];
    case "TSTypeOperator":
      return type.typeAnnotation ? valuesOfType(tracer, type.typeAnnotation, module) : NOTHING;
    case "TSTypeLiteral":
      return [{ kind: "typed", node: type, module }];
    case "TSTypeQuery":
      return type.exprName.type === "TSImportType" ? NOTHING : entityValue(tracer, type.exprName, module);
    case "TSImportType":
      return importType(tracer, type, module);
    case "TSIndexedAccessType": {
      const index = type.indexType;
      const name =
        index.type === "TSLiteralType" && index.literal.type === "StringLiteral" ? index.literal.value : null;
      return name === null
        ? NOTHING
        : union(...valuesOfType(tracer, type.objectType, module).map((v) => typeMember(tracer, v, name)));
    }
    case "TSTypeReference":
      return reference(tracer, type, module);
    case "TSExpressionWithTypeArguments":
      return type.expression.type === "Identifier"
        ? namedType(tracer, type.expression.name, type, module)
        : NOTHING;
    default:
      return NOTHING;
  }
}

function reference(tracer: Evaluator, type: t.TSTypeReference, module: SourceModule): readonly Value[] {
  const name = type.typeName;
  const args = typeArguments(type);
  if (name.type === "TSQualifiedName") return qualified(tracer, name, module);
  const declared = lookup(scopeOf(module, type), name.name, true);
  if (!declared) return globalGeneric(tracer, name.name, args, module);
  return namedType(tracer, name.name, type, module);
}

function typeArguments(type: t.TSTypeReference): readonly Node[] {
  const holder = type as {
    typeParameters?: { params: Node[] } | null;
    typeArguments?: { params: Node[] } | null;
  };
  return (holder.typeArguments ?? holder.typeParameters)?.params ?? [];
}

function globalGeneric(
  tracer: Evaluator,
  name: string,
  args: readonly Node[],
  module: SourceModule,
): readonly Value[] {
  const first = args[0];
  if (!first) return NOTHING;
  if (name === "Promise" || name === "PromiseLike")
    return [{ kind: "promise", of: valuesOfType(tracer, first, module) }];
  if (COLLECTIONS.has(name)) return [{ kind: "array", of: valuesOfType(tracer, first, module) }];
  if (name === "ReturnType")
    return union(...valuesOfType(tracer, first, module).map((v) => returned(tracer, v)));
  if (name === "InstanceType")
    return union(...valuesOfType(tracer, first, module).map((v) => constructed(tracer, v)));
  if (name === "Awaited") return awaited(valuesOfType(tracer, first, module));
  return TRANSPARENT.has(name) ? valuesOfType(tracer, first, module) : NOTHING;
}

function returned(tracer: Evaluator, value: Value): readonly Value[] {
  return value.kind === "function" ? tracer.returnsOf(value) : NOTHING;
}

function constructed(tracer: Evaluator, value: Value): readonly Value[] {
  if (value.kind === "class") return [{ ...value, kind: "instance" }];
  if (value.kind !== "role") return NOTHING;
  const role = tracer.role(value.contract, value.role)?.constructs;
  return role === undefined ? NOTHING : [{ ...value, role }];
}

/** What a declared type name stands for. */
function namedType(tracer: Evaluator, name: string, at: Node, module: SourceModule): readonly Value[] {
  const binding = lookup(scopeOf(module, at), name, true);
  if (!binding) return NOTHING;
  const { declaration } = binding;
  if (declaration.type === "TSTypeAliasDeclaration")
    return valuesOfType(tracer, declaration.typeAnnotation, module);
  if (declaration.type === "TSInterfaceDeclaration") return [{ kind: "typed", node: declaration, module }];
  if (declaration.type === "TSTypeParameter")
    return declaration.constraint ? valuesOfType(tracer, declaration.constraint, module) : NOTHING;
  if (isClass(declaration)) return [{ kind: "instance", node: declaration, module }];
  if (
    declaration.type === "ImportDefaultSpecifier" ||
    declaration.type === "ImportSpecifier" ||
    declaration.type === "ImportNamespaceSpecifier"
  ) {
    const parent = module.scopes.places.get(declaration)?.parent;
    if (parent?.type !== "ImportDeclaration") return NOTHING;
    return importedType(tracer, parent.source.value, importedName(declaration), module);
  }
  if (
    declaration.type === "TSImportEqualsDeclaration" &&
    declaration.moduleReference.type === "TSExternalModuleReference"
  )
    return importedType(tracer, declaration.moduleReference.expression.value, "=", module);
  // `const Pusher = require("pusher")` in a JavaScript file with a JSDoc-like use, or a class held in a variable.
  return union(...tracer.binding(binding, module).map((v) => constructed(tracer, v)));
}

function importedName(
  specifier: t.ImportSpecifier | t.ImportDefaultSpecifier | t.ImportNamespaceSpecifier,
): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
}

/** What a type that a module exports stands for. */
function importedType(
  tracer: Evaluator,
  specifier: string,
  name: string,
  module: SourceModule,
  depth = 0,
): readonly Value[] {
  const target = tracer.modules.graph.resolve(specifier, module.file);
  if (target.kind === "package") {
    const found = findEntry(target.name, target.subpath);
    if (!found) return [{ kind: "external", package: target.name, path: `type ${name}` }];
    const role = found.entry.types[name === "*" || name === "=" ? "default" : name];
    return role === undefined ? NOTHING : [{ kind: "role", contract: found.contract.name, role, trace: [] }];
  }
  if (target.kind !== "file" || depth > 12) return NOTHING;
  const other = tracer.modules.get(target.file);
  return other ? exportedType(tracer, other, name, depth) : NOTHING;
}

function exportedType(
  tracer: Evaluator,
  module: SourceModule,
  name: string,
  depth: number,
): readonly Value[] {
  const table = exportsOf(module);
  const targets =
    table.named.get(name) ?? (name === "default" || name === "*" ? table.named.get("=") : undefined);
  if (!targets)
    return union(...table.stars.map((from) => importedType(tracer, from, name, module, depth + 1)));
  return union(
    ...targets.map((target) => {
      if (target.kind === "reexport")
        return importedType(tracer, target.from, target.name, module, depth + 1);
      if (target.node.type === "Identifier")
        return namedType(tracer, target.node.name, module.ast.program, module);
      if (isClass(target.node)) return [{ kind: "instance", node: target.node, module } as const];
      return target.node.type === "TSInterfaceDeclaration"
        ? [{ kind: "typed", node: target.node, module } as const]
        : NOTHING;
    }),
  );
}

function importType(tracer: Evaluator, type: t.TSImportType, module: SourceModule): readonly Value[] {
  const argument = type.argument as Node;
  const source =
    argument.type === "StringLiteral"
      ? argument.value
      : argument.type === "TSLiteralType" && argument.literal.type === "StringLiteral"
        ? argument.literal.value
        : null;
  if (source === null) return NOTHING;
  const name = type.qualifier?.type === "Identifier" ? type.qualifier.name : "default";
  return importedType(tracer, source, name, module);
}

/** `PusherNamespace.Pusher`, `Prisma.X`: one level is enough for types that packages export. */
function qualified(tracer: Evaluator, name: t.TSQualifiedName, module: SourceModule): readonly Value[] {
  if (name.left.type !== "Identifier") return NOTHING;
  const binding = lookup(scopeOf(module, name), name.left.name, true);
  if (binding?.declaration.type !== "ImportNamespaceSpecifier") {
    const role = binding ? tracer.binding(binding, module).find((v) => v.kind === "role") : undefined;
    const known = role && findContract(role.contract)?.types[name.right.name];
    return role && known !== undefined ? [{ ...role, role: known }] : NOTHING;
  }
  const parent = module.scopes.places.get(binding.declaration)?.parent;
  return parent?.type === "ImportDeclaration"
    ? importedType(tracer, parent.source.value, name.right.name, module)
    : NOTHING;
}

function entityValue(tracer: Evaluator, name: t.TSEntityName, module: SourceModule): readonly Value[] {
  if (name.type === "Identifier") {
    const binding = lookup(scopeOf(module, name), name.name);
    return binding ? tracer.binding(binding, module) : NOTHING;
  }
  return name.type === "TSQualifiedName"
    ? tracer.member(entityValue(tracer, name.left, module), name.right.name, module)
    : NOTHING;
}

/** What a property of an object type may be. */
export function typeMember(tracer: Evaluator, value: Value, name: string): readonly Value[] {
  if (value.kind !== "typed") return tracer.member([value], name, null);
  const { node, module } = value;
  const members = node.type === "TSInterfaceDeclaration" ? node.body.body : node.members;
  for (const member of members) {
    if (
      (member.type !== "TSPropertySignature" && member.type !== "TSMethodSignature") ||
      keyName(member) !== name
    )
      continue;
    if (member.type === "TSPropertySignature")
      return member.typeAnnotation ? valuesOfType(tracer, member.typeAnnotation, module) : NOTHING;
    return NOTHING;
  }
  if (node.type !== "TSInterfaceDeclaration") return NOTHING;
  return union(
    ...(node.extends ?? []).map((base) => {
      const bases =
        base.expression.type === "Identifier"
          ? namedType(tracer, base.expression.name, base, module)
          : NOTHING;
      return union(...bases.map((b) => typeMember(tracer, b, name)));
    }),
  );
}

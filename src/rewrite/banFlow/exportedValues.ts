import type { Tracer } from "../../resolve/tracer.ts";
import { exportsOf } from "../../resolve/exports.ts";
import { awaited } from "../../resolve/awaited.ts";
import type { FunctionValue, Value } from "../../resolve/value.ts";
import { bindingOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { keyName, type Node } from "../../syntax/node.ts";

/** Something that a module exports, or a function gives that it exports. */
export interface ExportedValue {
  readonly module: SourceModule;
  /** As in `ImportedName`. */
  readonly name: string;
  /** The name that it goes by in its own module. */
  readonly local: string;
  readonly value: Value;
  /** It is what a call without arguments gives. */
  readonly isGetter: boolean;
  /** That call gives a promise. */
  readonly isAsync: boolean;
  readonly isNullable: boolean;
  /** The property of the export that it is. */
  readonly member?: string;
}

/** What a module exports that is of a kind: by itself, as a property of an object, or as what a getter gives. */
export function exportedValues(
  tracer: Tracer,
  module: SourceModule,
  isWanted: (value: Value) => boolean,
): readonly ExportedValue[] {
  return entriesOf(tracer, module).flatMap((entry): readonly ExportedValue[] => {
    const { values, node, ...base } = entry;
    const direct = values.find(isWanted);
    if (direct) {
      const isNullable = node !== undefined && mayBeNull(node, module);
      return [{ ...base, module, value: direct, isGetter: false, isAsync: false, isNullable }];
    }
    for (const fn of values) {
      if (fn.kind !== "function" || fn.node.params.some(isNeeded)) continue;
      const given = tracer.returnsOf(fn);
      const value = [...given, ...awaited(given)].find(isWanted);
      if (!value) continue;
      const isAsync = fn.node.async === true || !given.some(isWanted);
      return [{ ...base, module, value, isGetter: true, isAsync, isNullable: mayGiveNull(fn) }];
    }
    return [];
  });
}

interface Entry {
  readonly name: string;
  readonly local: string;
  readonly member?: string;
  readonly values: readonly Value[];
  readonly node: Node | undefined;
}

/** The exports of a module, and the properties of the objects among them. */
function entriesOf(tracer: Tracer, module: SourceModule): readonly Entry[] {
  return [...exportsOf(module).named].flatMap(([name, targets]): readonly Entry[] => {
    const values = tracer.exported(module.file, name);
    const node = targets.find((one) => one.kind === "node")?.node;
    const local = localName(name, node);
    const members = values.flatMap((value) => (value.kind === "object" ? membersOf(value, tracer) : []));
    return [
      { name, local, values, node },
      // What `module.exports = {}` holds are exports themselves.
      ...members.map((one) =>
        name === "="
          ? { ...one, name: one.member, local: one.member, member: undefined }
          : { ...one, name, local },
      ),
    ].map(({ member, ...one }: Entry) => (member === undefined ? one : { ...one, member }));
  });
}

function membersOf(
  { node, module }: Extract<Value, { kind: "object" }>,
  tracer: Tracer,
): readonly { readonly member: string; readonly values: readonly Value[]; readonly node: Node }[] {
  return node.properties.flatMap((property) => {
    const member = property.type === "SpreadElement" ? null : keyName(property);
    if (member === null || property.type !== "ObjectProperty" || !/^[A-Za-z_$][\w$]*$/.test(member))
      return [];
    const value = property.value as Node;
    return [{ member, values: tracer.evaluate(value, module), node: value }];
  });
}

function isNeeded(parameter: Node): boolean {
  return (
    parameter.type !== "AssignmentPattern" &&
    parameter.type !== "RestElement" &&
    !(parameter.type === "Identifier" && parameter.optional === true)
  );
}

function localName(name: string, node: Node | undefined): string {
  if (name !== "default" && name !== "=") return name;
  if (node?.type === "Identifier") return node.name;
  return node && "id" in node && node.id?.type === "Identifier" ? node.id.name : "";
}

const NULL = /\b(?:null|undefined)\b/;

/** By its type, or by how it is made. */
function mayBeNull(node: Node, module: SourceModule): boolean {
  if (node.type === "ConditionalExpression") return NULL.test(endsOf(node, module));
  const declaration = bindingOf(module, node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || declaration.id.type !== "Identifier") return false;
  const { id, init } = declaration;
  if (id.typeAnnotation) return NULL.test(textOf(module, id.typeAnnotation));
  return (
    !init || init.type === "NullLiteral" || (init.type === "ConditionalExpression" && mayBeNull(init, module))
  );
}

function endsOf(node: Node, module: SourceModule): string {
  return node.type === "ConditionalExpression"
    ? `${endsOf(node.consequent, module)} ${endsOf(node.alternate, module)}`
    : node.type === "NullLiteral" || node.type === "Identifier"
      ? textOf(module, node)
      : "";
}

function mayGiveNull({ node, module }: FunctionValue): boolean {
  if (node.returnType) return NULL.test(textOf(module, node.returnType));
  let isNull = false;
  walk(node, (one) => {
    if (one.type === "ReturnStatement") isNull ||= !one.argument || NULL.test(endsOf(one.argument, module));
  });
  return isNull;
}

/** Whether it is made where it is exported, and not only passed on. */
function isMadeHere({ value, module }: ExportedValue): boolean {
  return "trace" in value ? value.trace[0]?.file === module.file : /\bnew\b|\w\(/.test(module.text);
}

/** What is exported where it is made is better than what is passed on, a value better than a getter. */
export function byUse(a: ExportedValue, b: ExportedValue): number {
  return (
    costOf(a) - costOf(b) || (a.module.file < b.module.file ? -1 : Number(a.module.file > b.module.file))
  );
}

function costOf(one: ExportedValue): number {
  const { isGetter, isAsync, isNullable, member } = one;
  const flags = [!isMadeHere(one), isNullable, member !== undefined, isAsync, isGetter];
  return flags.reduce((cost, flag) => cost * 2 + Number(flag), 0);
}

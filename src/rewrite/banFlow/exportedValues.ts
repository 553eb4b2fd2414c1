import type { Tracer } from "../../resolve/tracer.ts";
import { exportsOf } from "../../resolve/exports.ts";
import { awaited } from "../../resolve/awaited.ts";
import type { FunctionValue, Value } from "../../resolve/value.ts";
import { bindingOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Node } from "../../syntax/node.ts";

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
  /** It is only passed on from another module. */
  readonly isPassedOn: boolean;
}

/** What a module exports that is of a kind, by itself or as what a getter gives. */
export function exportedValues(
  tracer: Tracer,
  module: SourceModule,
  isWanted: (value: Value) => boolean,
): readonly ExportedValue[] {
  const found: ExportedValue[] = [];
  for (const [name, targets] of exportsOf(module).named) {
    const values = tracer.exported(module.file, name);
    const node = targets.find((one) => one.kind === "node")?.node;
    const local = localName(name, node);
    const base = { module, name, local, isPassedOn: !node || isImported(node, module) };
    const direct = values.find(isWanted);
    if (direct) {
      const isNullable = node !== undefined && mayBeNull(node, module);
      found.push({ ...base, value: direct, isGetter: false, isAsync: false, isNullable });
      continue;
    }
    for (const fn of values.filter((one) => one.kind === "function")) {
      if (fn.node.params.some((one) => one.type !== "AssignmentPattern" && one.type !== "RestElement"))
        continue;
      const given = tracer.returnsOf(fn);
      const value = [...given, ...awaited(given)].find(isWanted);
      if (!value) continue;
      const isAsync = fn.node.async === true || !given.some(isWanted);
      found.push({ ...base, value, isGetter: true, isAsync, isNullable: mayGiveNull(fn) });
      break;
    }
  }
  return found;
}

function localName(name: string, node: Node | undefined): string {
  if (name !== "default" && name !== "=") return name;
  if (node?.type === "Identifier") return node.name;
  return node && "id" in node && node.id?.type === "Identifier" ? node.id.name : "";
}

function isImported(node: Node, module: SourceModule): boolean {
  const binding = node.type === "Identifier" ? bindingOf(module, node) : null;
  return binding !== null && binding.kind === "import";
}

const NULL = /\b(?:null|undefined)\b/;

/** By its type, or by how it is made. */
function mayBeNull(node: Node, module: SourceModule): boolean {
  let isNull = false;
  const name = node.type === "Identifier" ? node.name : null;
  walk(module.ast.program, (one) => {
    if (one.type !== "VariableDeclarator" || one.id.type !== "Identifier" || one.id.name !== name) return;
    const type = one.id.typeAnnotation;
    isNull ||= type ? NULL.test(textOf(module, type)) : !one.init || one.init.type === "NullLiteral";
    isNull ||= !type && one.init?.type === "ConditionalExpression" && NULL.test(endsOf(one.init, module));
  });
  return isNull;
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

import type * as t from "@babel/types";
import { encloses, isCall, isFunction, unwrap, type FunctionNode, type Node } from "../syntax/node.ts";
import type { Binding } from "../syntax/scope.ts";
import { lineOf, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import { keyName } from "../syntax/node.ts";
import { unsentRequest } from "./requests.ts";
import { awaited } from "./awaited.ts";
import { union, withStep, type Value } from "./value.ts";

const NOTHING: readonly Value[] = [];

/** What a declared name may be: its declaration and all that is ever assigned to it. */
export function valuesOfBinding(tracer: Evaluator, binding: Binding, module: SourceModule): readonly Value[] {
  const { declaration } = binding;
  switch (binding.kind) {
    case "import":
      return withStep(importedValue(tracer, declaration, module), {
        file: module.file,
        line: lineOf(declaration),
        note: "imported here",
      });
    case "function":
      return isFunction(declaration) ? [{ kind: "function", node: declaration, module }] : NOTHING;
    case "class":
      return declaration.type === "ClassDeclaration" || declaration.type === "ClassExpression"
        ? [{ kind: "class", node: declaration, module }]
        : NOTHING;
    case "param":
      return isFunction(declaration)
        ? union(parameter(tracer, binding, declaration, module), written(tracer, binding, module))
        : NOTHING;
    case "const":
    case "let":
    case "var":
      return union(declared(tracer, binding, module), written(tracer, binding, module));
    default:
      return NOTHING;
  }
}

function importedValue(tracer: Evaluator, declaration: Node, module: SourceModule): readonly Value[] {
  if (declaration.type === "TSImportEqualsDeclaration") {
    const { moduleReference } = declaration;
    if (moduleReference.type === "TSExternalModuleReference")
      return tracer.imported(moduleReference.expression.value, "=", module);
    return NOTHING;
  }
  const parent = parentOf(module, declaration);
  if (parent?.type !== "ImportDeclaration") return NOTHING;
  const source = parent.source.value;
  if (declaration.type === "ImportDefaultSpecifier") return tracer.imported(source, "default", module);
  if (declaration.type === "ImportNamespaceSpecifier") return tracer.imported(source, "*", module);
  if (declaration.type !== "ImportSpecifier") return NOTHING;
  const { imported } = declaration;
  return tracer.imported(source, imported.type === "Identifier" ? imported.name : imported.value, module);
}

function declared(tracer: Evaluator, binding: Binding, module: SourceModule): readonly Value[] {
  const { declaration } = binding;
  if (declaration.type !== "VariableDeclarator") return NOTHING;
  const annotation = declaration.id.type === "Identifier" ? declaration.id.typeAnnotation : null;
  const typed = tracer.annotated(annotation, module);
  const source = declaration.init
    ? tracer.evaluate(declaration.init, module)
    : iterated(tracer, declaration, module);
  return union(alongPattern(tracer, declaration.id, binding.identifier, source, module), typed);
}

/** `for (const x of xs)`: an element of `xs`. */
function iterated(
  tracer: Evaluator,
  declarator: t.VariableDeclarator,
  module: SourceModule,
): readonly Value[] {
  const declaration = parentOf(module, declarator);
  const loop = declaration && parentOf(module, declaration);
  if (loop?.type !== "ForOfStatement") return NOTHING;
  return union(...tracer.evaluate(loop.right, module).map((v) => (v.kind === "array" ? v.of : NOTHING)));
}

/** What the identifier gets when `source` is matched against the pattern. */
function alongPattern(
  tracer: Evaluator,
  pattern: Node,
  identifier: t.Identifier,
  source: readonly Value[],
  module: SourceModule,
): readonly Value[] {
  if (pattern === identifier) return source;
  switch (pattern.type) {
    case "AssignmentPattern":
      return alongPattern(
        tracer,
        pattern.left,
        identifier,
        union(source, tracer.evaluate(pattern.right, module)),
        module,
      );
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (!encloses(property, identifier)) continue;
        if (property.type === "RestElement") return property.argument === identifier ? source : NOTHING;
        const name = keyName(property);
        return name === null
          ? NOTHING
          : alongPattern(tracer, property.value, identifier, tracer.member(source, name, module), module);
      }
      return NOTHING;
    case "ArrayPattern": {
      const element = pattern.elements.find((e) => e && encloses(e, identifier));
      const items = union(...source.map((v) => (v.kind === "array" ? v.of : NOTHING)));
      return element ? alongPattern(tracer, element, identifier, items, module) : NOTHING;
    }
    default:
      return NOTHING;
  }
}

function written(tracer: Evaluator, binding: Binding, module: SourceModule): readonly Value[] {
  return union(
    ...binding.writes.map((write) => {
      if (write.type !== "AssignmentExpression") return NOTHING;
      const right = tracer.evaluate(write.right, module);
      return unwrap(write.left).type === "Identifier"
        ? right
        : alongAssignment(tracer, write, binding, right, module);
    }),
  );
}

function alongAssignment(
  tracer: Evaluator,
  write: t.AssignmentExpression,
  binding: Binding,
  source: readonly Value[],
  module: SourceModule,
): readonly Value[] {
  const target = binding.references.find((reference) => encloses(write.left, reference));
  return target ? alongPattern(tracer, write.left, target, source, module) : NOTHING;
}

function parameter(
  tracer: Evaluator,
  binding: Binding,
  fn: FunctionNode,
  module: SourceModule,
): readonly Value[] {
  const index = fn.params.findIndex((param) => encloses(param, binding.identifier));
  const param = fn.params[index];
  if (!param) return NOTHING;
  const pattern = param.type === "TSParameterProperty" ? param.parameter : param;
  const target = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  const annotation = "typeAnnotation" in target ? target.typeAnnotation : null;
  const typed = alongPattern(
    tracer,
    pattern,
    binding.identifier,
    tracer.annotated(annotation, module),
    module,
  );
  if (typed.length > 0) return typed;
  // A function that is passed is its caller's business: who calls the parameter calls everybody's.
  const given = tracer.argumentsOf(fn, index, module).filter((v) => v.kind !== "function");
  const passed = union(callbackArgument(tracer, fn, index, module), given);
  return alongPattern(tracer, pattern, binding.identifier, passed, module);
}

/** What `.then` hands to its callback: the content of the promise. */
function callbackArgument(
  tracer: Evaluator,
  fn: FunctionNode,
  index: number,
  module: SourceModule,
): readonly Value[] {
  const place = placeOf(module, fn);
  if (!place || !isCall(place.parent) || place.key !== "arguments" || index > 1) return NOTHING;
  const { callee } = place.parent;
  if (callee.type !== "MemberExpression" && callee.type !== "OptionalMemberExpression") return NOTHING;
  if (callee.property.type !== "Identifier") return NOTHING;
  const method = callee.property.name;
  const receiver = tracer.evaluate(callee.object, module);
  // `.end((err, res) => …)`.
  if (index === 1) return unsentRequest(receiver)?.callback === method ? awaited(receiver) : NOTHING;
  if (method === "then" && place.index === 0)
    return awaited(receiver.filter((v) => v.kind === "promise" || v.kind === "sdk-call"));
  if (/^(forEach|map|flatMap|filter|some|every|find)$/.test(method))
    return union(...receiver.map((v) => (v.kind === "array" ? v.of : NOTHING)));
  return NOTHING;
}

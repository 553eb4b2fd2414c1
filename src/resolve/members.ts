import type * as t from "@babel/types";
import { findFunction } from "../contracts/index.ts";
import { isCall, isMember, keyName, memberName, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, lineOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import { assignedToThis, prototypeProperty } from "./thisValues.ts";
import { typeMember } from "./types.ts";
import { union, type Value } from "./value.ts";

const NOTHING: readonly Value[] = [];
const GLOBALS = new Set(["globalThis", "global", "window", "self"]);

/** What `object.name` may be. `at` is the member access itself, where there is one: properties set on its object elsewhere count. */
export function memberOf(
  tracer: Evaluator,
  objects: readonly Value[],
  name: string,
  at: t.MemberExpression | t.OptionalMemberExpression | null,
  module: SourceModule | null,
): readonly Value[] {
  const known = union(...objects.map((object) => memberOfOne(tracer, object, name)));
  return at && module ? union(known, assignedProperty(tracer, at, name, module)) : known;
}

function memberOfOne(tracer: Evaluator, object: Value, name: string): readonly Value[] {
  switch (object.kind) {
    case "role": {
      const role = tracer.role(object.contract, object.role);
      const member = role?.members?.[name];
      if (member !== undefined) return [{ ...object, role: member }];
      const made = role?.methods?.[name];
      if (made !== undefined)
        return [{ kind: "role-method", contract: object.contract, role: made, trace: object.trace }];
      if (!role?.hasFunctions) return NOTHING;
      const own = `${role.prefix ?? ""}${name}`;
      if (findFunction(object.contract, own))
        return [{ kind: "sdk-method", contract: object.contract, name: own, trace: object.trace }];
      return role.chains
        ? [{ kind: "role-method", contract: object.contract, role: object.role, trace: object.trace }]
        : NOTHING;
    }
    case "instance":
      return classMember(tracer, object.node, name, false, object.module);
    case "class":
      return classMember(tracer, object.node, name, true, object.module);
    case "object":
      return objectMember(tracer, object.node, name, object.module);
    case "typed":
      return typeMember(tracer, object, name);
    case "namespace":
      return tracer.exported(object.file, name);
    case "array":
      // A ref of React (see reactHooks.ts).
      return name === "current" ? object.of : NOTHING;
    case "external":
      return object.path.length < 120 ? [{ ...object, path: `${object.path}.${name}` }] : NOTHING;
    default:
      return NOTHING;
  }
}

/** A property, method or getter of an object literal, spreads included. */
function objectMember(
  tracer: Evaluator,
  node: t.ObjectExpression,
  name: string,
  module: SourceModule,
): readonly Value[] {
  const found: (readonly Value[])[] = [];
  const asked = spreading.get(node) ?? new Set();
  spreading.set(node, asked);
  // `params = { ...params, x }`: the literal may spread itself.
  if (asked.has(name)) return NOTHING;
  asked.add(name);
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      found.push(memberOf(tracer, tracer.evaluate(property.argument, module), name, null, null));
    } else if (keyName(property) === name) {
      if (property.type === "ObjectProperty") found.push(tracer.evaluate(property.value, module));
      else if (property.kind === "get")
        found.push(tracer.returnsOf({ kind: "function", node: property, module }));
      else found.push([{ kind: "function", node: property, module }]);
    }
  }
  asked.delete(name);
  return union(...found, assignedToThis(tracer, node, name, module));
}

/** The names that are being looked up in literals with spreads. */
const spreading = new WeakMap<Node, Set<string>>();

/** A member of a class: field, method, getter, parameter property, or what its code assigns to `this.name`; then its base class. */
function classMember(
  tracer: Evaluator,
  node: t.Class,
  name: string,
  isStatic: boolean,
  module: SourceModule,
): readonly Value[] {
  const found: (readonly Value[])[] = [];
  for (const member of node.body.body) {
    if (member.type === "ClassMethod" && member.kind === "constructor" && !isStatic)
      found.push(parameterProperty(tracer, member, name, module));
    if (
      !("key" in member) ||
      !("static" in member) ||
      Boolean(member.static) !== isStatic ||
      keyName(member) !== name
    )
      continue;
    if (member.type === "ClassMethod" || member.type === "ClassPrivateMethod") {
      const method: Value = { kind: "function", node: member, module };
      found.push(member.kind === "get" ? tracer.returnsOf(method) : [method]);
    } else if (
      member.type === "ClassProperty" ||
      member.type === "ClassPrivateProperty" ||
      member.type === "ClassAccessorProperty"
    ) {
      const annotation = "typeAnnotation" in member ? member.typeAnnotation : null;
      found.push(
        member.value ? tracer.evaluate(member.value, module) : NOTHING,
        tracer.annotated(annotation, module),
      );
    }
  }
  found.push(assignedToThis(tracer, node, name, module));
  const own = union(...found);
  if (own.length > 0 || !node.superClass) return own;
  return union(
    ...tracer
      .evaluate(node.superClass, module)
      .map((base) =>
        base.kind === "class"
          ? classMember(tracer, base.node, name, isStatic, base.module)
          : constructedMember(tracer, base, name),
      ),
  );
}

/** `class Realtime extends Pusher`: what it inherits from the package. */
function constructedMember(tracer: Evaluator, base: Value, name: string): readonly Value[] {
  if (base.kind !== "role") return NOTHING;
  const role = tracer.role(base.contract, base.role)?.constructs;
  return role === undefined ? NOTHING : memberOf(tracer, [{ ...base, role }], name, null, null);
}

function parameterProperty(
  tracer: Evaluator,
  constructor: t.ClassMethod,
  name: string,
  module: SourceModule,
): readonly Value[] {
  for (const param of constructor.params) {
    if (param.type !== "TSParameterProperty") continue;
    const target = param.parameter.type === "AssignmentPattern" ? param.parameter.left : param.parameter;
    if (target.type !== "Identifier" || target.name !== name) continue;
    const binding = bindingOf(module, target);
    return binding ? tracer.binding(binding, module) : NOTHING;
  }
  return NOTHING;
}

/** What the code of this file assigns to the same property of the same variable: `app.pusher = new Pusher()`, `globalThis.x ??= …`, `this.x = …` in a constructor function. */
function assignedProperty(
  tracer: Evaluator,
  at: t.MemberExpression | t.OptionalMemberExpression,
  name: string,
  module: SourceModule,
): readonly Value[] {
  const object = unwrap(at.object);
  if (object.type === "ThisExpression") return prototypeProperty(tracer, at, name, module);
  if (isExportsObject(object, module)) return tracer.exported(module.file, name);
  if (object.type !== "Identifier") return NOTHING;
  const binding = bindingOf(module, object);
  if (!binding && !GLOBALS.has(object.name)) return NOTHING;
  const references = binding
    ? binding.references
    : module.scopes.unresolved.filter((u) => GLOBALS.has(u.name));
  return union(...references.map((reference) => propertyWrite(tracer, reference, name, module)));
}

/** `exports` or `module.exports`, read in the file that sets it. */
function isExportsObject(node: Node, module: SourceModule): boolean {
  if (node.type === "Identifier") return node.name === "exports" && !bindingOf(module, node);
  return (
    isMember(node) &&
    node.object.type === "Identifier" &&
    node.object.name === "module" &&
    memberName(node) === "exports"
  );
}

function propertyWrite(
  tracer: Evaluator,
  reference: t.Identifier,
  name: string,
  module: SourceModule,
): readonly Value[] {
  let place = placeOf(module, reference);
  while (place && place.parent.type.startsWith("TS") && place.key === "expression")
    place = placeOf(module, place.parent);
  if (!place || !isMember(place.parent) || place.key !== "object" || memberName(place.parent) !== name)
    return NOTHING;
  const write = placeOf(module, place.parent);
  return write?.parent.type === "AssignmentExpression" && write.key === "left"
    ? tracer.evaluate(write.parent.right, module)
    : NOTHING;
}

/** The class or object a call's callee belongs to, for messages: `pusher.trigger`. */
export function calleeText(node: Node, module: SourceModule): string {
  const callee = isCall(node) ? node.callee : node;
  const text = module.text.slice(callee.start ?? 0, callee.end ?? 0).replaceAll(/\s+/g, "");
  return /^[\w$.?!#]+$/.test(text)
    ? text.replace(/[?!]\.?/g, (mark) => (mark.includes(".") ? "." : ""))
    : `line ${lineOf(node)}`;
}

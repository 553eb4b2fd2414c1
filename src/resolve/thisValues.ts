import type * as t from "@babel/types";
import {
  isClass,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { bindingOf, parentOf, placeOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import { union, type Value } from "./value.ts";

const NOTHING: readonly Value[] = [];

const assignments = new WeakMap<Node, ReadonlyMap<string, readonly t.AssignmentExpression[]>>();

/** The assignments to `this.<name>` in the code of a class or constructor function, by name. */
function thisAssignments(owner: Node): ReadonlyMap<string, readonly t.AssignmentExpression[]> {
  const known = assignments.get(owner);
  if (known) return known;
  const byName = new Map<string, t.AssignmentExpression[]>();
  const look = (inner: Node) => {
    if (inner.type !== "AssignmentExpression") return;
    const target = unwrap(inner.left);
    if (!isMember(target) || target.object.type !== "ThisExpression") return;
    const name = memberName(target);
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), inner]);
  };
  walk(owner, look, (inner) => inner !== owner && isClass(inner));
  assignments.set(owner, byName);
  return byName;
}

export function assignedToThis(
  tracer: Evaluator,
  owner: Node,
  name: string,
  module: SourceModule,
): readonly Value[] {
  return union(
    ...(thisAssignments(owner).get(name) ?? []).map((assignment) =>
      tracer.evaluate(assignment.right, module),
    ),
  );
}

/** What `this` is: the class instance (or the class, in static code), the object literal, or what a constructor function builds. */
export function valuesOfThis(
  tracer: Evaluator,
  node: t.ThisExpression,
  module: SourceModule,
): readonly Value[] {
  for (let at: Node = node, up = placeOf(module, at); up; at = up.parent, up = placeOf(module, at)) {
    const owner = up.parent;
    if (isClass(owner)) continue;
    if (owner.type === "ClassBody") {
      const parent = parentOf(module, owner);
      const isStatic = "static" in at && Boolean(at.static);
      return isClass(parent) ? [{ kind: isStatic ? "class" : "instance", node: parent, module }] : NOTHING;
    }
    if (
      owner.type === "ObjectMethod" ||
      owner.type === "FunctionExpression" ||
      owner.type === "FunctionDeclaration"
    ) {
      const values = receiverOf(owner, module);
      if (values) return values;
    }
  }
  return NOTHING;
}

/** What `super` is: an instance of the base class. */
export function valuesOfSuper(tracer: Evaluator, node: t.Super, module: SourceModule): readonly Value[] {
  for (let at: Node | undefined = node; at; at = parentOf(module, at)) {
    if (!isClass(at) || !at.superClass) continue;
    return tracer.evaluate(at.superClass, module).flatMap((base): readonly Value[] => {
      if (base.kind === "class") return [{ ...base, kind: "instance" }];
      const role = base.kind === "role" ? tracer.role(base.contract, base.role)?.constructs : undefined;
      return base.kind === "role" && role !== undefined ? [{ ...base, role }] : NOTHING;
    });
  }
  return NOTHING;
}

/** The object whose method a function is; null where the search has to go on outwards. */
function receiverOf(fn: FunctionNode, module: SourceModule): readonly Value[] | null {
  const place = placeOf(module, fn);
  if (!place) return NOTHING;
  if (place.parent.type === "ObjectExpression") return [{ kind: "object", node: place.parent, module }];
  if (place.parent.type === "ObjectProperty") {
    const object = parentOf(module, place.parent);
    return object?.type === "ObjectExpression" ? [{ kind: "object", node: object, module }] : NOTHING;
  }
  return NOTHING;
}

/** ES5 classes: `function Bus() { this.pusher = new Pusher() }` and `Bus.prototype.send = function () { this.pusher.trigger() }`. */
export function prototypeProperty(
  tracer: Evaluator,
  at: Node,
  name: string,
  module: SourceModule,
): readonly Value[] {
  for (let fn = parentOf(module, at); fn; fn = parentOf(module, fn)) {
    if (!isFunction(fn) || fn.type === "ArrowFunctionExpression") continue;
    if (fn.type === "ClassMethod" || fn.type === "ClassPrivateMethod" || fn.type === "ObjectMethod")
      return NOTHING;
    const own = assignedToThis(tracer, fn, name, module);
    const owner = prototypeOwner(fn, module);
    return owner ? union(own, assignedToThis(tracer, owner, name, module)) : own;
  }
  return NOTHING;
}

function prototypeOwner(fn: FunctionNode, module: SourceModule): Node | null {
  const place = placeOf(module, fn);
  const target = place?.parent.type === "AssignmentExpression" ? unwrap(place.parent.left) : null;
  if (!target || !isMember(target) || !isMember(target.object) || memberName(target.object) !== "prototype")
    return null;
  const constructor = unwrap(target.object.object);
  return constructor.type === "Identifier" ? (bindingOf(module, constructor)?.declaration ?? null) : null;
}

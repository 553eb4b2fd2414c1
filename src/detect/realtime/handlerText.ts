import type * as t from "@babel/types";
import type { Evaluator } from "../../resolve/evaluator.ts";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
import { placeOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";

/** What a handler does, functions of the project that it calls included. */
export interface HandlerText {
  /** Every string in it. */
  readonly literals: ReadonlySet<string>;
  /** Strings that something called `type` is compared with. */
  readonly types: ReadonlySet<string>;
  /** Names of properties that it reads. */
  readonly members: ReadonlySet<string>;
  /** It hands what it got to code that is not seen, or looks it up by its type. */
  readonly isOpen: boolean;
  /** The functions that were read. */
  readonly functions: readonly { readonly fn: FunctionNode; readonly module: SourceModule }[];
}

const MAX_FUNCTIONS = 12;
const HARMLESS =
  /^(console|JSON|String|Number|Math|Date|Object|Array|Buffer|setTimeout|clearTimeout|setInterval|clearInterval)\b/;

/** Reads a handler and the project's functions that it calls. */
export function readHandler(tracer: Evaluator, fn: FunctionNode, module: SourceModule): HandlerText {
  const literals = new Set<string>();
  const types = new Set<string>();
  const members = new Set<string>();
  const functions: { readonly fn: FunctionNode; readonly module: SourceModule }[] = [];
  let isOpen = false;

  const read = (at: FunctionNode, own: SourceModule): void => {
    if (functions.some((known) => known.fn === at) || functions.length >= MAX_FUNCTIONS) return;
    functions.push({ fn: at, module: own });
    const frames = frameNames(at, own);
    walk(at, (node) => {
      if (node.type === "StringLiteral") literals.add(node.value);
      if (isMember(node)) {
        const name = memberName(node);
        if (name !== null) members.add(name);
        else if (/\.(type|event)\b/.test(textOf(own, node.property))) isOpen = true;
      }
      if (node.type === "ObjectPattern")
        for (const property of node.properties)
          if (property.type === "ObjectProperty" && property.key.type === "Identifier")
            members.add(property.key.name);
      for (const literal of comparedTypes(node, own)) types.add(literal);
      if (isCall(node)) follow(node, own, frames);
    });
  };

  const follow = (call: Node, own: SourceModule, frames: ReadonlySet<string>): void => {
    if (!isCall(call)) return;
    const callee = unwrap(call.callee as Node);
    const functionsOf = tracer.evaluate(callee, own).filter((v) => v.kind === "function");
    for (const value of functionsOf) read(value.node, value.module);
    if (functionsOf.length > 0 || isFunction(callee) || HARMLESS.test(textOf(own, callee))) return;
    if (isInOtherCase(call, own)) return;
    if (call.arguments.some((argument) => argument.type === "Identifier" && frames.has(argument.name)))
      isOpen = true;
  };

  read(fn, module);
  return { literals, types, members, isOpen, functions };
}

/** `case "presence": emit(frame)`: what stands in the branch of another type gets no error. */
function isInOtherCase(node: Node, module: SourceModule): boolean {
  for (let at = node, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    if (isFunction(parent)) return false;
    if (parent.type === "SwitchCase" && key === "consequent") {
      const list = placeOf(module, parent);
      const around = list?.parent.type === "SwitchStatement" ? list.parent : null;
      const before = around?.cases[(list?.index ?? 0) - 1];
      // A case that others fall into is a branch of theirs, too.
      const isReached =
        before && !/^(Break|Return|Throw|Continue)Statement$/.test(lastOf(before)?.type ?? "");
      return (
        parent.test?.type === "StringLiteral" &&
        parent.test.value !== "error" &&
        !isReached &&
        around !== null &&
        comparedTypes(around, module).includes(parent.test.value)
      );
    }
    if (parent.type === "IfStatement" && key === "consequent" && parent.test.type === "BinaryExpression") {
      const [only] = comparedTypes(parent.test, module);
      if (/^={2,3}$/.test(parent.test.operator) && only !== undefined && only !== "error") return true;
    }
  }
  return false;
}

/** The last statement of a case; that of its block, where it is one. */
function lastOf({ consequent }: t.SwitchCase): Node | undefined {
  const last = consequent.at(-1);
  return last?.type === "BlockStatement" ? last.body.at(-1) : last;
}

/** The names in a function that hold a whole frame: what was parsed, and its parameters. */
function frameNames(fn: FunctionNode, module: SourceModule): ReadonlySet<string> {
  const names = new Set<string>();
  for (const param of fn.params) if (param.type === "Identifier") names.add(param.name);
  walk(fn, (node) => {
    const isParse = isCall(node) && textOf(module, node.callee as Node) === "JSON.parse";
    if (!isParse) return;
    for (
      let at: Node = node, place = placeOf(module, at);
      place;
      at = place.parent, place = placeOf(module, at)
    ) {
      const { parent } = place;
      if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") names.add(parent.id.name);
      if (parent.type === "AssignmentExpression" && parent.left.type === "Identifier")
        names.add(parent.left.name);
      if (/Statement$|Declarator$/.test(parent.type)) return;
    }
  });
  return names;
}

/** `x.type === "ack"`, `switch (type) { case "ack": }`: the strings that a type is compared with. */
function comparedTypes(node: Node, module: SourceModule): readonly string[] {
  const isType = (side: Node) => /(^|\.|\?\.)(type|event|kind|op)["'\]]*$/.test(textOf(module, unwrap(side)));
  if (node.type === "BinaryExpression" && /^[=!]==?$/.test(node.operator)) {
    const { left, right } = node;
    if (right.type === "StringLiteral" && left.type !== "PrivateName" && isType(left)) return [right.value];
    return left.type === "StringLiteral" && isType(right) ? [left.value] : [];
  }
  if (node.type !== "SwitchStatement" || !isType(node.discriminant)) return [];
  return node.cases.flatMap(({ test }) => (test?.type === "StringLiteral" ? [test.value] : []));
}

/** Whether a node stands in the block of a `try` with a `catch`, within a function. */
export function isInTry(node: Node, within: Node | null, module: SourceModule): boolean {
  for (
    let at = node, place = placeOf(module, at);
    place && at !== within;
    at = place.parent, place = placeOf(module, at)
  ) {
    if (place.parent.type === "TryStatement" && place.key === "block" && place.parent.handler) return true;
    if (at !== node && isFunction(at)) return false;
  }
  return false;
}

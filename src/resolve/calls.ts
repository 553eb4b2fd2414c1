import type * as t from "@babel/types";
import {
  isFunction,
  isMember,
  memberName,
  startOf,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { lineOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import { builtRequest, requestCall } from "./requests.ts";
import { awaited } from "./awaited.ts";
import { valuesOfHook } from "./reactHooks.ts";
import { socketOf } from "./sockets.ts";
import { CREATED, union, type FunctionValue, type Value } from "./value.ts";

const NOTHING: readonly Value[] = [];
/** Helpers that give back what their function gives (or that function itself), wherever they come from. */
const CACHES =
  /^(once|memo|memoize|memoizeOne|cache|lazy|singleton|remember|getOrCreate|createSingleton|unstable_cache|pMemoize|global\w*)$/i;

/** What `new X()` may give. */
export function valuesOfNew(
  tracer: Evaluator,
  node: t.NewExpression,
  module: SourceModule,
): readonly Value[] {
  const socket = socketOf(tracer, node, module);
  if (socket) return created(tracer, socket, node, module);
  return union(
    ...tracer.evaluate(node.callee, module).map((callee): readonly Value[] => {
      if (callee.kind === "class") return [{ ...callee, kind: "instance" }];
      if (callee.kind === "role") {
        const role = tracer.role(callee.contract, callee.role)?.constructs;
        return role === undefined ? NOTHING : created(tracer, { ...callee, role }, node, module);
      }
      if (callee.kind === "role-method") return created(tracer, { ...callee, kind: "role" }, node, module);
      return callee.kind === "external" ? [{ ...callee, path: `new ${callee.path}()` }] : NOTHING;
    }),
  );
}

function created(
  tracer: Evaluator,
  value: Extract<Value, { kind: "role" }>,
  node: Node,
  module: SourceModule,
): readonly Value[] {
  const trace = [{ file: module.file, line: lineOf(node), note: CREATED }];
  const isInstance = tracer.role(value.contract, value.role)?.isInstance === true;
  return [{ ...value, trace, ...(isInstance ? { place: placeKey(module, node) } : {}) }];
}

/** What tells an instance from others of its role: where it is made. */
export function placeKey(module: SourceModule, node: Node): string {
  return `${module.file}:${startOf(node)}`;
}

/** What a call may give. */
export function valuesOfCall(
  tracer: Evaluator,
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] {
  const required = requireTarget(node, module);
  if (required !== null) return tracer.imported(required, "=", module);
  if (node.callee.type === "Import") return dynamicImport(tracer, node, module);
  // What compilers put around `require` in their output.
  const [first] = node.arguments;
  if (
    node.callee.type === "Identifier" &&
    /^(__importDefault|__importStar|_interopRequireDefault|_interopRequireWildcard)$/.test(
      node.callee.name,
    ) &&
    first
  )
    return first.type === "SpreadElement" || first.type === "ArgumentPlaceholder"
      ? NOTHING
      : tracer.evaluate(first, module);
  const builtin = builtRequest(tracer, node, module) ?? valuesOfBuiltin(tracer, node, module);
  if (builtin) return builtin;
  const callees = tracer.evaluate(node.callee as Node, module);
  const found = union(...callees.map((callee) => valuesOfOneCall(tracer, callee, node, module)));
  const isKnown = found.some((v) => v.kind !== "external");
  return isKnown ? found : union(passedThrough(tracer, node, callees, module), found);
}

/** The specifier of `require("x")`, where `require` is Node's. */
export function requireTarget(
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): string | null {
  if (
    node.callee.type !== "Identifier" ||
    node.callee.name !== "require" ||
    module.scopes.bindings.has(node.callee)
  )
    return null;
  const [first] = node.arguments;
  if (first?.type === "StringLiteral") return first.value;
  const byFolder = first ? pathFromFolder(first as Node) : null;
  if (byFolder !== null) return byFolder;
  return first?.type === "TemplateLiteral" && first.expressions.length === 0
    ? (first.quasis[0]?.value.cooked ?? null)
    : null;
}

/** `__dirname + "/x"`, a template that starts with it, and `path.join(__dirname, "x")`, as a relative specifier. */
function pathFromFolder(node: Node): string | null {
  const parts = partsFromFolder(node);
  return parts === null ? null : `./${parts.join("/").replace(/^\/+/, "")}`;
}

function partsFromFolder(node: Node): readonly string[] | null {
  if (node.type === "BinaryExpression" && node.operator === "+" && isFolderName(node.left))
    return node.right.type === "StringLiteral" ? [node.right.value] : null;
  if (node.type === "TemplateLiteral") {
    const [only, ...more] = node.expressions;
    const tail = node.quasis[1]?.value.cooked;
    return only && more.length === 0 && isFolderName(only) && node.quasis[0]?.value.raw === "" && tail != null
      ? [tail]
      : null;
  }
  if (node.type !== "CallExpression" || node.callee.type === "V8IntrinsicIdentifier") return null;
  const name = isMember(node.callee)
    ? memberName(node.callee)
    : node.callee.type === "Identifier"
      ? node.callee.name
      : null;
  const [folder, ...rest] = node.arguments;
  if ((name !== "join" && name !== "resolve") || !folder || !isFolderName(folder)) return null;
  const parts = rest.map((part) => (part.type === "StringLiteral" ? part.value : null));
  return parts.includes(null) ? null : (parts as string[]);
}

function isFolderName(node: Node): boolean {
  return node.type === "Identifier" && node.name === "__dirname";
}

function dynamicImport(
  tracer: Evaluator,
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] {
  const [first] = node.arguments;
  return first?.type === "StringLiteral"
    ? [{ kind: "promise", of: tracer.imported(first.value, "*", module) }]
    : NOTHING;
}

function valuesOfOneCall(
  tracer: Evaluator,
  callee: Value,
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] {
  switch (callee.kind) {
    case "function":
      return tracer.returnsOf(callee);
    case "sdk-method":
      return [
        {
          kind: "sdk-call",
          contract: callee.contract,
          name: callee.name,
          opaque: false,
          trace: callee.trace,
        },
      ];
    case "role-method":
      return created(tracer, { ...callee, kind: "role" }, node, module);
    case "role": {
      const request = requestCall(tracer, callee, node);
      if (request) return [request];
      const role = tracer.role(callee.contract, callee.role)?.returns;
      return role === undefined ? NOTHING : created(tracer, { ...callee, role }, node, module);
    }
    case "external":
      return (
        valuesOfHook(tracer, callee, node, module) ??
        (callee.path.length < 120 ? [{ ...callee, path: `${callee.path}()` }] : NOTHING)
      );
    default:
      return NOTHING;
  }
}

/** Calls of the language's own: promises, `bind`, `Object.freeze`, array access. Null where it is none of them. */
function valuesOfBuiltin(
  tracer: Evaluator,
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] | null {
  const callee = unwrap(node.callee as Node);
  if (!isMember(callee)) return null;
  const name = memberName(callee);
  if (name === null) return null;
  const first = node.arguments[0];
  const firstValues = () =>
    first && first.type !== "SpreadElement" && first.type !== "ArgumentPlaceholder"
      ? tracer.evaluate(first, module)
      : NOTHING;
  if (callee.object.type === "Identifier" && !module.scopes.bindings.has(callee.object)) {
    if (callee.object.name === "Promise" && name === "resolve")
      return [
        { kind: "promise", of: awaited(firstValues()) },
        ...firstValues().filter((v) => v.kind === "sdk-call"),
      ];
    if (callee.object.name === "Object" && /^(freeze|seal|assign|preventExtensions)$/.test(name))
      return union(
        ...node.arguments.map((a) =>
          a.type === "SpreadElement" || a.type === "ArgumentPlaceholder"
            ? NOTHING
            : tracer.evaluate(a, module),
        ),
      );
  }
  if (name === "then" || name === "catch" || name === "finally")
    return chained(tracer, callee.object, name, node, module);
  if (name === "bind" || name === "call" || name === "apply") {
    const functions = tracer
      .evaluate(callee.object, module)
      .filter((v) => v.kind === "function" || v.kind === "sdk-method");
    if (functions.length === 0) return null;
    return name === "bind"
      ? functions
      : union(...functions.map((f) => valuesOfOneCall(tracer, f, node, module)));
  }
  if (/^(at|pop|shift|find|get)$/.test(name)) {
    const arrays = tracer.evaluate(callee.object, module).filter((v) => v.kind === "array");
    return arrays.length > 0 ? union(...arrays.map((a) => a.of)) : null;
  }
  return null;
}

/** A promise with a handler: what its callbacks give, and the failure that goes on where no handler stops it. */
function chained(
  tracer: Evaluator,
  object: Node,
  name: string,
  node: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] | null {
  const source = tracer.evaluate(object, module);
  if (!source.some((v) => v.kind === "promise" || v.kind === "sdk-call")) return null;
  if (name === "finally") return source;
  const callbacks = node.arguments.flatMap((a) =>
    a.type === "SpreadElement" || a.type === "ArgumentPlaceholder" ? [] : [tracer.evaluate(a, module)],
  );
  const results = union(
    ...callbacks.flatMap((values) =>
      values.map((v) => (v.kind === "function" ? tracer.returnsOf(v) : NOTHING)),
    ),
  );
  // A handler that logs and throws on hands the failure to the caller all the same.
  const handler = name === "catch" ? node.arguments[0] : node.arguments[1];
  const handles = handler !== undefined && !throws(handler as Node);
  const going = handles ? NOTHING : source.filter((v) => v.kind === "sdk-call");
  const isOwn = handler !== undefined && doesMore(handler as Node);
  const failing = isOwn ? going.map((v) => ({ ...v, opaque: true })) : going;
  const kept = name === "catch" ? source.filter((v) => v.kind === "promise") : NOTHING;
  return union(
    [{ kind: "promise", of: awaited(results) }],
    failing,
    results.filter((v) => v.kind === "sdk-call"),
    kept,
  );
}

/** Whether a handler does something about a failure besides throwing it on: then it is its own, as a `catch` clause's is. */
function doesMore(handler: Node): boolean {
  return isFunction(handler) && handler.body.type === "BlockStatement" && handler.body.body.length > 1;
}

/** Whether a handler written in place throws. */
function throws(handler: Node): boolean {
  let found = false;
  const look = (inner: Node) => {
    if (inner.type === "ThrowStatement") found = true;
  };
  if (isFunction(handler)) walk(handler.body, look, isFunction);
  return found;
}

/** `singleton("pusher", () => new Pusher())`: where nothing else is known, a helper gives back what its function gives. */
function passedThrough(
  tracer: Evaluator,
  node: t.CallExpression | t.OptionalCallExpression,
  callees: readonly Value[],
  module: SourceModule,
): readonly Value[] {
  const callee = unwrap(node.callee as Node);
  const name =
    callee.type === "Identifier" ? callee.name : isMember(callee) ? (memberName(callee) ?? "") : "";
  const isProjectFunction = callees.length > 0 && callees.every((v) => v.kind === "function");
  if (!isProjectFunction && !CACHES.test(name)) return NOTHING;
  const functions = node.arguments.flatMap((a) => (isFunction(a) ? [a as FunctionNode] : []));
  const made = union(...functions.map((fn) => tracer.returnsOf({ kind: "function", node: fn, module })));
  const roles = made.filter((v) => v.kind === "role" || v.kind === "promise" || v.kind === "instance");
  if (roles.length === 0) return NOTHING;
  return [...roles, ...functions.map((fn): Value => ({ kind: "function", node: fn, module }))];
}

/** The expressions that a function returns, its inner functions not counted. */
function returnedExpressions(fn: FunctionNode): readonly Node[] {
  if (fn.body.type !== "BlockStatement") return [fn.body];
  const found: Node[] = [];
  const look = (inner: Node) => {
    if (inner.type === "ReturnStatement" && inner.argument) found.push(inner.argument);
  };
  walk(fn.body, look, (inner) => isFunction(inner) || inner.type === "ClassBody");
  return found.toSorted((a, b) => startOf(a) - startOf(b));
}

/** What a call of a project function gives: its returned expressions, its declared type, and a failure that it lets out. */
export function returnsOf(tracer: Evaluator, fn: FunctionValue): readonly Value[] {
  const { node, module } = fn;
  if (node.generator) return NOTHING;
  const returned = union(...returnedExpressions(node).map((e) => tracer.evaluate(e, module)));
  const declared = tracer.annotated(node.returnType, module);
  if (!node.async) return tracer.step(union(returned, declared), module, node, "returned by this function");
  // An async function that returns the promise without awaiting it hands the call on; what it awaits is its own.
  const calls = returned.filter((v) => v.kind === "sdk-call");
  const carried = tracer.carriedBy(node, module);
  return union(
    [{ kind: "promise", of: awaited(union(returned, awaited(declared))) }],
    tracer.step(calls, module, node, "returned by this function"),
    carried,
  );
}

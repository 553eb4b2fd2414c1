import type * as t from "@babel/types";
import type { Site } from "../../detect/site.ts";
import {
  encloses,
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  scopeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../syntax/sourceModule.ts";
import { lookup } from "../../syntax/scope.ts";
import { declaredBy, listOf, statementOf } from "../surroundings.ts";
import type { Around, PipeRefusal } from "./pipeForm.ts";
import { readAround } from "./readAround.ts";

/** What code did about a failed request before: the statements of its `if (err)`. */
export interface Failure {
  readonly errorName: string;
  readonly lines: readonly string[];
}

/** What a pipe of a response contributes beyond its chain. */
export interface ResponsePart {
  readonly request: Node;
  readonly around: Around;
  readonly replaced: Node;
  readonly dropped: Node | null;
  readonly onResponse: readonly Node[];
  readonly responseName: string | null;
  readonly failure: Failure | null;
  /** Statements of a callback that goes: those in front of the pipe, and those behind it. */
  readonly before?: readonly Node[];
  readonly after?: readonly Node[];
}

const refuse = (refusal: string): PipeRefusal => ({ refusal });

/** Reads where the response came from, and what else is done with it. */
export function readResponsePipe(
  site: Site,
  request: Node,
  outer: Node,
  module: SourceModule,
): ResponsePart | PipeRefusal {
  const callee = isCall(site.call) ? unwrap(site.call.callee as Node) : null;
  const response = callee && isMember(callee) ? unwrap(callee.object) : null;
  if (!response) return refuse("the response is not in sight");
  if (response.type === "AwaitExpression") return inline(request, outer, module);
  const binding = bindingOf(module, response);
  if (binding?.declaration.type === "VariableDeclarator")
    return readAwaited(request, response as t.Identifier, binding.declaration, outer, module);
  return isFunction(binding?.declaration)
    ? inCallback(request, response as t.Identifier, binding.declaration, outer, module)
    : refuse("the response comes from somewhere else");
}

/** `(await superagent.get(url)).pipe(file)`. */
function inline(request: Node, outer: Node, module: SourceModule): ResponsePart | PipeRefusal {
  const parent = parentOf(module, outer);
  const base = { request, dropped: null, onResponse: [], responseName: null, failure: null };
  if (parent?.type === "ExpressionStatement") return { ...base, around: "expression", replaced: parent };
  const statement = parent?.type === "AwaitExpression" ? parentOf(module, parent) : undefined;
  return statement?.type === "ExpressionStatement"
    ? { ...base, around: "expression", replaced: statement }
    : refuse("it stands inside of a larger expression");
}

/** `const res = await superagent.get(url); …; res.pipe(file);` */
export function readAwaited(
  request: Node,
  response: t.Identifier,
  declarator: t.VariableDeclarator,
  outer: Node,
  module: SourceModule,
): ResponsePart | PipeRefusal {
  const declaration = parentOf(module, declarator);
  const executor = executorStatement(outer, module);
  const statement = executor ?? statementOf(outer, module);
  const list = statement && listOf(statement, module);
  if (
    !declaration ||
    !list ||
    listOf(declaration, module) !== list ||
    declaration.type !== "VariableDeclaration"
  )
    return refuse("the request is awaited elsewhere");
  if (declaration.declarations.length !== 1) return refuse("the request is awaited in a larger declaration");
  if (!executor && !isPlain(outer, statement, module))
    return refuse("it stands inside of a larger statement");
  const between = list.slice(list.indexOf(declaration) + 1, list.indexOf(statement));
  const used = usesIn(response, module).filter((reference) => !encloses(statement, reference));
  const moved = between.filter((s) => used.some((reference) => encloses(s, reference)));
  if (!used.every((reference) => moved.some((s) => encloses(s, reference))))
    return refuse("the response is used behind the pipe");
  const problem = movable(moved, response.name, module);
  if (problem) return refuse(problem);
  const inExecutor = executor ? readAround(outer, module) : null;
  if (inExecutor && "refusal" in inExecutor) return inExecutor;
  const onlyUse = usesIn(response, module).filter((reference) => encloses(statement, reference)).length <= 1;
  if (!onlyUse) return refuse("the response is used where it is piped, too");
  return {
    request,
    ...(inExecutor ?? { around: "expression" as const, replaced: statement }),
    dropped: declaration,
    onResponse: moved,
    responseName: moved.length > 0 ? response.name : null,
    failure: null,
  };
}

/** The statement around a promise in whose executor the pipe stands; null where it stands in none. */
function executorStatement(outer: Node, module: SourceModule): t.Statement | null {
  const fn = functionAround(module, outer);
  const made = fn && parentOf(module, fn);
  return made?.type === "NewExpression" ? statementOf(made, module) : null;
}

/** The whole statement is the pipe, awaited or not. */
function isPlain(outer: Node, statement: Node, module: SourceModule): boolean {
  const parent = parentOf(module, outer);
  return (
    parent === statement || (parent?.type === "AwaitExpression" && parentOf(module, parent) === statement)
  );
}

/** Inside of `.end((err, res) => …)` or `.then((res) => …)`. */
function inCallback(
  request: Node,
  response: t.Identifier,
  fn: FunctionNode,
  outer: Node,
  module: SourceModule,
): ResponsePart | PipeRefusal {
  const place = placeOf(module, fn);
  if (!place || !isCall(place.parent) || functionAround(module, outer) !== fn)
    return refuse("the response comes from somewhere else");
  const callee = unwrap(place.parent.callee as Node);
  const method = isMember(callee) ? memberName(callee) : null;
  const call = place.parent;
  if (method === "then" && call.arguments.length > 1) return refuse("the chain has a handler of its own");
  const body = fn.body.type === "BlockStatement" ? fn.body.body : [];
  const isBody = fn.body.type !== "BlockStatement" && unwrap(fn.body) === outer;
  const statement = isBody ? null : body.find((s) => encloses(s, outer));
  const isWhole =
    isBody || (statement && (isPlain(outer, statement, module) || isReturned(outer, statement, module)));
  if (!isWhole) return refuse("it stands inside of a larger statement");
  const [check, ...others] = failureFirst(body, fn, module);
  const isOnResponse = (s: Node) => usesIn(response, module).some((reference) => encloses(s, reference));
  const at = statement ? others.indexOf(statement) : others.length;
  const moved = others.slice(0, at).filter(isOnResponse);
  const before = others.slice(0, at).filter((s) => !moved.includes(s));
  const after = others.slice(at + 1);
  if (after.some(isOnResponse)) return refuse("the response is used behind the pipe");
  const problem = movable(moved, response.name, module);
  if (problem) return refuse(problem);
  if (
    before.length + after.length > 0 &&
    (method === "then" || ![...before, ...after].every((s) => isLiftable(s, fn, module)))
  )
    return refuse("the callback does more than can be moved out of it");
  const failure = check ? readFailure(check, fn, module) : null;
  if (failure && "refusal" in failure) return failure;
  const shared = {
    request,
    dropped: null,
    onResponse: moved,
    responseName: moved.length > 0 ? response.name : null,
    failure,
    before,
    after,
  };
  if (method === "then") return { ...shared, around: "expression", replaced: call };
  const outerStatement = parentOf(module, call);
  return outerStatement?.type === "ExpressionStatement"
    ? { ...shared, around: "statement", replaced: outerStatement }
    : refuse("the request stands inside of a larger expression");
}

/** A statement that means the same in front of or behind the request: nothing that leaves, no name that is taken outside. */
function isLiftable(statement: t.Statement, fn: FunctionNode, module: SourceModule): boolean {
  if (statement.type !== "VariableDeclaration" && statement.type !== "ExpressionStatement") return false;
  const outside = functionAround(module, fn)?.body ?? module.ast.program;
  const names = declaredBy([statement]).map((identifier) => identifier.name);
  return names.every((name) => lookup(scopeOf(module, outside), name) === null);
}

function isReturned(outer: Node, statement: Node, module: SourceModule): boolean {
  return statement.type === "ReturnStatement" && parentOf(module, outer) === statement;
}

/** The `if (err)` at the start of a callback, or null, and the other statements. */
function failureFirst(
  body: readonly t.Statement[],
  fn: FunctionNode,
  module: SourceModule,
): readonly [t.IfStatement | null, ...t.Statement[]] {
  const [first, ...rest] = body;
  const [error] = fn.params;
  const isCheck =
    first?.type === "IfStatement" &&
    !first.alternate &&
    error?.type === "Identifier" &&
    textOf(module, first.test) === error.name;
  return isCheck ? [first, ...rest] : [null, ...body];
}

/** The lines of an `if (err)`, without the `return` that left the callback. */
function readFailure(check: t.IfStatement, fn: FunctionNode, module: SourceModule): Failure | PipeRefusal {
  const [error] = fn.params;
  const errorName = error?.type === "Identifier" ? error.name : "err";
  const statements = check.consequent.type === "BlockStatement" ? check.consequent.body : [check.consequent];
  const last = statements.at(-1);
  // A throw in a callback was caught by nobody: the failure is logged instead.
  if (last?.type === "ThrowStatement" && statements.length === 1) return { errorName, lines: [] };
  if (last?.type !== "ReturnStatement") return refuse("its callback goes on after an error");
  const head = statements.slice(0, -1);
  if (
    !head.every((s) => s.type === "ExpressionStatement") ||
    statements.some((s) => textOf(module, s).includes("\n"))
  )
    return refuse("its callback does more about an error than can be moved");
  const value = last.argument
    ? [`${textOf(module, last.argument)}${textOf(module, last).endsWith(";") ? ";" : ""}`]
    : [];
  return { errorName, lines: [...head.map((s) => textOf(module, s)), ...value] };
}

/** Why statements on the response cannot run in its listener; null where they can. */
function movable(statements: readonly t.Statement[], response: string, module: SourceModule): string | null {
  for (const statement of statements) {
    if (statement.type !== "ExpressionStatement")
      return "the response is looked at before it is piped, in more than plain statements";
    const text = textOf(module, statement);
    if (new RegExp(`\\b${response}\\.headers?\\s*[,)]`).test(text))
      return "all of its headers are copied: the body is unzipped, so its encoding and length would lie";
    if (new RegExp(`\\b${response}\\.(body|text|files)\\b`).test(text))
      return "its body is read as well; a piped body cannot be";
    let isPlainStatement = true;
    walk(statement, (node) => {
      if (node.type === "AwaitExpression" || node.type === "YieldExpression") isPlainStatement = false;
    });
    if (!isPlainStatement) return "something is waited for before it is piped";
  }
  return null;
}

function usesIn(response: t.Identifier, module: SourceModule): readonly Node[] {
  return bindingOf(module, response)?.references ?? [];
}

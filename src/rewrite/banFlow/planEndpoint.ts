import type * as t from "@babel/types";
import { asksForAddress } from "../../detect/banFlow/codeBefore.ts";
import type { Endpoint } from "../../detect/banFlow/endpoints.ts";
import type { Edit } from "../../model/edit.ts";
import type { Modules } from "../../resolve/modules.ts";
import { encloses, isFunction, type FunctionNode, type Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import {
  functionAround,
  parentOf,
  scopeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../syntax/sourceModule.ts";
import { at, bodySpan, type Handler, type Insertion } from "../insertion.ts";
import { insertWrap } from "../insertTry.ts";
import { beforeComments, gapBefore, positionAt, shiftLines } from "../layout.ts";
import { loggerAt } from "../logger.ts";
import { nextParameter } from "../nextParameter.ts";
import { importEdit, isCommonJsModule } from "../realtime/helperFile.ts";
import { linesAfter, logLine } from "../realtime/lines.ts";
import type { RewriteOptions } from "../sitePlan.ts";
import { styleOf, type Style } from "../style.ts";
import { catches, isFollowed, listOf, statementOf, tryAround } from "../surroundings.ts";
import { askedUser } from "./askedUser.ts";
import { asyncEdits } from "./asyncEdits.ts";
import type { BanFunctions } from "./banFunctions.ts";
import { refusalOf, returnsValue, type Refusal } from "./refusal.ts";

/** The guard of one endpoint, or why there is none. */
export type EndpointRewrite =
  | {
      readonly edits: readonly Edit[];
      readonly shared: readonly Edit[];
      readonly shifted?: Insertion["shifted"];
      /** The statement that the guard stands before, and the question that it asks. */
      readonly before: Node;
      readonly question: string;
    }
  | { readonly reason: string };

/** Asks whether the user is blocked before an endpoint signs, and answers 403 as its framework does. */
export function planEndpoint(
  endpoint: Endpoint,
  all: readonly Endpoint[],
  modules: Modules,
  functions: BanFunctions,
  options: RewriteOptions,
): EndpointRewrite {
  const { sign, module } = endpoint;
  const style = styleOf(module);
  const handler = functionAround(module, sign.call);
  const inCallback = endpoint.guard.handler !== null && endpoint.guard.handler !== handler;
  const isBlocked = functions.nameOf("isBlocked");
  if (style.isEs5) return { reason: "the file is ES5, which cannot wait for the answer" };
  if (!handler || isBlocked === null) return { reason: "it is signed outside of any handler" };
  const refusal = refusalOf(handler, module, modules, style);
  if (!refusal)
    return {
      reason: inCallback
        ? `it is signed in a callback of the handler: ask isBlocked there before ${sign.name}, and answer 403`
        : `which framework calls this function is not seen: ask isBlocked before ${sign.name}, and answer 403`,
    };
  const before = placeBefore(endpoint, all, handler);
  const asynchronous = asyncEdits(handler, module);
  if (!before || !asynchronous) return { reason: `no statement can be put before ${sign.name}` };
  const context = addableContext(handler, refusal);
  const user = askedUser(endpoint, before, handler, all, modules, context === null ? [] : ["ctx"]);
  if (user === null)
    return {
      reason: `which user asks is not seen here: find that out, ask isBlocked, and answer 403 before ${sign.name}`,
    };
  const question = `${isBlocked}(${user})`;
  const parameters = parameterEdits(handler, refusal, module);
  if (!parameters) return { reason: `the handler's parameters cannot take what the answer needs` };
  const closing = closingEdits(handler, refusal, module);
  if (!closing)
    return {
      reason: "the handler answers and returns nothing: let it return the reply, then run sadpath again",
    };
  const contextEdits = context !== null && /^ctx\b/.test(user) ? [context] : [];
  const guard = guardLines(question, refusal, style);
  const written = write(before, handler, guard, refusal, module, options);
  if (!written)
    return {
      reason: `a failure of the question cannot be handed on from here: ask isBlocked before ${sign.name}, and answer 403`,
    };
  return {
    edits: [...asynchronous, ...parameters, ...contextEdits, ...written.edits, ...closing],
    shared: importOf(refusal, module, style),
    ...(written.shifted ? { shifted: written.shifted } : {}),
    before,
    question,
  };
}

/** The statement of the handler's own code that holds the call, or the body of an arrow function that is an expression. */
function placeBefore(
  { sign, module }: Endpoint,
  all: readonly Endpoint[],
  handler: FunctionNode,
): Node | null {
  if (handler.type === "ArrowFunctionExpression" && handler.body.type !== "BlockStatement")
    return handler.body;
  const own = statementOf(sign.call, module);
  let statement: Node | null = own;
  // Where each branch signs, the question is asked once, before them. Branches that are routes ask for themselves.
  for (let node: Node | null = own; node && node !== handler.body; node = parentOf(module, node) ?? null) {
    if (node.type !== "IfStatement" || !node.alternate || asksForAddress(node.test)) continue;
    const branches = [node.consequent, node.alternate];
    const isIn = (branch: Node) =>
      all.some((other) => other.module === module && encloses(branch, other.sign.call));
    if (branches.every(isIn) && listOf(node, module)) statement = node;
  }
  if (!statement || !listOf(statement, module)) return null;
  return positionAt(module, statement.start ?? 0).startsLine ? statement : null;
}

function guardLines(question: string, refusal: Refusal, { unit }: Style): readonly string[] {
  const [only, ...more] = refusal.lines;
  if (only !== undefined && more.length === 0 && /^(return|throw)\b/.test(only))
    return [`if (await ${question}) ${only}`];
  return [`if (await ${question}) {`, ...refusal.lines.map((line) => unit + line), "}"];
}

function write(
  before: Node,
  handler: FunctionNode,
  guard: readonly string[],
  refusal: Refusal,
  module: SourceModule,
  options: RewriteOptions,
): Insertion | null {
  const { failure } = refusal;
  const isHeard = failure === "framework" || tryAround(before, module, catches(module)) !== null;
  const range = wrapped(before, handler, module);
  const catching = isHeard ? null : catcher(before, range.last, handler, refusal, module, options);
  if (!isHeard && !catching) return null;
  if (handler.body === before) return insideArrow(before, guard, catching, failure === "framework", module);
  const { eol, unit } = styleOf(module);
  const { base } = positionAt(module, before.start ?? 0);
  const inner = catching ? base + unit : base;
  const text = guard.map((line) => line + eol + inner).join("");
  const insertion = at(before.start ?? 0, text);
  if (!catching) return { edits: [insertion] };
  const wrap = insertWrap({ kind: "wrap", ...range, awaits: [] }, catching.handler, module);
  return {
    edits: [...wrap.edits.slice(0, 1), insertion, ...wrap.edits.slice(1), ...catching.edits],
    ...(wrap.shifted ? { shifted: wrap.shifted } : {}),
  };
}

/** What the `try` takes in: of a function that throws into its framework so far, all; else what follows. */
function wrapped(
  before: Node,
  handler: FunctionNode,
  module: SourceModule,
): { readonly first: t.Statement; readonly last: t.Statement } {
  const list = listOf(before, module) ?? [];
  const body = handler.body.type === "BlockStatement" ? handler.body.body : [];
  const [first] = handler.async ? [before as t.Statement] : body;
  const last = (handler.async ? list : body).at(-1);
  return { first: first ?? (before as t.Statement), last: last ?? (before as t.Statement) };
}

interface Catching {
  readonly handler: Handler;
  readonly edits: readonly Edit[];
}

function catcher(
  before: Node,
  last: Node,
  handler: FunctionNode,
  { failure, response = "res" }: Refusal,
  module: SourceModule,
  options: RewriteOptions,
): Catching | null {
  const style = styleOf(module);
  const { errorName, semicolon, unit } = style;
  if (lookup(scopeOf(module, before), errorName)) return null;
  // The answer is given: nothing that stands behind may run.
  const leave = handler.body !== before && isFollowed(last, module) ? [`return${semicolon}`] : [];
  if (failure === "next") {
    const next = nextParameter(handler, before, module);
    const handOn = `${next?.name ?? ""}(${errorName})${semicolon}`;
    const returns = returnsValue(handler);
    if (!next || (returns && isAnswerAlone(handler, module))) return null;
    return {
      handler: { errorName, lines: returns ? [`return ${handOn}`] : [handOn, ...leave] },
      edits: next.edits,
    };
  }
  const log = logLine(loggerAt(before, module, options.logger), style, "signing failed", [
    `String(${errorName})`,
  ]);
  const lines = [
    log,
    `if (!${response}.headersSent) {`,
    `${unit}${response}.writeHead(500)${semicolon}`,
    "}",
    `${response}.end()${semicolon}`,
    ...leave,
  ];
  return { handler: { errorName, lines }, edits: [] };
}

/** Its declared type has no room for what `next` gives back. */
function isAnswerAlone({ returnType }: FunctionNode, module: SourceModule): boolean {
  return (
    returnType?.type === "TSTypeAnnotation" && !/\b(void|any|unknown)\b/.test(textOf(module, returnType))
  );
}

/** The end of a handler that has to give something back now; null where it leaves with nothing elsewhere. */
function closingEdits(
  handler: FunctionNode,
  { closing }: Refusal,
  module: SourceModule,
): readonly Edit[] | null {
  if (closing === undefined || handler.body.type !== "BlockStatement") return [];
  let leavesBare = false;
  walk(
    handler.body,
    (node) => {
      leavesBare ||= node.type === "ReturnStatement" && node.argument == null;
    },
    isFunction,
  );
  if (leavesBare) return null;
  const last = handler.body.body.at(-1);
  if (!last || /^(Return|Throw)Statement$/.test(last.type)) return [];
  return [linesAfter(last, [closing], module, styleOf(module))];
}

/** An arrow function's expression body becomes a block that asks first. */
function insideArrow(
  body: Node,
  guard: readonly string[],
  catching: Catching | null,
  returns: boolean,
  module: SourceModule,
): Insertion {
  const { eol, unit, semicolon } = styleOf(module);
  const [start, end] = bodySpan(body, module);
  const gap = gapBefore(module, start);
  const own = positionAt(module, start);
  const head = beforeComments(module, gap);
  const base = positionAt(module, own.startsLine ? head : start).base;
  const inner = base + unit + (catching ? unit : "");
  const by =
    own.startsLine && own.base.startsWith(base) ? inner.slice(own.base.length) : inner.slice(base.length);
  const opening = [
    `{`,
    ...(catching ? [`${base}${unit}try {`] : []),
    ...guard.map((line) => inner + line),
    inner,
  ].join(eol);
  const closing = catching
    ? [
        `${base}${unit}} catch (${catching.handler.errorName}) {`,
        ...catching.handler.lines.map((line) => base + unit + unit + line),
        `${base}${unit}}`,
      ]
    : [];
  return {
    edits: [
      ...(head === gap ? [] : [at(head, " {")]),
      { start: gap, end: start, text: `${head === gap ? " " : ""}${opening}${returns ? "return " : ""}` },
      ...shiftLines(module, start, end, by),
      at(end, [semicolon, ...closing, `${base}}`].join(eol)),
      ...(catching?.edits ?? []),
    ],
    shifted: { start, end, by },
  };
}

function parameterEdits(
  handler: FunctionNode,
  { parameter }: Refusal,
  module: SourceModule,
): readonly Edit[] | null {
  if (!parameter) return [];
  const last = handler.params.at(-1);
  if (handler.params.length !== parameter.index || !last) return null;
  const end = last.end ?? 0;
  const isBare = handler.type === "ArrowFunctionExpression" && !/^\s*[,)]/.test(module.text.slice(end));
  return isBare
    ? [at(last.start ?? 0, "("), at(end, `, ${parameter.name})`)]
    : [at(end, `, ${parameter.name}`)];
}

/** `({ input }) =>` of a procedure can take `ctx` along. */
function addableContext(handler: FunctionNode, refusal: Refusal): Edit | null {
  const [param] = handler.params;
  if (refusal.needs?.name !== "TRPCError" || param?.type !== "ObjectPattern" || param.properties.length === 0)
    return null;
  const has = param.properties.some(
    (one) => one.type === "RestElement" || (one.key.type === "Identifier" && one.key.name === "ctx"),
  );
  return has ? null : at(param.properties[0]?.start ?? 0, "ctx, ");
}

function importOf({ needs }: Refusal, module: SourceModule, style: Style): readonly Edit[] {
  if (!needs || lookup(module.scopes.root, needs.name)) return [];
  const existing = module.ast.program.body.find(
    (one) =>
      one.type === "ImportDeclaration" &&
      one.source.value === needs.from &&
      one.importKind !== "type" &&
      one.specifiers.some(({ type }) => type === "ImportSpecifier"),
  );
  if (existing?.type === "ImportDeclaration")
    return [at(existing.specifiers.at(-1)?.end ?? 0, `, ${needs.name}`)];
  const edit = importEdit([needs.name], needs.from, isCommonJsModule(module, style), module, style);
  return edit ? [edit] : [];
}

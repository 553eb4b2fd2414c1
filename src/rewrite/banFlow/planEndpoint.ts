import { asksForAddress } from "../../detect/banFlow/codeBefore.ts";
import type { Endpoint } from "../../detect/banFlow/endpoints.ts";
import type { Edit } from "../../model/edit.ts";
import type { Modules } from "../../resolve/modules.ts";
import { encloses, isFunction, type FunctionNode, type Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import { functionAround, parentOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { at, type Insertion } from "../insertion.ts";
import { positionAt } from "../layout.ts";
import { importEdit, isCommonJsModule } from "../realtime/helperFile.ts";
import { linesAfter } from "../realtime/lines.ts";
import type { RewriteOptions } from "../sitePlan.ts";
import { styleOf, type Style } from "../style.ts";
import { listOf, statementOf } from "../surroundings.ts";
import { askedUser } from "./askedUser.ts";
import { asyncEdits } from "./asyncEdits.ts";
import type { BanFunctions } from "./banFunctions.ts";
import { insertGuard } from "./insertGuard.ts";
import { refusalOf, type Refusal } from "./refusal.ts";

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
  const written = insertGuard(before, handler, guard, refusal, module, options);
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

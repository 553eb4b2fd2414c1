import type { Lack } from "../../detect/banFlow/banFlow.ts";
import type { Site } from "../../detect/site.ts";
import type { Edit } from "../../model/edit.ts";
import { encloses, isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { functionAround, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { decide } from "../decide.ts";
import { handlingOf } from "../handling.ts";
import { handlerText } from "../insertHandler.ts";
import { insertionOfForm } from "../insertionOfForm.ts";
import { at, type Handler, type Insertion } from "../insertion.ts";
import type { Intent } from "../intent.ts";
import { positionAt } from "../layout.ts";
import { nextParameter } from "../nextParameter.ts";
import type { RewriteOptions } from "../sitePlan.ts";
import { styleOf } from "../style.ts";
import { listOf } from "../surroundings.ts";
import { logLine, statementInList } from "../realtime/lines.ts";
import type { BanFunctions } from "./banFunctions.ts";
import { movedBehind } from "./moveStatement.ts";
import { isAnswerUsed } from "./answerUse.ts";
import { notForGood } from "./forGood.ts";
import { namesAreSeen } from "./namesAreSeen.ts";
import { isRepeatable } from "./repeatable.ts";
import { retryAround } from "./retried.ts";

/** How one terminate is rewritten, or why it is not. */
export type FlowRewrite =
  | {
      readonly edits: readonly Edit[];
      readonly shifted?: Insertion["shifted"];
      readonly replaced: readonly Node[];
      /** The user is blocked first. */
      readonly blocks: boolean;
      /** The call of the SDK stays: the project retries it itself. */
      readonly keepsCall: boolean;
      readonly title: string;
    }
  | { readonly reason: string };

/**
 * The rewrite of a flow's terminate: block, terminate with its retries, and a handler where there is none.
 * `unhandled` is the site of the call whose failure nobody handles, where it is one.
 */
export function planFlow(
  site: Site,
  unhandled: Site | undefined,
  functions: BanFunctions,
  options: RewriteOptions,
): FlowRewrite {
  const { call, module, banFlow } = site;
  const style = styleOf(module);
  if (!isCall(call) || !banFlow) return { reason: "it is no call" };
  const { flow, lacks, endpoints } = banFlow;
  const [id, ...more] = call.arguments;
  if (style.isEs5) return { reason: "the file is ES5, which cannot wait for the block" };
  if (!id || more.length > 0 || !isRepeatable(id))
    return {
      reason: "the user id is computed in the call: put it into a variable, which block and terminate share",
    };
  // Where the sessions or the account go, there is nothing left to sign in with: the order is all that is wrong.
  const isOrder = lacks === "late" && flow.step?.kind === "removal";
  // A written ban that no code here asks for may be asked for nowhere.
  const passing = notForGood(flow);
  const isUnknown =
    lacks === null && flow.step?.kind === "state" && endpoints.length === 0 && passing === null;
  const blocks = (lacks !== null || isUnknown) && flow.isLasting && !isOrder;
  if (lacks !== null && !flow.isLasting && !isOrder) return { reason: NOT_FOR_GOOD };
  if (blocks && (flow.module !== module || !encloses(flow.fn, call)))
    return { reason: `the ban is in what calls this function: block the user there, before the call` };
  if (blocks && passing !== null) return { reason: passing };
  const retry = retryAround(call, id, flow.fn, module);
  if (retry && (unhandled || !blocks)) return { reason: RETRIED };
  if (!retry && isAnswerUsed(call, module)) return { reason: ANSWERED };
  const block = blocks ? functions.nameOf("block") : null;
  const terminate = functions.nameOf("terminate");
  if (terminate === null || (blocks && block === null))
    return { reason: "the names of the functions are taken in this file" };
  const idText = textOf(module, id);
  const names = {
    block: block === null ? null : `${block}(${idText})`,
    terminate: `${terminate}(${idText})`,
  };
  if (retry) {
    const before = names.block === null ? null : blockBefore(retry, names.block, id, module);
    return before
      ? {
          edits: [before],
          replaced: [],
          blocks,
          keepsCall: true,
          title: "block the user first",
        }
      : { reason: RETRIED };
  }
  const place = { call, names, lacks, flow, module };
  const intent = unhandled && decide(unhandled, options);
  const words = blocks ? "ban flow failed" : "terminating the user failed";
  const handler = intent && handlerOf(intent, words, id, options);
  if (intent && !handler) return { reason: intent.reason ?? "its failure cannot be handled where it stands" };
  const written = intent && handler ? rewriteUnhandled(place, intent, handler) : rewriteHandled(place);
  if (isOrder && !written.isMoved)
    return { reason: "terminate the user after their sessions are gone, not before" };
  const title = blocks ? "block the user, then terminate with retries" : "terminate with retries";
  return { ...written, blocks, keepsCall: false, title };
}

const RETRIED = "the project retries this terminate itself: block the user before it";
const ANSWERED =
  "what Pusher answers is used here, and terminate of the ban flow gives something else: block the user before it, and retry what failed";

/** A block before the project's own retry, in the `try` whose `catch` queues it. */
function blockBefore(retry: Node, block: string, id: Node, module: SourceModule): Edit | null {
  const first = retry.type === "TryStatement" ? retry.block.body[0] : retry;
  const statement = first && (listOf(first, module) ? first : statementInList(first, module));
  if (!statement || functionAround(module, statement)?.async !== true) return null;
  if (!namesAreSeen(id, statement, module)) return null;
  const { eol, semicolon } = styleOf(module);
  return at(
    statement.start ?? 0,
    `await ${block}${semicolon}${eol}${positionAt(module, statement.start ?? 0).base}`,
  );
}

/** A block would keep somebody out who was only kicked, and a retry throw them out again when they are back. */
const NOT_FOR_GOOD =
  "who is only thrown out for now must not be blocked for good; block the user where a ban is meant";

interface Place {
  readonly call: Node;
  /** The calls that come in its place; `block` is null where the user is kept out already. */
  readonly names: { readonly block: string | null; readonly terminate: string };
  readonly lacks: Lack | null;
  readonly flow: NonNullable<Site["banFlow"]>["flow"];
  readonly module: SourceModule;
}

interface Written {
  readonly edits: readonly Edit[];
  readonly shifted?: Insertion["shifted"];
  readonly replaced: readonly Node[];
  /** It stands behind the step that was later before. */
  readonly isMoved: boolean;
}

/** The call gets its new name where it stands; what is around it handles its failure already. */
function rewriteHandled(place: Place): Written {
  const { call, names, module } = place;
  const statement = awaitedStatement(call, module);
  const { eol, semicolon } = styleOf(module);
  if (!statement) return { edits: [renamed(call, inOrder(names))], replaced: [call], isMoved: false };
  const start = statement.start ?? 0;
  const edits = [
    ...(names.block === null
      ? []
      : [
          at(start, `await ${names.block}${semicolon}${eol}${positionAt(module, statement.start ?? 0).base}`),
        ]),
    renamed(call, names.terminate),
  ];
  return moved(edits, place) ?? { edits, replaced: [call], isMoved: false };
}

function rewriteUnhandled(place: Place, { form }: Intent, { handler, edits: more }: Wanted): Written {
  const { call, names, module } = place;
  const statement = awaitedStatement(call, module);
  const style = styleOf(module);
  if (form.kind === "wrap" && form.first === form.last && statement?.type === "ExpressionStatement") {
    const base = positionAt(module, statement.start ?? 0).base;
    const lines = [
      "try {",
      ...[names.block, names.terminate].flatMap((one) =>
        one === null ? [] : [`${style.unit}await ${one}${style.semicolon}`],
      ),
      `} catch (${handler.errorName}) {`,
      ...handler.lines.map((line) => style.unit + line),
      "}",
    ];
    const edit = { start: statement.start ?? 0, end: statement.end ?? 0, text: lines.join(style.eol + base) };
    const behind = moved([edit], place);
    return behind
      ? { ...behind, edits: [...behind.edits, ...more] }
      : { edits: [edit, ...more], replaced: [statement], isMoved: false };
  }
  if (form.kind === "add-catch" && statement) {
    const plain = rewriteHandled({ ...place, lacks: null });
    const { shifted, edits } = insertionOfForm(form, handler, module);
    return { ...plain, edits: [...plain.edits, ...edits, ...more], ...(shifted ? { shifted } : {}) };
  }
  const chains = form.kind === "chain" || form.kind === "iife";
  if (chains && form.node === call && names.block !== null) {
    const dot = `${style.eol}${positionAt(module, call.start ?? 0).base}${style.unit}`;
    const text = handlerText(handler, dot.slice(style.eol.length), module);
    const chain = `${names.block}${dot}.then(() => ${names.terminate})${dot}.catch(${text})`;
    return { edits: [renamed(call, chain), ...more], replaced: [call], isMoved: false };
  }
  // What the functions throw is a rejection: nothing has to be wrapped for synchronous throws.
  const { shifted, edits } = insertionOfForm(
    form.kind === "iife" ? { kind: "chain", node: form.node } : form,
    handler,
    module,
  );
  return {
    edits: [renamed(call, inOrder(names)), ...edits, ...more],
    ...(shifted ? { shifted } : {}),
    replaced: [call],
    isMoved: false,
  };
}

/** Behind the step that has to come first, where it can stand there. */
function moved(edits: readonly Edit[], { call, lacks, flow, module }: Place): Written | null {
  const behind = lacks === "late" ? movedBehind(edits, call, flow.step?.node, module) : null;
  return behind && { ...behind, isMoved: true };
}

/** As one expression: the order is kept by a chain. */
function inOrder({ block, terminate }: Place["names"]): string {
  return block === null ? terminate : `${block}.then(() => ${terminate})`;
}

function renamed(call: Node, text: string): Edit {
  return { start: call.start ?? 0, end: call.end ?? 0, text };
}

/** The statement of a list that awaits the call first of all, so that another can be awaited before it. */
function awaitedStatement(call: Node, module: SourceModule): Node | null {
  const parent = parentOf(module, call);
  if (parent?.type !== "AwaitExpression") return null;
  const statement = statementInList(parent, module);
  if (!statement || !listOf(statement, module)) return null;
  if (functionAround(module, statement) !== functionAround(module, call)) return null;
  if (statement.type === "ExpressionStatement" && unwrap(statement.expression) === parent) return statement;
  const isFirst =
    (statement.type === "ReturnStatement" && statement.argument && unwrap(statement.argument) === parent) ||
    (statement.type === "VariableDeclaration" &&
      statement.declarations.length === 1 &&
      statement.declarations[0]?.init === parent);
  return isFirst ? statement : null;
}

interface Wanted {
  readonly handler: Handler;
  readonly edits: readonly Edit[];
}

/** What is logged says whose ban it is; the error of the module has the status, and never the signed URL. */
function handlerOf(intent: Intent, words: string, id: Node, options: RewriteOptions): Wanted | null {
  const [{ module, fate }] = intent.sites as [Site, ...Site[]];
  if (intent.form.kind === "none" || intent.form.kind === "await") return null;
  const { errorName, logger, endsScript, style } = handlingOf(
    intent,
    { form: "name", narrows: false },
    options.logger,
    module,
  );
  const next = intent.handler ? nextParameter(intent.handler, fate.at, module) : null;
  if (intent.handler && !next) return null;
  const end = style.semicolon;
  const after: Readonly<Record<Intent["tail"], string | null>> = {
    throw: `throw ${errorName}${end}`,
    nothing: null,
    return: `return${end}`,
    next: `${next?.name ?? "next"}(${errorName})${end}`,
    "return-next": `return ${next?.name ?? "next"}(${errorName})${end}`,
    "hand-on": `return ${intent.handOn ?? ""}(${errorName})${end}`,
  };
  const lines = [
    logLine(logger, style, words, [
      ...(namesAreSeen(id, placeOfHandler(intent), module) ? [textOf(module, unconverted(id))] : []),
      `String(${errorName})`,
    ]),
    ...(endsScript ? [`process.exitCode = 1${end}`] : []),
    ...[after[intent.tail]].filter((line) => line !== null),
  ];
  return { handler: { errorName, lines }, edits: next?.edits ?? [] };
}

/** What is made a string: for a log that is done anyway. */
function unconverted(id: Node): Node {
  if (id.type === "TemplateLiteral" && id.quasis.every(({ value }) => value.raw === ""))
    return id.expressions[0] ?? id;
  if (!isCall(id)) return id;
  const callee = unwrap(id.callee as Node);
  if (callee.type === "Identifier" && callee.name === "String") return id.arguments[0] ?? id;
  return isMember(callee) && memberName(callee) === "toString" ? callee.object : id;
}

/** The code that the handler stands beside: what is declared in there, it does not see. */
function placeOfHandler({ form, sites }: Intent): Node {
  if (form.kind === "wrap") return form.first;
  if (form.kind === "chain" || form.kind === "iife") return form.node;
  if (form.kind === "add-catch") return form.statement;
  if (form.kind === "arrow") return form.fn.body;
  return form.kind === "fill" ? form.handler : (sites[0] as Site).call;
}

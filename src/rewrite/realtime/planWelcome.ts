import type { OpenDetail } from "../../detect/realtime/sockets/socketListeners.ts";
import { isCall, isMember, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import { functionAround, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Edit } from "../../model/edit.ts";
import { at } from "../insertion.ts";
import { positionAt, shiftLines } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { linesAfter, listenerLines, statementInList } from "./lines.ts";
import { detailOf, type Planning, type SitePlanner } from "./planning.ts";

/** R4: what was done at `open` is done at the `welcome` frame. */
export const waitForWelcome: SitePlanner = (site, planning) => {
  const detail = detailOf<OpenDetail>(site);
  const { listener, fn, isWs, messages } = detail;
  const { module, style } = planning;
  const { handler, whole } = listener;
  if (!handler || unwrap(handler) !== fn || fn.params.length > 0) return null;
  const isEmitter = isCall(whole) && isWs && !textOf(module, listener.node).endsWith("addEventListener");
  const name = freeName(isEmitter ? ["raw", "data"] : ["event", "message"], namesIn([fn]));
  const moved = movedTo(whole, messages, module, style.quote);
  const param = parameterEdit(fn, name, module);
  const condition = `isWelcome(${isEmitter ? name : `${name}.data`})`;
  const body = guarded(fn, condition, planning);
  if (!moved || !param || !body) return null;
  const settled = settledOnClose(detail, isEmitter, planning);
  if (settled === null)
    return "its promise would wait for ever where the server closes instead; settle it on `close`, and go on at `welcome`";
  return {
    // The body ends where the call gets its parenthesis.
    edits: [param, ...body.edits, ...moved.edits, ...settled],
    replaced: [...moved.replaced, ...body.replaced],
    title: "wait for `welcome`",
    needs: ["isWelcome"],
  };
};

/**
 * A promise that `open` has settled waits for `welcome` now, and a refused key closes instead: what settles it then.
 * Empty where it is no promise, or something does; null where nothing can.
 */
function settledOnClose(
  { listener, fn, all }: OpenDetail,
  isEmitter: boolean,
  planning: Planning,
): readonly Edit[] | null {
  const { module, style } = planning;
  const executor = functionAround(module, fn);
  const made = executor && parentOf(module, executor);
  if (!executor || made?.type !== "NewExpression" || textOf(module, made.callee) !== "Promise") return [];
  const [resolve, reject] = executor.params.map((param) => textOf(module, param).replace(/:.*$/s, ""));
  const uses = (node: Node | null, name: string | undefined) =>
    node !== null &&
    name !== undefined &&
    new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(textOf(module, node));
  if (!uses(fn, resolve)) return [];
  const settles = (event: string) =>
    all.filter((one) => one.event === event && (uses(one.handler, resolve) || uses(one.handler, reject)));
  if (settles("close").length > 0) return [];
  const statement = statementInList(listener.whole, module);
  const callee = unwrap(listener.node);
  if (!statement || !isMember(callee)) return null;
  // A probe that says `false` where it cannot connect says so here, too.
  const given = settles("error").map(
    ({ handler }) =>
      new RegExp(`(?<![\\w$.])${resolve}\\([\\w."']*\\)`).exec(handler ? textOf(module, handler) : "")?.[0],
  )[0];
  const { quote, semicolon, isEs5 } = style;
  const code = isEmitter ? "code" : "event.code";
  const why = isEs5 ? `${quote}socket closed ${quote} + ${code}` : `\`socket closed (\${${code}})\``;
  const call = given ?? (reject === undefined ? null : `${reject}(new Error(${why}))`);
  if (call === null) return null;
  const param = given === undefined ? (isEmitter ? "code" : "event") : "";
  const target = textOf(module, callee.object);
  const method = isEmitter ? "on" : "addEventListener";
  return [
    linesAfter(
      statement,
      listenerLines(target, method, "close", param, [call + semicolon], style),
      module,
      style,
    ),
  ];
}

interface Moved {
  readonly edits: readonly Edit[];
  readonly replaced: readonly Node[];
}

/** The edits that register a listener for messages instead; a property that has a handler already gets no second one. */
function movedTo(
  whole: Node,
  messages: readonly { readonly whole: Node }[],
  module: SourceModule,
  quote: string,
): Moved | null {
  if (isCall(whole)) {
    const [event] = whole.arguments;
    if (event?.type !== "StringLiteral") return null;
    const callee = unwrap(whole.callee as Node);
    const isOnce =
      isMember(callee) && callee.property.type === "Identifier" && callee.property.name === "once";
    return {
      edits: [
        // `once` becomes `on`: the first message need not be the one.
        ...(isOnce
          ? [{ start: (callee.property.start ?? 0) + 2, end: callee.property.end ?? 0, text: "" }]
          : []),
        { start: event.start ?? 0, end: event.end ?? 0, text: `${quote}message${quote}` },
      ],
      replaced: [callee, event],
    };
  }
  if (whole.type !== "AssignmentExpression" || !isMember(whole.left)) return null;
  const { object, property } = whole.left;
  if (messages.every((message) => isCall(message.whole)))
    return {
      edits: [{ start: property.start ?? 0, end: property.end ?? 0, text: "onmessage" }],
      replaced: [whole.left],
    };
  const statement = parentOf(module, whole);
  if (statement?.type !== "ExpressionStatement" || statement.end === whole.end) return null;
  return {
    edits: [
      {
        start: object.end ?? 0,
        end: whole.right.start ?? 0,
        text: `.addEventListener(${quote}message${quote}, `,
      },
      at(whole.right.end ?? 0, ")"),
    ],
    replaced: [whole],
  };
}

function parameterEdit(fn: FunctionNode, name: string, module: SourceModule): Edit | null {
  const head = module.text.slice(fn.start ?? 0, fn.body.start ?? 0);
  const found = /\(\s*\)/.exec(head);
  return found ? at((fn.start ?? 0) + found.index + 1, name) : null;
}

/** The body behind the condition: a first line that returns, or an `if` around what was an expression. */
function guarded(fn: FunctionNode, condition: string, { module, style }: Planning): Moved | null {
  const { eol, semicolon, unit } = style;
  const { body } = fn;
  const start = body.start ?? 0;
  if (body.type !== "BlockStatement") {
    if (body.extra?.["parenthesized"] === true) return null;
    const { base } = positionAt(module, fn.start ?? 0);
    const end = body.end ?? 0;
    return {
      edits: [
        at(start, `{${eol}${base}${unit}if (${condition}) `),
        ...(textOf(module, body).includes("\n") ? shiftLines(module, start, end, unit) : []),
        at(end, `${semicolon}${eol}${base}}`),
      ],
      replaced: [body],
    };
  }
  const [first] = body.body;
  if (!first || body.directives.length > 0) return null;
  const line = `if (!${condition}) return${semicolon}`;
  const { base, startsLine } = positionAt(module, first.start ?? 0);
  if (startsLine) return { edits: [at(first.start ?? 0, `${line}${eol}${base}`)], replaced: [] };
  // `() => { open(); }` on one line.
  if (textOf(module, body).includes("\n")) return null;
  const { base: outer } = positionAt(module, start);
  const inside = module.text.slice(start + 1, (body.end ?? 0) - 1).trim();
  if (/\/\/|\/\*/.test(inside)) return null;
  const edits = [
    { start: start + 1, end: first.start ?? 0, text: `${eol}${outer}${unit}${line}${eol}${outer}${unit}` },
    { start: body.body.at(-1)?.end ?? 0, end: (body.end ?? 0) - 1, text: `${eol}${outer}` },
  ];
  return { edits, replaced: [] };
}

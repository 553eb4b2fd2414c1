import type { Edit } from "../model/edit.ts";
import { isFunction, type Node } from "../syntax/node.ts";
import { parentOf, type SourceModule } from "../syntax/sourceModule.ts";
import { lineStart } from "../text/sourceText.ts";
import type { Form } from "./intent.ts";
import {
  afterTrailingComment,
  beforeComments,
  fitLine,
  gapAfter,
  gapBefore,
  positionAt,
  shiftLines,
} from "./layout.ts";
import { styleOf, type Style } from "./style.ts";
import { listOf } from "./surroundings.ts";

/** Edits, and the lines that they move, so that what is inserted inside of them by others moves along. */
export interface Insertion {
  readonly edits: readonly Edit[];
  readonly shifted?: { readonly start: number; readonly end: number; readonly by: string };
}

/** The lines of a handler and the name of its parameter. */
export interface Handler {
  readonly errorName: string;
  readonly lines: readonly string[];
}

/** Above it, a floating call gets lines of its own. */
const MAX_WIDTH = 90;

type FormOf<K extends Form["kind"]> = Extract<Form, { kind: K }>;

function at(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

function block(lines: readonly string[], indentation: string, { eol, unit, width, isEs5 }: Style): string {
  return lines
    .flatMap((line) => fitLine(line, indentation, unit, width, isEs5 ? "" : ","))
    .map((line) => indentation + line + eol)
    .join("");
}

/** Statements go into a `try`, with braces around it where the place needs them. */
export function insertWrap(form: FormOf<"wrap">, handler: Handler, module: SourceModule): Insertion {
  const { eol, unit } = styleOf(module);
  const start = form.first.start ?? 0;
  const end = afterTrailingComment(module, endOfStatement(form.last, module));
  const position = positionAt(module, start);
  const isListed = listOf(form.first, module) !== null;
  const parts = { start, end, awaits: awaitEdits(form.awaits) };
  if (isListed && position.startsLine) {
    const { base } = position;
    return {
      edits: [
        at(start, `try {${eol}${base}${unit}`),
        ...parts.awaits,
        ...shiftLines(module, start, end, unit),
        at(
          end,
          `${eol}${base}} catch (${handler.errorName}) {${eol}${block(handler.lines, base + unit, styleOf(module))}${base}}`,
        ),
      ],
      shifted: { start, end, by: unit },
    };
  }
  return isListed
    ? insertInLine(parts, position.base, handler, module)
    : insertBraced(form, parts, handler, module);
}

/** Where a statement's own text ends: a ";" at the start of the next line guards that line, whatever the parser says. */
function endOfStatement(statement: Node, module: SourceModule): number {
  const end = statement.end ?? 0;
  const text = module.text.slice(statement.start ?? 0, end);
  const guard = /\s*\n\s*;$/.exec(text);
  return guard ? end - guard[0].length : end;
}

interface Parts {
  readonly start: number;
  readonly end: number;
  readonly awaits: readonly Edit[];
}

/** A statement behind other code on its line (`{ await call(); }`, `case 1: await call(); break;`): it gets lines of its own. */
function insertInLine(
  { start, end, awaits }: Parts,
  base: string,
  handler: Handler,
  module: SourceModule,
): Insertion {
  const { eol, unit } = styleOf(module);
  // Behind another statement of its list it stands where that one does; behind a brace or a case it goes one step in.
  const opener = module.text[gapBefore(module, start) - 1];
  const inner = opener === "{" || opener === ":" ? base + unit : base;
  const after = gapAfter(module, end);
  const by = inner.slice(base.length) + unit;
  const closes = module.text[after] === "}";
  const isLineEnd = /^(\r?\n|$)/.test(module.text.slice(after));
  const tail = isLineEnd ? "" : eol + (closes ? base : inner);
  return {
    edits: [
      { start: gapBefore(module, start), end: start, text: `${eol}${inner}try {${eol}${inner}${unit}` },
      ...awaits,
      ...shiftLines(module, start, end, by),
      {
        start: end,
        end: isLineEnd ? end : after,
        text: `${eol}${inner}} catch (${handler.errorName}) {${eol}${block(handler.lines, inner + unit, styleOf(module))}${inner}}${tail}`,
      },
    ],
    shifted: { start, end, by },
  };
}

/** The only statement of an `if`, a loop or a label gets braces too. */
function insertBraced(
  form: FormOf<"wrap">,
  { start, end, awaits }: Parts,
  handler: Handler,
  module: SourceModule,
): Insertion {
  const { eol, unit } = styleOf(module);
  const parent = parentOf(module, form.first);
  const own = positionAt(module, start);
  const gap = gapBefore(module, start);
  const head = beforeComments(module, gap);
  const base = own.startsLine
    ? positionAt(module, parent ? headOf(parent, head, module) : head).base
    : own.base;
  const inner = base + unit;
  const by =
    own.startsLine && own.base.startsWith(base) ? (inner + unit).slice(own.base.length) : unit + unit;
  const isElse =
    parent?.type === "IfStatement" && parent.consequent === form.first && parent.alternate != null;
  const after = gapAfter(module, end);
  const rest = isElse ? module.text.slice(end, parent.alternate?.start ?? end) : "";
  const joinsElse = isElse && /^\s*else\s*$/.test(rest);
  return {
    edits: [
      ...(head === gap ? [] : [at(head, " {")]),
      { start: gap, end: start, text: `${head === gap ? " {" : ""}${eol}${inner}try {${eol}${inner}${unit}` },
      ...awaits,
      ...shiftLines(module, start, end, by),
      {
        start: end,
        end: joinsElse ? end + rest.search(/\S/) : /^(\r?\n|$)/.test(module.text.slice(after)) ? end : after,
        text: `${eol}${inner}} catch (${handler.errorName}) {${eol}${block(handler.lines, inner + unit, styleOf(module))}${inner}}${eol}${base}}${joinsElse ? " " : /^(\r?\n|$)/.test(module.text.slice(after)) ? "" : " "}`,
      },
    ],
    shifted: { start, end, by },
  };
}

/** The line that an `else` or a head ends on. */
function headOf(parent: Node, gap: number, module: SourceModule): number {
  return lineStart(module.text, gap) > (parent.start ?? 0) ? gap : (parent.start ?? 0);
}

function awaitEdits(nodes: readonly Node[]): readonly Edit[] {
  return nodes.flatMap((node) => {
    const isPlain = /^(Call|OptionalCall|Member|OptionalMember|New)Expression$|^Identifier$/.test(node.type);
    const start = node.start ?? 0;
    return isPlain ? [at(start, "await ")] : [at(start, "await ("), at(node.end ?? 0, ")")];
  });
}

/** An arrow's expression body becomes a block. */
export function insertArrow(form: FormOf<"arrow">, handler: Handler, module: SourceModule): Insertion {
  const { eol, unit, semicolon } = styleOf(module);
  const { body } = form.fn;
  const [start, end] = bodySpan(body, module);
  const gap = gapBefore(module, start);
  const own = positionAt(module, start);
  const head = beforeComments(module, gap);
  const base = positionAt(module, own.startsLine ? head : start).base;
  const inner = base + unit;
  const by =
    own.startsLine && own.base.startsWith(base) ? (inner + unit).slice(own.base.length) : unit + unit;
  return {
    edits: [
      ...(form.fn.async ? [] : [at(form.fn.start ?? 0, "async ")]),
      ...(head === gap ? [] : [at(head, " {")]),
      {
        start: gap,
        end: start,
        text: `${head === gap ? " {" : ""}${eol}${inner}try {${eol}${inner}${unit}${form.isLost ? "" : "return "}`,
      },
      ...(form.isAwaited ? [] : awaitEdits([body])),
      ...shiftLines(module, start, end, by),
      at(
        end,
        `${semicolon}${eol}${inner}} catch (${handler.errorName}) {${eol}${block(handler.lines, inner + unit, styleOf(module))}${inner}}${eol}${base}}`,
      ),
    ],
    shifted: { start, end, by },
  };
}

/** The span of an expression with the parentheses around it. */
function bodySpan(body: Node, module: SourceModule): [number, number] {
  const start = body.start ?? 0;
  const end = body.end ?? 0;
  const paren = body.extra?.["parenthesized"] === true ? body.extra["parenStart"] : undefined;
  if (typeof paren !== "number") return [start, end];
  return [paren, module.text.indexOf(")", end) + 1];
}

/** A `try … finally` gets a `catch` between the two. */
export function insertCatch(form: FormOf<"add-catch">, handler: Handler, module: SourceModule): Insertion {
  const { eol, unit } = styleOf(module);
  const end = form.statement.block.end ?? 0;
  const { base } = positionAt(module, form.statement.start ?? 0);
  return {
    edits: [
      ...awaitEdits(form.awaits),
      at(
        end,
        ` catch (${handler.errorName}) {${eol}${block(handler.lines, base + unit, styleOf(module))}${base}}`,
      ),
    ],
  };
}

/** The text of a handler function, from its parameters to its closing brace. */
function handlerText(handler: Handler, base: string, module: SourceModule): string {
  const { eol, unit, isEs5, isTypeScript } = styleOf(module);
  const typed = isTypeScript ? `${handler.errorName}: unknown` : handler.errorName;
  const head = isEs5 ? `function (${handler.errorName}) {` : `(${typed}) => {`;
  return `${head}${eol}${block(handler.lines, base + unit, styleOf(module))}${base}}`;
}

/** `.catch(…)` behind a promise, on a line of its own where the chain is written so. */
export function insertChain(form: FormOf<"chain">, handler: Handler, module: SourceModule): Insertion {
  const { eol } = styleOf(module);
  const end = form.node.end ?? 0;
  const { base } = positionAt(module, form.node.start ?? 0);
  const lastLine = module.text.slice(lineStart(module.text, end), end);
  const dot = /^([ \t]*)\??\.\w/.exec(lastLine)?.[1] ?? chainIndentation(form.node, module);
  const line = dot === null ? "" : eol + dot;
  return { edits: [at(end, `${line}.catch(${handlerText(handler, dot ?? base, module)})`)] };
}

/** The indentation of the dots of a chain that is written one call a line, its last call spanning several. */
function chainIndentation(node: Node, module: SourceModule): string | null {
  if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return null;
  const { callee } = node;
  if (callee.type !== "MemberExpression" && callee.type !== "OptionalMemberExpression") return null;
  const between = module.text.slice(callee.object.end ?? 0, callee.property.start ?? 0);
  return between.includes("\n") ? positionAt(module, callee.property.start ?? 0).base : null;
}

/** A floating call goes into an async arrow function that is called at once (in ES5: into a promise's executor). */
export function insertIife(form: FormOf<"iife">, handler: Handler, module: SourceModule): Insertion {
  const start = form.node.start ?? 0;
  const end = form.node.end ?? 0;
  const { base } = positionAt(module, start);
  const text = handlerText(handler, base, module);
  if (styleOf(module).isEs5) {
    const { semicolon } = styleOf(module);
    return {
      edits: [
        at(start, "new Promise(function (resolve) { resolve("),
        at(end, `)${semicolon} }).catch(${text})`),
      ],
    };
  }
  const guard = needsSemicolon(form.node, module) ? ";" : "";
  const { eol, unit, semicolon } = styleOf(module);
  const line = module.text.slice(lineStart(module.text, start), end);
  if (!line.includes("\n") && line.length + "(async () => )().catch((err) => {".length <= MAX_WIDTH)
    return { edits: [at(start, `${guard}(async () => `), at(end, `)().catch(${text})`)] };
  return {
    edits: [
      at(start, `${guard}(async () => {${eol}${base}${unit}await `),
      ...shiftLines(module, start, end, unit),
      at(end, `${semicolon}${eol}${base}})().catch(${text})`),
    ],
    shifted: { start, end, by: unit },
  };
}

/** In a file without semicolons, a line that starts with "(" would be read as a call of what stands before. */
function needsSemicolon(node: Node, module: SourceModule): boolean {
  const statement = parentOf(module, node);
  if (statement?.type !== "ExpressionStatement" || statement.start !== node.start) return false;
  const list = listOf(statement, module);
  const previous =
    list?.[list.indexOf(statement) - 1] ?? (list ? lastDirective(statement, module) : undefined);
  if (!previous) return false;
  const last = module.text[(previous.end ?? 1) - 1];
  const endsWithBlock =
    /^(If|For|ForOf|ForIn|While|Try|Switch|Block|Labeled)Statement$|^(Function|Class)Declaration$/.test(
      previous.type,
    );
  return last !== ";" && !(last === "}" && endsWithBlock);
}

function lastDirective(statement: Node, module: SourceModule): Node | undefined {
  const parent = parentOf(module, statement);
  return parent?.type === "BlockStatement" || parent?.type === "Program"
    ? parent.directives.at(-1)
    : undefined;
}

/** A returned promise is awaited. */
export function insertAwait(form: FormOf<"await">): Insertion {
  return { edits: awaitEdits([form.node]) };
}

/** An empty catch clause or handler gets its lines. */
export function insertFill(form: FormOf<"fill">, handler: Handler, module: SourceModule): Insertion {
  const { handler: node } = form;
  const { eol, unit } = styleOf(module);
  if (node.type === "CatchClause")
    return {
      edits: [
        ...(node.param ? [] : [at((node.start ?? 0) + "catch".length, ` (${handler.errorName})`)]),
        ...fillBlock(node.body, handler, module),
      ],
    };
  if (!isFunction(node))
    return {
      edits: [
        {
          start: node.start ?? 0,
          end: node.end ?? 0,
          text: handlerText(handler, positionAt(module, node.start ?? 0).base, module),
        },
      ],
    };
  const open = module.text.indexOf("(", node.start ?? 0);
  const parameter =
    node.params.length === 0
      ? [at(open + 1, styleOf(module).isTypeScript ? `${handler.errorName}: unknown` : handler.errorName)]
      : [];
  if (node.body.type === "BlockStatement")
    return { edits: [...parameter, ...fillBlock(node.body, handler, module)] };
  const { base } = positionAt(module, node.start ?? 0);
  const [start, end] = bodySpan(node.body, module);
  const value = module.text.slice(start, end);
  const returned =
    value === "undefined" || value.startsWith("void ") ? [] : [`return ${value}${styleOf(module).semicolon}`];
  const lines = block([...handler.lines, ...returned], base + unit, styleOf(module));
  return { edits: [...parameter, { start, end, text: `{${eol}${lines}${base}}` }] };
}

/** Puts lines right behind the opening brace of a block, and the closing one on a line of its own. */
function fillBlock(body: Node, handler: Handler, module: SourceModule): readonly Edit[] {
  const { eol, unit } = styleOf(module);
  const start = (body.start ?? 0) + 1;
  const end = (body.end ?? 0) - 1;
  const { base } = positionAt(module, end);
  const rest = module.text.slice(start, end);
  const lines = block(handler.lines, base + unit, styleOf(module));
  if (rest.trim() === "") return [{ start, end, text: `${eol}${lines}${base}` }];
  if (/^[ \t]*\r?\n/.test(rest)) return [at(start, eol + lines.slice(0, -eol.length))];
  const gap = start + rest.length - rest.trimStart().length;
  const close = start + rest.trimEnd().length;
  return [
    { start, end: gap, text: eol + lines + base + unit },
    { start: close, end, text: eol + base },
  ];
}

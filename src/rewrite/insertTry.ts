import type { Edit } from "../model/edit.ts";
import type { Node } from "../syntax/node.ts";
import { parentOf, type SourceModule } from "../syntax/sourceModule.ts";
import { lineStart } from "../text/sourceText.ts";
import { at, awaitEdits, block, bodySpan, type FormOf, type Handler, type Insertion } from "./insertion.ts";
import {
  shiftLines,
  afterTrailingComment,
  beforeComments,
  gapAfter,
  gapBefore,
  positionAt,
} from "./layout.ts";
import { styleOf } from "./style.ts";
import { listOf } from "./surroundings.ts";

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

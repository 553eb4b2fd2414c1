import type { Span } from "../model/finding.ts";
import { columnsOf } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { visible } from "./visible.ts";

/** Lines of code above and below the call. */
const CONTEXT = 1;
/** A call over more lines than this is cut: its arguments do not explain the failure. */
const MAX_CALL_LINES = 4;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/**
 * The call in its code, marked from its first column to where it ends on that line.
 * @param source the text that the span points into.
 * @returns lines without the last line break; empty where the span lies outside of the text.
 */
export function codeFrame(source: string, span: Span, width: number, palette: Palette): string {
  const lines = source.replace(/^\uFEFF/, "").split(LINE_BREAK);
  const marked = lines[span.line - 1];
  if (marked === undefined) return "";
  const last = Math.min(span.endLine, span.line + MAX_CALL_LINES - 1);
  const from = Math.max(1, span.line - CONTEXT);
  const to = Math.min(lines.length, last === span.endLine ? last + CONTEXT : last);
  const digits = String(to).length;
  const endColumn = span.endLine === span.line ? span.endColumn : marked.length + 1;
  const room = Math.max(20, width - digits - 7);
  const view = viewOf(marked, span.column - 1, room);

  const frame: string[] = [];
  for (let number = from; number <= to; number++) {
    const isCall = number === span.line;
    const gutter = `  ${isCall ? palette.red(">") : " "} ${palette.dim(`${String(number).padStart(digits)} │`)}`;
    const code = cut(lines[number - 1] ?? "", view, room);
    frame.push(`${gutter} ${isCall ? code : palette.dim(code)}`.trimEnd());
    if (isCall)
      frame.push(
        `    ${palette.dim(`${" ".repeat(digits)} │`)} ${caret(marked, view, span.column - 1, endColumn - 1, room, palette)}`,
      );
  }
  if (last < span.endLine) frame.push(`    ${palette.dim(`${" ".repeat(digits)} │ …`)}`);
  return frame.join("\n");
}

/** The first character shown: 0, unless the call would begin beyond the right edge. */
function viewOf(line: string, column: number, room: number): number {
  return visible(line.slice(0, column)).length > room - 12 ? Math.max(0, column - 8) : 0;
}

function cut(line: string, view: number, room: number): string {
  const shown = (view > 0 ? "…" : "") + visible(line.slice(view));
  let width = 0;
  let result = "";
  for (const character of shown) {
    width += columnsOf(character);
    if (width > room - 1) return `${result}…`;
    result += character;
  }
  return result;
}

function caret(
  line: string,
  view: number,
  start: number,
  end: number,
  room: number,
  palette: Palette,
): string {
  const before = (view > 0 ? 1 : 0) + shownWidth(line.slice(view, start));
  const length = Math.max(1, Math.min(shownWidth(line.slice(start, end)), room - before));
  return " ".repeat(before) + palette.red("^".repeat(length));
}

function shownWidth(code: string): number {
  return [...visible(code)].reduce((width, character) => width + columnsOf(character), 0);
}

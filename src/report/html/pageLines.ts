import type { Span } from "../../model/finding.ts";
import type { FileChange } from "../../model/result.ts";
import { structuredPatch } from "diff";
import { visible } from "../visible.ts";
import { changedWords, type Piece } from "../wordDiff.ts";
import type { HighlightedText, Token } from "./highlight.ts";
import type { PageDiff, PageLine } from "./pageData.ts";

/** Longer lines are cut: nobody reads them here, and they would make the page slow. */
const MAX_LINE = 400;
/** Lines of code above and below the call. */
const CONTEXT = 3;
const MAX_CALL_LINES = 8;

/** The call and what is around it; the call's own text has the class "call". */
export function frameLines(source: HighlightedText, span: Span): PageLine[] {
  const last = Math.min(span.endLine, span.line + MAX_CALL_LINES - 1, source.lines);
  const lines: PageLine[] = [];
  for (
    let number = Math.max(1, span.line - CONTEXT);
    number <= Math.min(last + CONTEXT, source.lines);
    number++
  ) {
    const isCall = span.line <= number && number <= span.endLine;
    const indent = source.text(number).search(/\S|$/);
    const from = number === span.line ? span.column - 1 : indent;
    const to = number === span.endLine ? span.endColumn - 1 : Number.POSITIVE_INFINITY;
    const tokens = source.line(number);
    lines.push({
      old: number,
      new: number,
      text: encode(isCall ? mark(tokens, [[from, to]], "call") : tokens),
    });
  }
  return lines;
}

/** A change as lines of a unified diff, in colour, with the changed words marked by the class "word". */
export function diffLines(change: FileChange, highlight: (text: string) => HighlightedText): PageDiff {
  const [before, after] = [highlight(change.before), highlight(change.after)];
  const { hunks } = structuredPatch("", "", change.before, change.after, undefined, undefined, {
    context: 3,
  });
  const lines: (PageLine | null)[] = [];
  for (const hunk of hunks) {
    if (lines.length > 0) lines.push(null);
    const body = hunk.lines.filter((line) => !line.startsWith("\\"));
    const words = changedWords(body.map((line) => line.slice(0, MAX_LINE)));
    let [old, next] = [hunk.oldStart, hunk.newStart];
    for (const [index, line] of body.entries()) {
      const isAdded = line.startsWith("+");
      const isRemoved = line.startsWith("-");
      const tokens = isRemoved ? before.line(old) : after.line(next);
      const marked = mark(tokens, rangesOf(words.get(index) ?? []), "word");
      lines.push({ old: isAdded ? 0 : old, new: isRemoved ? 0 : next, text: encode(marked) });
      if (!isAdded) old += 1;
      if (!isRemoved) next += 1;
    }
  }
  return { added: change.added, removed: change.removed, lines };
}

function rangesOf(pieces: readonly Piece[]): [number, number][] {
  let at = 0;
  return pieces.flatMap(({ text, isChanged }): [number, number][] => {
    const from = at;
    at += text.length;
    return isChanged ? [[from, at]] : [];
  });
}

/** Splits tokens at the ranges, and adds a class to what is inside of them. */
function mark(
  tokens: readonly Token[],
  ranges: readonly (readonly [number, number])[],
  style: string,
): Token[] {
  if (ranges.length === 0) return [...tokens];
  const result: Token[] = [];
  let start = 0;
  for (const token of tokens) {
    const end = start + token.text.length;
    const cuts = ranges.flat().filter((cut) => start < cut && cut < end);
    let from = start;
    for (const to of [...cuts, end]) {
      const isInside = ranges.some(([low, high]) => low <= from && to <= high);
      result.push({
        style: isInside ? `${token.style} ${style}`.trim() : token.style,
        text: token.text.slice(from - start, to - start),
      });
      from = to;
    }
    start = end;
  }
  return result;
}

/** Pairs of class and text, flat, with what hides or reorders text written out. */
function encode(tokens: readonly Token[]): string[] {
  const flat: string[] = [];
  let length = 0;
  for (const { style, text } of tokens) {
    const room = MAX_LINE - length;
    if (room <= 0) {
      flat.push("c", "…");
      break;
    }
    const shown = visible(text.slice(0, room).replace(/\r$/, ""));
    length += text.length;
    if (shown !== "") flat.push(style, shown);
  }
  return flat;
}

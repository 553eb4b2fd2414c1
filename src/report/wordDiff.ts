import { diffWordsWithSpace } from "diff";

/** A part of a line, without the line's marker. */
export interface Piece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Lines that share less than this part of their characters are different lines, not changed ones. */
const LEAST_SHARED = 0.4;
/** How far down the line that replaced another is looked for: comparing all with all is quadratic. */
const MAX_DISTANCE = 12;

/**
 * For lines of a unified diff that were replaced by similar ones: their parts, by the line's index in the diff.
 * Each removed line is paired with the added line of its block that is most like it.
 */
export function changedWords(lines: readonly string[]): ReadonlyMap<number, readonly Piece[]> {
  const pieces = new Map<number, readonly Piece[]>();
  for (let index = 0; index < lines.length; index++) {
    if (!isLine(lines[index], "-")) continue;
    let added = index;
    while (isLine(lines[added], "-")) added += 1;
    let end = added;
    while (isLine(lines[end], "+")) end += 1;
    pairUp(lines, index, added, end, pieces);
    index = Math.max(index, end - 1);
  }
  return pieces;
}

function isLine(line: string | undefined, marker: string): boolean {
  return line?.startsWith(marker) ?? false;
}

/** In order, so that pairs never cross. */
function pairUp(
  lines: readonly string[],
  start: number,
  added: number,
  end: number,
  pieces: Map<number, readonly Piece[]>,
): void {
  let from = added;
  for (let removed = start; removed < added; removed++) {
    for (let candidate = from; candidate < Math.min(end, from + MAX_DISTANCE); candidate++) {
      const [before, after] = [(lines[removed] ?? "").slice(1), (lines[candidate] ?? "").slice(1)];
      const parts = diffWordsWithSpace(before, after);
      const shared = parts.filter((part) => !part.added && !part.removed);
      const length = shared.reduce((sum, part) => sum + part.value.trim().length, 0);
      if (length < LEAST_SHARED * Math.max(before.trim().length, after.trim().length, 1)) continue;
      // Of a line that was only moved to the right, every word is as it was.
      if (parts.some((part) => (part.added || part.removed) && part.value.trim() !== "")) {
        pieces.set(removed, side(parts, "removed"));
        pieces.set(candidate, side(parts, "added"));
      }
      from = candidate + 1;
      break;
    }
  }
}

type Part = ReturnType<typeof diffWordsWithSpace>[number];

function side(parts: readonly Part[], kind: "added" | "removed"): Piece[] {
  const other = kind === "added" ? "removed" : "added";
  return parts.filter((part) => !part[other]).map((part) => ({ text: part.value, isChanged: part[kind] }));
}

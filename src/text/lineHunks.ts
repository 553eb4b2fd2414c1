import { structuredPatch } from "diff";

/** Lines `start … start + count - 1` (1-based). With a count of 0: nothing, between `start` and the line after it. */
export interface LineRange {
  readonly start: number;
  readonly count: number;
}

/** Lines that were replaced by others: one hunk of a diff without context. */
export interface LineHunk {
  readonly old: LineRange;
  readonly new: LineRange;
}

/** How one text's lines became the other's. */
export function lineHunksBetween(before: string, after: string): LineHunk[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 0 });
  return hunks.map((hunk) => ({
    old: rangeOf(hunk.oldStart, hunk.oldLines),
    new: rangeOf(hunk.newStart, hunk.newLines),
  }));
}

/**
 * Where a line of the old text stands in the new one.
 * A line that was replaced is carried to the first or the last line of what replaced it.
 */
export function carryLine(
  line: number,
  hunks: readonly LineHunk[],
  edge: "first" | "last" = "first",
): number {
  let shift = 0;
  for (const hunk of hunks) {
    const end = hunk.old.start + hunk.old.count - 1;
    const isInside = hunk.old.count > 0 && hunk.old.start <= line && line <= end;
    if (isInside)
      return edge === "first"
        ? Math.max(hunk.new.start, 1)
        : hunk.new.start + Math.max(hunk.new.count, 1) - 1;
    // A hunk that only adds stands after the line that it names.
    const isBefore = hunk.old.count === 0 ? hunk.old.start < line : end < line;
    if (isBefore) shift += hunk.new.count - hunk.old.count;
  }
  return line + shift;
}

/** The library counts an empty range from the line after it; git, and we, from the line before. */
function rangeOf(start: number, count: number): LineRange {
  return { start: count === 0 ? start - 1 : start, count };
}

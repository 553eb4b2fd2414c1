import type { LineReplacement } from "../model/edit.ts";
import { lineHunksBetween } from "./lineHunks.ts";

/** The lines that have to be replaced so that one text becomes the other: ascending, and as few as the diff finds. */
export function lineReplacementsBetween(before: string, after: string): LineReplacement[] {
  const lines = after.split(/(?<=\n)/);
  return lineHunksBetween(before, after).map(({ old, new: inserted }) => ({
    line: old.count === 0 ? old.start + 1 : old.start,
    count: old.count,
    text:
      inserted.count === 0
        ? ""
        : lines.slice(inserted.start - 1, inserted.start - 1 + inserted.count).join(""),
  }));
}

/**
 * Several replacements as one, over all lines from the first to the last; what lies between is repeated.
 * For tools that take one range for each fix.
 */
export function joinReplacements(
  before: string,
  replacements: readonly LineReplacement[],
): LineReplacement | undefined {
  const [first] = replacements;
  const last = replacements.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const lines = before.split(/(?<=\n)/);
  let next = first.line;
  let text = "";
  for (const one of replacements) {
    text += lines.slice(next - 1, one.line - 1).join("") + one.text;
    next = one.line + one.count;
  }
  return { line: first.line, count: next - first.line, text };
}

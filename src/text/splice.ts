import MagicString from "magic-string";
import type { Edit } from "../model/edit.ts";

/** Edits that contradict each other; none of them is applied. */
export class OverlapError extends Error {
  override readonly name = "OverlapError";
}

/** A text after edits, and which parts of it are new. */
export interface Spliced {
  readonly text: string;
  /** `[start, end)` in the new text, ascending. */
  readonly inserted: readonly (readonly [number, number])[];
}

/**
 * Applies edits to a text; offsets are those of the original. Several insertions at one place keep their order.
 * @throws {OverlapError} where two edits replace the same characters.
 */
export function splice(text: string, edits: readonly Edit[]): Spliced {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  const result = new MagicString(text);
  const inserted: [number, number][] = [];
  let covered = 0;
  let shift = 0;
  for (const { edit } of ordered) {
    if (edit.start < covered) throw new OverlapError(`edits overlap at offset ${edit.start}`);
    if (edit.start === edit.end) result.appendLeft(edit.start, edit.text);
    else result.update(edit.start, edit.end, edit.text);
    covered = edit.end;
    const start = edit.start + shift;
    inserted.push([start, start + edit.text.length]);
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { text: result.toString(), inserted };
}

import type { Edit } from "../../model/edit.ts";

/**
 * Applies edits to a text; the same edit of two plans (an import that both need) is applied once.
 * @param text with or without BOM; offsets do not count it.
 * @returns undefined where two edits overlap.
 */
export function spliceEdits(text: string, edits: readonly Edit[]): string | undefined {
  const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(bom.length);
  const unique = new Map(edits.map((edit) => [JSON.stringify([edit.start, edit.end, edit.text]), edit]));
  let result = "";
  let position = 0;
  for (const { start, end, text: added } of [...unique.values()].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < position) return undefined;
    result += body.slice(position, start) + added;
    position = end;
  }
  return bom + result + body.slice(position);
}

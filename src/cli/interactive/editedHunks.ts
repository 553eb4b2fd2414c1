import type { Edit } from "../../model/edit.ts";

/** What the editor shows below the change. */
export const EDIT_HELP = `# Lines that begin with "+" are added, with "-" removed; the others are context.
# To keep a "-" line, make its "-" a blank. To drop a "+" line, delete it.
# Lines that begin with "#" are ignored. An empty change is not applied.
`;

/** The edits that an edited diff stands for, or why it does not fit the text. */
export type HunkEdits = { readonly edits: readonly Edit[] } | { readonly problem: string };

const HEADER = /^@@ -(\d+)(?:,(\d+))? /;

/**
 * Reads an edited unified diff as `git add -p` does: the counts in the hunk headers are ignored, what counts is
 * where a hunk begins, and that its context and removed lines are those of the text.
 * @param text the whole text without BOM; its line endings are kept, whatever the editor made of them.
 */
export function parseEditedHunks(diff: string, text: string): HunkEdits {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  // As if the last line had an ending too; `clamp` takes it away again.
  const lines = (text.endsWith("\n") || text === "" ? text : text + eol).split(/(?<=\n)/);
  const starts = startsOf(lines);
  const edits: Edit[] = [];
  let line: number | undefined;
  for (const row of diff.split("\n").map((one) => one.replace(/\r$/, ""))) {
    const header = HEADER.exec(row);
    if (header !== null) line = Number(header[1]) - (header[2] === "0" ? 0 : 1);
    if (header !== null || line === undefined || /^[#\\]/.test(row)) continue;
    const at = starts[line] ?? starts.at(-1) ?? 0;
    const original = lines[line];
    // An editor may strip the blank of an empty context line.
    if (row === "" && original?.trim() !== "") continue;
    if (row.startsWith("+")) {
      edits.push({ start: at, end: at, text: row.slice(1) + eol });
      continue;
    }
    if (!/^[- ]|^$/.test(row)) return { problem: `a line must begin with "+", "-" or a blank: ${row}` };
    if (original === undefined || original.replace(/\r?\n$/, "").trimEnd() !== row.slice(1).trimEnd())
      return { problem: `line ${line + 1} of the file is not: ${row.slice(1)}` };
    if (row.startsWith("-")) edits.push({ start: at, end: at + original.length, text: "" });
    line += 1;
  }
  const merged = mergeNeighbours(edits).map((edit) => clamp(edit, text, eol));
  return merged.length === 0 ? { problem: "it is empty" } : { edits: merged };
}

/** Where each line begins, and at the end where a further one would. */
function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  return starts;
}

/** Neighbours become one replacement, so that no two edits begin at the same place. */
function mergeNeighbours(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last?.end === edit.start)
      merged.splice(-1, 1, { start: last.start, end: edit.end, text: last.text + edit.text });
    else merged.push(edit);
  }
  return merged;
}

/** A text that ends without a line ending goes on doing so. */
function clamp({ start, end, text: added }: Edit, text: string, eol: string): Edit {
  if (end <= text.length) return { start, end, text: added };
  const open = added.endsWith(eol) ? added.slice(0, -eol.length) : added;
  return {
    start: Math.min(start, text.length),
    end: text.length,
    text: start > text.length ? eol + open : open,
  };
}

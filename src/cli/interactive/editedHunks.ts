import type { Edit } from "../../model/edit.ts";

/** What the editor shows below the change. */
export const EDIT_HELP = `# Lines that begin with "+" are added, with "-" removed; the others are context.
# To keep a "-" line, make its "-" a blank. To drop a "+" line, delete it.
# Lines that begin with "#" are ignored. An empty change is not applied.
`;

/** The edits that an edited diff stands for, or why it does not fit the text. */
export type HunkEdits = { readonly edits: readonly Edit[] } | { readonly problem: string };

/**
 * Reads an edited unified diff as `git add -p` does: the counts in the hunk headers are ignored, what counts is
 * where a hunk begins, and that its context and removed lines are those of the text.
 * @param text the whole text without BOM; its line endings are kept, whatever the editor made of them.
 */
export function parseEditedHunks(diff: string, text: string): HunkEdits {
  const lines = text.split(/(?<=\n)/);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const starts = offsetsOf(lines);
  const edits: Edit[] = [];
  let line: number | undefined;
  for (const raw of diff.split("\n")) {
    const row = raw.replace(/\r$/, "");
    const header = /^@@ -(\d+)(?:,(\d+))? /.exec(row);
    if (header !== null) line = Number(header[1]) - (header[2] === "0" ? 0 : 1);
    // An editor may strip the blank of an empty context line; but the last line of the file is no line at all.
    if (header !== null || line === undefined || row.startsWith("#") || row.startsWith("\\") || row === "") {
      if (row === "" && line !== undefined && lines[line]?.trim() === "" && header === null) line += 1;
      continue;
    }
    const at = starts[line] ?? text.length;
    const kind = row[0];
    const content = row.slice(1);
    if (kind === "+") {
      edits.push({ start: at, end: at, text: addedLine(content, text, at, eol) });
      continue;
    }
    if (kind !== " " && kind !== "-") return { problem: `a line must begin with "+", "-" or a blank: ${row}` };
    const original = lines[line];
    if (original === undefined || original.replace(/\r?\n$/, "") !== content)
      return { problem: `line ${line + 1} of the file is not: ${content}` };
    if (kind === "-") edits.push({ start: at, end: at + original.length, text: "" });
    line += 1;
  }
  return edits.length === 0 ? { problem: "it is empty" } : { edits: mergeEdits(edits) };
}

function addedLine(content: string, text: string, at: number, eol: string): string {
  // Behind a last line without an ending, the new line needs it before instead.
  const isBehindOpenLine = at === text.length && text !== "" && !text.endsWith("\n");
  return isBehindOpenLine ? eol + content : content + eol;
}

function offsetsOf(lines: readonly string[]): number[] {
  let offset = 0;
  return lines.map((line) => {
    const start = offset;
    offset += line.length;
    return start;
  });
}

/** Neighbours become one replacement, so that no two edits begin at the same place. */
function mergeEdits(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last !== undefined && last.end === edit.start) merged[merged.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    else merged.push(edit);
  }
  return merged;
}

import type { FileChange } from "../model/result.ts";
import type { Palette } from "./palette.ts";
import { visible } from "./visible.ts";
import { changedWords, type Piece } from "./wordDiff.ts";

/** A longer line, of a minified file say, is cut. */
const MAX_LINE = 300;

/**
 * The hunks of a change, coloured and indented; in a line that was replaced, the words that changed stand out.
 * Not for `git apply`: control characters are made visible.
 */
export function prettyDiff(change: FileChange, palette: Palette): string {
  const lines = change.diff.replace(/\n$/, "").split("\n");
  const first = Math.max(
    0,
    lines.findIndex((line) => line.startsWith("@@ ")),
  );
  const shown = lines.slice(first).map((line) => cut(visible(line.replace(/\r$/, ""))));
  const words = changedWords(shown);
  return shown.map((line, index) => `  ${paint(line, words.get(index), palette)}`.trimEnd()).join("\n");
}

function paint(line: string, pieces: readonly Piece[] | undefined, palette: Palette): string {
  const color = line.startsWith("+") ? palette.green : line.startsWith("-") ? palette.red : undefined;
  if (color === undefined) {
    if (line.startsWith("@@")) return palette.cyan(line);
    return line.startsWith("\\") ? palette.dim(line) : line;
  }
  if (pieces === undefined) return color(line);
  const body = pieces.map(({ text, isChanged }) => (isChanged ? color(palette.inverse(text)) : color(text)));
  return color(line.slice(0, 1)) + body.join("");
}

function cut(line: string): string {
  return line.length <= MAX_LINE ? line : `${line.slice(0, MAX_LINE).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

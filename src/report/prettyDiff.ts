import type { FileChange } from "../model/result.ts";
import type { Palette } from "./palette.ts";
import { visible } from "./visible.ts";

/** The hunks of a change, coloured and indented. Not for `git apply`: control characters are made visible. */
export function prettyDiff(change: FileChange, palette: Palette): string {
  const lines = change.diff.replace(/\n$/, "").split("\n");
  const first = lines.findIndex((line) => line.startsWith("@@ "));
  return lines
    .slice(Math.max(0, first))
    .map((line) => `  ${paint(visible(line.replace(/\r$/, "")), palette)}`.trimEnd())
    .join("\n");
}

function paint(line: string, palette: Palette): string {
  if (line.startsWith("+")) return palette.green(line);
  if (line.startsWith("-")) return palette.red(line);
  if (line.startsWith("@@")) return palette.cyan(line);
  return line.startsWith("\\") ? palette.dim(line) : line;
}

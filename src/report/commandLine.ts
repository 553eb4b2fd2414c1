import type { ReportOptions } from "./types.ts";
import { visible } from "./visible.ts";

/** A command over the same paths, ready to be pasted into a shell. */
export function commandLine(
  options: Pick<ReportOptions, "paths">,
  args: readonly string[],
  command = "fix",
): string {
  return ["sadpath", command, ...options.paths, ...args].map(quote).join(" ");
}

function quote(word: string): string {
  if (/^[\w./@:=+-]+$/.test(word)) return word;
  return `'${visible(word).replaceAll("'", "'\\''")}'`;
}

import type { RunResult } from "../model/result.ts";
import { sortedFiles } from "./findings.ts";
import type { ReportOptions } from "./types.ts";
import { visibleLines } from "./visible.ts";

/** What `--write` with the same options writes (or wrote), for `git apply`. In a terminal, made safe to look at. */
export function diff(result: RunResult, options: ReportOptions): string {
  const text = sortedFiles(result)
    .map((file) => file.change?.diff ?? "")
    .join("");
  return options.isTerminal ? visibleLines(text) : text;
}

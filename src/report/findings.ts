import type { Finding } from "../model/finding.ts";
import type { FileOutcome, RunResult } from "../model/result.ts";
import type { ReportOptions } from "./types.ts";

/** All findings, by file, line and column. */
export function sortedFindings(result: RunResult): Finding[] {
  return sortedFiles(result).flatMap((file) => [...file.findings].toSorted(byPosition));
}

/** All files by name, in the same order on every machine. */
export function sortedFiles(result: RunResult): FileOutcome[] {
  return [...result.files].toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
}

/** By line, then column. */
export function byPosition(a: Finding, b: Finding): number {
  return a.span.line - b.span.line || a.span.column - b.span.column;
}

/** Whether the finding is mended in the tree as the command leaves it. In a dry run nothing is. */
export function isApplied(result: RunResult, finding: Finding): boolean {
  return result.mode === "write" && finding.fix.applied;
}

/** Whether the finding is still there when the command ends, and nobody has said that it may be. */
export function isOpen(result: RunResult, finding: Finding): boolean {
  return !finding.suppressed && finding.baselined !== true && !isApplied(result, finding);
}

/**
 * The findings that a reviewer or a CI service should act on: open ones, by file and position.
 * Infos (a caller handles the failure) only with `--verbose`.
 */
export function reportedFindings(result: RunResult, { verbose }: Pick<ReportOptions, "verbose">): Finding[] {
  return sortedFindings(result).filter(
    (finding) => isOpen(result, finding) && (verbose || finding.severity !== "info"),
  );
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** The gravest first; those of one severity keep their order. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

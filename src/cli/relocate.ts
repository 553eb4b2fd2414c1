import type { Finding } from "../model/finding.ts";
import type { FileChange, FileOutcome } from "../model/result.ts";
import { carryLine, lineHunksBetween, type LineHunk } from "../text/lineHunks.ts";

/** A file that has just been written: the findings that remain in it, where they now stand, and its text. */
export function relocateFindings(file: FileOutcome, change: FileChange): FileOutcome {
  const hunks = lineHunksBetween(change.before, change.after);
  const offsets = lineOffsets(change.after.replace(/^\uFEFF/, ""));
  const findings = file.findings.map((finding) =>
    finding.fix.applied ? finding : relocate(finding, hunks, offsets),
  );
  return { ...file, findings, source: change.after };
}

function relocate(finding: Finding, hunks: readonly LineHunk[], offsets: readonly number[]): Finding {
  const { span } = finding;
  const line = carryLine(span.line, hunks, "first");
  const endLine = Math.max(line, carryLine(span.endLine, hunks, "last"));
  const start = (offsets[line - 1] ?? 0) + span.column - 1;
  const end = (offsets[endLine - 1] ?? 0) + span.endColumn - 1;
  return { ...finding, span: { ...span, line, endLine, start, end } };
}

/** Where each line begins. */
function lineOffsets(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
}

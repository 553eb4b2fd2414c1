import type { Severity } from "../model/contract.ts";
import type { LineReplacement } from "../model/edit.ts";
import type { Finding } from "../model/finding.ts";
import type { FileOutcome, RunResult } from "../model/result.ts";
import { joinReplacements } from "../text/lineReplacements.ts";
import { reportedFindings } from "./findings.ts";
import { absoluteRuleUrl } from "./rules/ruleUrl.ts";
import type { ReportOptions } from "./types.ts";
import { escapeInJson, visible } from "./visible.ts";

/** A suggestion over more lines hides the code more than it helps; `sadpath fix` makes it then. */
const MAX_SUGGESTED_LINES = 50;
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/**
 * Reviewdog's diagnostic format (`reviewdog -f=rdjson`). Each fix is one suggestion over whole lines, the only form
 * that reviewdog hands on to GitHub as a suggestion to be applied with one click.
 */
export function rdjson(result: RunResult, options: ReportOptions): string {
  const files = new Map(result.files.map((file) => [file.file, file]));
  const document = {
    source: { name: "sadpath" },
    diagnostics: reportedFindings(result, options).map((finding) =>
      diagnostic(finding, files.get(finding.file), result),
    ),
  };
  return `${escapeInJson(JSON.stringify(document, null, 2))}\n`;
}

function diagnostic(finding: Finding, file: FileOutcome | undefined, result: RunResult): object {
  const { line, column, endLine, endColumn } = finding.span;
  const lines = textOf(file).split("\n");
  const url = absoluteRuleUrl(result, finding.rule);
  const suggestion = suggestionFor(finding, file);
  return {
    message: visible(finding.message),
    location: {
      path: finding.file,
      range: {
        start: { line, column: byteColumn(lines[line - 1], column) },
        end: { line: endLine, column: byteColumn(lines[endLine - 1], endColumn) },
      },
    },
    severity: SEVERITIES[finding.severity],
    code: { value: finding.rule, ...(url === undefined ? {} : { url }) },
    ...(suggestion === undefined ? {} : { suggestions: [suggestion] }),
  };
}

/** rdjson counts columns in bytes of UTF-8, from 1. */
function byteColumn(line: string | undefined, column: number): number {
  return line === undefined ? column : Buffer.byteLength(line.slice(0, column - 1)) + 1;
}

function suggestionFor(finding: Finding, file: FileOutcome | undefined): object | undefined {
  const plan = file?.replacements?.find(({ fingerprints }) => fingerprints.includes(finding.fingerprint));
  if (plan === undefined || plan.safety === "manual") return undefined;
  const text = textOf(file);
  const joined = joinReplacements(text, plan.replacements);
  if (joined === undefined) return undefined;
  const whole = joined.count === 0 ? withNeighbour(text, joined) : joined;
  if (whole === undefined || whole.count > MAX_SUGGESTED_LINES) return undefined;
  // Without columns the range is of whole lines; their last line break is not part of it.
  return {
    range: { start: { line: whole.line }, end: { line: whole.line + whole.count - 1 } },
    text: whole.text.replace(/\r?\n$/, ""),
  };
}

/** An insertion has no lines to comment on: the line below it is repeated, at the end of the file the one above. */
function withNeighbour(text: string, { line, text: inserted }: LineReplacement): LineReplacement | undefined {
  const lines = text.split(/(?<=\n)/);
  const below = lines[line - 1];
  if (below !== undefined && below !== "") return { line, count: 1, text: inserted + below };
  const above = lines[line - 2];
  return above === undefined ? undefined : { line: line - 1, count: 1, text: above + inserted };
}

/** The text that the spans point into: without a BOM. */
function textOf(file: FileOutcome | undefined): string {
  return (file?.source ?? file?.change?.before ?? "").replace(/^\uFEFF/, "");
}

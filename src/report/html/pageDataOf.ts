import type { Finding, TraceStep } from "../../model/finding.ts";
import type { FileOutcome, RunResult } from "../../model/result.ts";
import { commandLine } from "../commandLine.ts";
import { byPosition, isApplied, sortedFiles } from "../findings.ts";
import { duration } from "../layout.ts";
import { reportableRules } from "../rules/allRules.ts";
import { ruleUrl } from "../rules/ruleUrl.ts";
import { sourceUrl } from "../sourceUrl.ts";
import type { ReportOptions } from "../types.ts";
import { visible } from "../visible.ts";
import { highlighterOf, type HighlightedText } from "./highlight.ts";
import type { PageData, PageFile, PageFinding, PageRule, PageStep } from "./pageData.ts";
import { diffLines, frameLines } from "./pageLines.ts";

/** A message of the target beyond this says nothing more. */
const MAX_TEXT = 2000;

/** All that the page shows: every finding, whatever its status; the page's filters choose. */
export function pageDataOf(result: RunResult, options: ReportOptions): PageData {
  const files = sortedFiles(result);
  const brought = filesBrought(files);
  const named = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return {
    version: result.version,
    mode: result.mode,
    safety: options.safety,
    summary: {
      filesScanned: result.filesScanned,
      callSites: files.reduce((sum, file) => sum + file.callSites, 0),
      duration: duration(result.durationMs),
      ...(options.scope === undefined ? {} : { scope: text(options.scope) }),
    },
    rules: Object.fromEntries(
      reportableRules().flatMap((rule) => (named.has(rule.id) ? [[rule.id, ruleOf(rule, result)]] : [])),
    ),
    files: files
      .filter((file) => file.findings.length > 0 || (file.change ?? file.proposal) !== undefined)
      .map((file) => fileOf(file, result, options, brought)),
    failed: files
      .filter(({ status }) => status === "failed")
      .map(({ file, stage, reason }) => ({
        file: text(file),
        reason: text(`${stage ?? "unknown"}: ${reason ?? ""}`),
      })),
    commands: {
      write: commandLine(
        options,
        options.safety === "safe" ? ["--write"] : ["--safety", "review", "--write"],
      ),
      review: commandLine(options, ["--safety", "review", "--write"]),
    },
  };
}

function ruleOf(rule: ReturnType<typeof reportableRules>[number], result: RunResult): PageRule {
  const { severity, summary, inProduction, handling, notSafeWhen, sources } = rule;
  return { severity, summary, inProduction, handling, notSafeWhen, page: ruleUrl(result, rule.id), sources };
}

/** New files by the fingerprints of the findings whose rewrite brings them along. */
function filesBrought(files: readonly FileOutcome[]): ReadonlyMap<string, readonly string[]> {
  const brought = new Map<string, string[]>();
  for (const file of files) {
    const change = file.change ?? file.proposal;
    if (change?.isNew !== true) continue;
    for (const fingerprint of change.fingerprints)
      brought.set(fingerprint, [...(brought.get(fingerprint) ?? []), text(file.file)]);
  }
  return brought;
}

function fileOf(
  file: FileOutcome,
  result: RunResult,
  options: ReportOptions,
  brought: ReadonlyMap<string, readonly string[]>,
): PageFile {
  const url = sourceUrl(options, file.file, 0);
  const highlight = highlighterOf(file.file);
  const source = file.source === undefined ? undefined : highlight(file.source.replace(/^\uFEFF/, ""));
  const showsDiffs = result.mode !== "scan";
  return {
    path: text(file.file),
    owners: (file.owners ?? []).map(text),
    ...(url === undefined ? {} : { url: url.slice(0, -1) }),
    findings: [...file.findings].toSorted(byPosition).map((finding) => {
      const brings = brought.get(finding.fingerprint);
      return { ...findingOf(finding, source, result, options), ...(brings === undefined ? {} : { brings }) };
    }),
    ...(showsDiffs && file.change !== undefined ? { change: diffLines(file.change, highlight) } : {}),
    ...(showsDiffs && file.proposal !== undefined ? { proposal: diffLines(file.proposal, highlight) } : {}),
  };
}

function findingOf(
  finding: Finding,
  source: HighlightedText | undefined,
  result: RunResult,
  options: ReportOptions,
): PageFinding {
  const { rule, severity, span, message, fix, trace } = finding;
  const isMended = isApplied(result, finding);
  return {
    rule,
    call: finding.contract === "sadpath" ? "" : `${finding.contract}.${finding.function}`,
    severity,
    safety: fix.safety,
    status: statusOf(finding, isMended),
    line: span.line,
    column: span.column,
    message: text(message),
    title: text(fix.title),
    ...(fix.reason === undefined ? {} : { reason: text(fix.reason) }),
    trace: trace.map((step) => stepOf(step, options)),
    // What was mended points into a text that is gone; its diff shows it.
    frame: source === undefined || isMended ? [] : frameLines(source, span),
  };
}

function statusOf(finding: Finding, isMended: boolean): PageFinding["status"] {
  if (isMended) return "mended";
  if (finding.suppressed) return "suppressed";
  return finding.baselined === true ? "known" : "open";
}

function stepOf({ file, line, note }: TraceStep, options: ReportOptions): PageStep {
  const url = sourceUrl(options, file, line);
  return { file: text(file), line, note: text(note), ...(url === undefined ? {} : { url }) };
}

function text(value: string): string {
  return visible(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value);
}

import { relative, sep } from "node:path";
import type { Safety, Severity } from "../model/contract.ts";
import type { Finding } from "../model/finding.ts";
import type { FileChange, FileOutcome, RunResult } from "../model/result.ts";
import { isApplied, sortedFiles, sortedFindings } from "./findings.ts";
import { ruleUrl } from "./rules/ruleUrl.ts";
import type { ReportOptions } from "./types.ts";
import { escapeInJson } from "./visible.ts";

/** The document for programs: schemas/report.schema.json. Its fields are a promise: add, do not rename. */
export function json(result: RunResult, options: ReportOptions): string {
  const files = sortedFiles(result);
  const findings = sortedFindings(result);
  const owners = new Map(files.map((file) => [file.file, file.owners]));
  const document = {
    schemaVersion: 1,
    tool: { name: "sadpath", version: result.version },
    mode: result.mode,
    root: relative(options.cwd, result.root).split(sep).join("/") || ".",
    findings: findings.map((finding) => toFinding(result, finding, owners.get(finding.file))),
    changes: files.flatMap((file) => (file.change === undefined ? [] : [toChange(file.change)])),
    files: files.filter(({ status }) => status !== "ok").map(toFile),
    summary: summaryOf(result, findings),
  };
  // Control and bidirectional characters of the target's code stay inside their strings, escaped.
  return `${escapeInJson(JSON.stringify(document, null, 2))}\n`;
}

function toFinding(result: RunResult, finding: Finding, owners: readonly string[] | undefined): object {
  const { line, column, endLine, endColumn } = finding.span;
  const { transform, safety, title, reason } = finding.fix;
  return {
    rule: finding.rule,
    contract: finding.contract,
    function: finding.function,
    severity: finding.severity,
    file: finding.file,
    line,
    column,
    endLine,
    endColumn,
    disposition: finding.disposition,
    message: finding.message,
    trace: finding.trace.map((step) => ({ file: step.file, line: step.line, note: step.note })),
    fix: {
      transform,
      safety,
      applied: isApplied(result, finding),
      title,
      ...(reason === undefined ? {} : { reason }),
    },
    suppressed: finding.suppressed,
    fingerprint: finding.fingerprint,
    rulePage: ruleUrl(result, finding.rule),
    ...(owners === undefined ? {} : { owners }),
  };
}

function toChange({ file, added, removed, diff, fingerprints }: FileChange): object {
  return { file, added, removed, diff, fingerprints };
}

function toFile({ file, status, stage, reason }: FileOutcome): object {
  return { file, status, stage: stage ?? "unknown", reason: reason ?? "" };
}

function summaryOf(result: RunResult, findings: readonly Finding[]): object {
  const counted = findings.filter(({ suppressed }) => !suppressed);
  const bySeverity = (severity: Severity): number =>
    counted.filter((finding) => finding.severity === severity).length;
  // An info is handled further up: nothing of it is to be fixed.
  const fixable = counted.filter(({ severity }) => severity !== "info");
  const bySafety = (safety: Safety): number => fixable.filter(({ fix }) => fix.safety === safety).length;
  return {
    filesScanned: result.filesScanned,
    filesParsed: result.filesParsed,
    callSites: result.files.reduce((sum, file) => sum + file.callSites, 0),
    findings: { error: bySeverity("error"), warning: bySeverity("warning"), info: bySeverity("info") },
    fixable: { safe: bySafety("safe"), review: bySafety("review"), manual: bySafety("manual") },
    changed: result.files.filter(({ change }) => change !== undefined).length,
    failed: result.files.filter(({ status }) => status === "failed").length,
    durationMs: Math.round(result.durationMs),
  };
}

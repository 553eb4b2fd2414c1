import type { Severity } from "../model/contract.ts";
import type { Finding } from "../model/finding.ts";
import type { RunResult } from "../model/result.ts";
import { gravestFirst, reportedFindings, sortedFiles } from "./findings.ts";
import { ruleUrl } from "./rules/ruleUrl.ts";
import type { ReportOptions } from "./types.ts";
import { visible } from "./visible.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands that GitHub Actions turns into annotations at the lines of a pull request.
 * The gravest come first: GitHub shows ten of each kind for a step.
 */
export function github(result: RunResult, options: ReportOptions): string {
  const findings = gravestFirst(reportedFindings(result, options)).map((finding) =>
    annotation(finding, result),
  );
  const failures = sortedFiles(result)
    .filter(({ status }) => status === "failed")
    .map(({ file, stage, reason }) =>
      command(
        "warning",
        { file, title: "sadpath could not check this file" },
        `${stage ?? "unknown"}: ${reason ?? ""}`,
      ),
    );
  return [...findings, ...failures].map((line) => `${line}\n`).join("");
}

function annotation(finding: Finding, result: RunResult): string {
  const { line, column, endLine, endColumn } = finding.span;
  const place = { file: finding.file, line, endLine };
  // GitHub takes columns only within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const fix = finding.fix.safety === "manual" ? "" : `\nFix (${finding.fix.safety}): ${finding.fix.title}.`;
  const text = `${finding.message}${fix}\nWhy: ${ruleUrl(result, finding.rule)}`;
  return command(COMMANDS[finding.severity], { ...place, ...columns, title: finding.rule }, text);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(text)}`;
}

/** As the runner unescapes it. Other controls, which a log would obey, are written out. */
function escapeData(text: string): string {
  return text
    .split("\n")
    .map((line) => visible(line).replaceAll("%", "%25"))
    .join("%0A");
}

function escapeProperty(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}

import { createHash } from "node:crypto";
import type { Severity } from "../model/contract.ts";
import type { RunResult } from "../model/result.ts";
import { reportedFindings } from "./findings.ts";
import { ruleUrl } from "./rules/ruleUrl.ts";
import type { ReportOptions } from "./types.ts";
import { escapeInJson, visible } from "./visible.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/**
 * GitLab's code quality report: docs.gitlab.com, "Code Quality", "Implement a custom tool".
 */
export function gitlab(result: RunResult, options: ReportOptions): string {
  const seen = new Map<string, number>();
  const issues = reportedFindings(result, options).map((finding) => {
    const times = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, times);
    return {
      description: visible(finding.message),
      check_name: finding.rule,
      // GitLab drops issues with the same fingerprint.
      fingerprint: createHash("sha256").update(`${finding.fingerprint}:${times}`).digest("hex"),
      severity: SEVERITIES[finding.severity],
      location: {
        path: finding.file,
        lines: { begin: finding.span.line, end: finding.span.endLine },
      },
      content: { body: ruleUrl(result, finding.rule) },
      categories: ["Bug Risk"],
    };
  });
  return `${escapeInJson(JSON.stringify(issues, null, 2))}\n`;
}

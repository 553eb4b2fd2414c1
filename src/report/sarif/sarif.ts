import { gzipSync } from "node:zlib";
import type { Log, Notification, Result } from "sarif";
import type { RunResult } from "../../model/result.ts";
import { gravestFirst, reportedFindings, sortedFiles } from "../findings.ts";
import { encodePath } from "../sourceUrl.ts";
import type { ReportOptions } from "../types.ts";
import { escapeInJson } from "../visible.ts";
import { sarifResult, SOURCE_ROOT } from "./sarifResult.ts";
import { sarifRules } from "./sarifRules.ts";
import { sarifText } from "./text.ts";

/** GitHub's limits for an upload: docs.github.com, "SARIF results exceed one or more limits". */
export interface SarifLimits {
  readonly results: number;
  /** Of the gzipped file. */
  readonly bytes: number;
}

const CODE_SCANNING: SarifLimits = { results: 25_000, bytes: 10_000_000 };

/** SARIF 2.1.0 for code scanning. */
export function sarif(result: RunResult, options: ReportOptions): string {
  return sarifWithin(CODE_SCANNING, result, options);
}

/**
 * A document within limits: what is too much is left out, the fixes first, then the traces, then the mildest results;
 * a notification says so.
 */
export function sarifWithin(limits: SarifLimits, result: RunResult, options: ReportOptions): string {
  const findings = gravestFirst(reportedFindings(result, options));
  const files = new Map(result.files.map((file) => [file.file, file]));
  const ruleIds = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const all = findings.map((finding) =>
    sarifResult(finding, ruleIds.indexOf(finding.rule), files.get(finding.file)),
  );
  const render = (results: readonly Result[]): string => {
    const omitted = all.length - results.length;
    return `${escapeInJson(JSON.stringify(log(result, ruleIds, results, omitted), null, 1))}\n`;
  };
  const fits = (text: string): boolean => gzipSync(text, { level: 1 }).length <= limits.bytes;

  let results: readonly Result[] = all.slice(0, limits.results);
  let text = render(results);
  for (const shorten of [withoutFixes, withoutTraces]) {
    if (fits(text)) return text;
    results = results.map(shorten);
    text = render(results);
  }
  while (results.length > 0 && !fits(text)) {
    results = results.slice(0, Math.floor(results.length / 2));
    text = render(results);
  }
  return text;
}

function withoutFixes(result: Result): Result {
  const { fixes: _, ...rest } = result;
  return rest;
}

function withoutTraces(result: Result): Result {
  const { codeFlows: _, ...rest } = result;
  return rest;
}

function log(
  result: RunResult,
  ruleIds: readonly string[],
  results: readonly Result[],
  omitted: number,
): Log {
  const notifications = notificationsOf(result, omitted);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "sadpath", semanticVersion: result.version, rules: sarifRules(ruleIds, result) },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          [SOURCE_ROOT]: {
            description: { text: "The top of the repository; without one, the folder that sadpath ran in." },
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
          },
        ],
        results: [...results],
      },
    ],
  };
}

function notificationsOf(result: RunResult, omitted: number): Notification[] {
  const failed = sortedFiles(result)
    .filter(({ status }) => status === "failed")
    .map(({ file, stage, reason }): Notification => ({
      level: "warning",
      message: { text: sarifText(`not checked: ${stage ?? "unknown"}: ${reason ?? ""}`) },
      locations: [
        { physicalLocation: { artifactLocation: { uri: encodePath(file), uriBaseId: SOURCE_ROOT } } },
      ],
    }));
  if (omitted === 0) return failed;
  const text = `${omitted} results were left out, since code scanning takes no more; the gravest are here.`;
  return [{ level: "warning", message: { text } }, ...failed];
}

import type { Finding } from "../model/finding.ts";
import type { FileOutcome, RunResult } from "../model/result.ts";
import { byPosition, isApplied, isOpen, sortedFiles } from "./findings.ts";
import { ruleUrl } from "./rules/ruleUrl.ts";
import type { ReportOptions } from "./types.ts";
import { visible } from "./visible.ts";

/** A test case of the report, and how it went. */
interface Case {
  readonly name: string;
  readonly line?: number;
  readonly body?: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
}

/**
 * JUnit's XML, for CI servers that show test results: a suite for each file that was looked at, a case for each
 * finding. Errors and warnings fail; what is suppressed, known, or an info is skipped; a file that failed is an error.
 */
export function junit(result: RunResult, { verbose }: ReportOptions): string {
  const suites = sortedFiles(result)
    .map((file) => ({ file, cases: casesOf(file, result, verbose) }))
    .filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  const seconds = (result.durationMs / 1000).toFixed(3);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sadpath"${counts(all)} time="${seconds}">`,
    ...suites.flatMap(({ file, cases }) => suite(file, cases)),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function casesOf(file: FileOutcome, result: RunResult, isVerbose: boolean): Case[] {
  if (file.status === "skipped") return [];
  const cases = [...file.findings]
    .toSorted(byPosition)
    .filter((finding) => !isApplied(result, finding) && (isVerbose || finding.severity !== "info"))
    .map((finding) => findingCase(finding, result));
  if (file.status === "failed")
    cases.push({
      name: "checked",
      outcome: "error",
      body: `${file.stage ?? "unknown"}: ${file.reason ?? ""}`,
    });
  // A report without a case counts as broken for some servers, and a file without findings has passed.
  if (cases.length === 0 && file.callSites > 0)
    cases.push({ name: `failures of ${file.callSites} calls are handled`, outcome: "passed" });
  return cases;
}

function findingCase(finding: Finding, result: RunResult): Case {
  const { line, column } = finding.span;
  const name = `${finding.rule} ${line}:${column}`;
  if (!isOpen(result, finding) || finding.severity === "info")
    return { name, line, outcome: "skipped", body: finding.message };
  const { safety, title, reason } = finding.fix;
  const body = [
    `${finding.file}:${line}:${column}`,
    finding.message,
    `Fix (${safety}): ${title}${reason === undefined ? "" : `: ${reason}`}`,
    `Why: ${ruleUrl(result, finding.rule)}`,
  ];
  return { name, line, outcome: "failure", body: body.join("\n") };
}

function suite(file: FileOutcome, cases: readonly Case[]): string[] {
  const name = escapeXml(file.file);
  return [
    `  <testsuite name="${name}"${counts(cases)}>`,
    ...cases.flatMap((one) => testCase(one, name)),
    "  </testsuite>",
  ];
}

function testCase({ name, line, outcome, body = "" }: Case, file: string): string[] {
  const at = line === undefined ? "" : ` line="${line}"`;
  const head = `    <testcase name="${escapeXml(name)}" classname="${file}" file="${file}"${at}`;
  if (outcome === "passed") return [`${head}/>`];
  const message = escapeXml(body.split("\n")[outcome === "failure" ? 1 : 0] ?? "");
  const text = outcome === "skipped" ? "/>" : ` type="${outcome}">${escapeXml(body)}</${outcome}>`;
  return [`${head}>`, `      <${outcome} message="${message}"${text}`, "    </testcase>"];
}

function counts(cases: readonly Case[]): string {
  const amount = (outcome: Case["outcome"]): number => cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${amount("failure")}" errors="${amount("error")}" skipped="${amount("skipped")}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for an element or an attribute. Controls, which XML 1.0 cannot hold, are written out; no line can be a workflow command. */
function escapeXml(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      visible(line)
        .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
        .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
        .replace(/^(\s*):(?=:)/, "$1&#58;")
        .replaceAll("##[", "##&#91;"),
    )
    .join("\n");
}

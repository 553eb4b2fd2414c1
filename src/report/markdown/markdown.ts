import type { Finding } from "../../model/finding.ts";
import type { FileChange, RunResult } from "../../model/result.ts";
import { commandLine } from "../commandLine.ts";
import { gravestFirst, isOpen, reportedFindings, sortedFiles } from "../findings.ts";
import { count, listOf } from "../layout.ts";
import { absoluteRuleUrl, ruleUrl } from "../rules/ruleUrl.ts";
import { sourceUrl } from "../sourceUrl.ts";
import type { ReportOptions } from "../types.ts";
import { visible } from "../visible.ts";
import { withoutWorkflowCommands } from "../workflowCommands.ts";
import { attributeMarkdown, codeMarkdown, escapeMarkdown, fence } from "./escapeMarkdown.ts";

/** GitHub takes 65,536 characters for a comment; the rest is for the marker that a comment is found by. */
const MAX_LENGTH = 65_000;
/** Beyond this a table is not read any more. */
const MAX_ROWS = 100;
/** A longer line, of a minified file say, is cut. */
const MAX_LINE = 500;

/** For a pull request's comment or a job's summary: the table first, then a collapsed diff for each file. */
export function markdown(result: RunResult, options: ReportOptions): string {
  const findings = gravestFirst(reportedFindings(result, options));
  const head = [
    `### ${headline(result, findings, options)}`,
    table(findings, result, options),
    [asides(result, findings), rulePages(findings, result)].filter((part) => part !== "").join("<br>\n"),
  ];
  const sections = [...diffSections(result), ...proposalSections(result, options)];
  return fill(
    head.filter((part) => part !== ""),
    [...sections, ...failures(result)],
    options,
  );
}

function headline(result: RunResult, findings: readonly Finding[], { scope }: ReportOptions): string {
  const amounts = (["error", "warning", "info"] as const).flatMap((level) => {
    const amount = findings.filter(({ severity }) => severity === level).length;
    return amount === 0 ? [] : [level === "info" ? `${amount} for your information` : count(amount, level)];
  });
  if (amounts.length > 0)
    return `sadpath: ${listOf(amounts)} in ${count(new Set(findings.map(({ file }) => file)).size, "file")}`;
  if (scope !== undefined) return `sadpath: nothing is left unhandled ${escapeMarkdown(scope)}`;
  const calls = result.files.reduce((sum, file) => sum + file.callSites, 0);
  return calls === 0 ? "sadpath: no call that it knows" : "sadpath: every failure is handled";
}

function table(findings: readonly Finding[], result: RunResult, options: ReportOptions): string {
  if (findings.length === 0) return "";
  const rows = findings.slice(0, MAX_ROWS).map((finding) => row(finding, result, options));
  const more = findings.length - rows.length;
  const rest = more === 0 ? [] : [`| | … and ${more} more | | |`];
  return ["| severity | where | what happens | fix |", "| --- | --- | --- | --- |", ...rows, ...rest].join(
    "\n",
  );
}

function row(finding: Finding, result: RunResult, options: ReportOptions): string {
  const { file, span, rule, severity, message, fix } = finding;
  const where = codeMarkdown(`${short(file)}:${span.line}`);
  const url = sourceUrl(options, file, span.line);
  const title = escapeMarkdown(short(fix.title));
  const place = url === undefined ? where : `<a href="${attributeMarkdown(url)}">${where}</a>`;
  const why = fix.reason === undefined ? "" : `<br>${escapeMarkdown(short(fix.reason))}`;
  return `| ${severity} | ${place} | ${escapeMarkdown(short(message))}<br>${ruleLink(rule, result)} | ${fix.safety}: ${title}${why} |`;
}

/** A path leads nowhere from a comment: only a full address is a link. */
function ruleLink(rule: string, result: RunResult): string {
  const url = absoluteRuleUrl(result, rule);
  return url === undefined
    ? codeMarkdown(rule)
    : `<a href="${attributeMarkdown(url)}">${codeMarkdown(rule)}</a>`;
}

/** Where the rules are explained, unless the table's links lead there. */
function rulePages(findings: readonly Finding[], result: RunResult): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  if (rules.length === 0 || absoluteRuleUrl(result, "a/b") !== undefined) return "";
  const pages = rules.map((rule) => codeMarkdown(ruleUrl(result, rule)));
  return `Why: ${pages.join(", ")} in the package sadpath, or \`npx sadpath explain <rule>\`.`;
}

function asides(result: RunResult, findings: readonly Finding[]): string {
  const fixes = (["safe", "review", "manual"] as const).flatMap((level) => {
    const amount = findings.filter(({ fix, severity }) => fix.safety === level && severity !== "info").length;
    const word = { safe: "safe", review: "for review", manual: "by hand" }[level];
    return amount === 0 ? [] : [`${amount} ${word}`];
  });
  const calls = result.files.reduce((sum, file) => sum + file.callSites, 0);
  const hidden = result.files
    .flatMap((file) => file.findings)
    .filter((finding) => !isOpen(result, finding)).length;
  const parts = [fixes.length === 0 ? "" : `Rewrites: ${listOf(fixes)}.`, `${count(calls, "call")} checked.`];
  if (hidden > 0) parts.push(`${hidden} suppressed, known or mended.`);
  return parts.filter((part) => part !== "").join(" ");
}

function diffSections(result: RunResult): string[] {
  if (result.mode === "scan") return [];
  return sortedFiles(result).flatMap(({ change }) => (change === undefined ? [] : [details(change)]));
}

/** The rewrites above the chosen level, and how to apply them. */
function proposalSections(result: RunResult, options: ReportOptions): string[] {
  if (result.mode === "scan") return [];
  const proposals = sortedFiles(result).flatMap(({ proposal }) => proposal ?? []);
  if (proposals.length === 0) return [];
  const command = commandLine(options, ["--safety", "review", "--write"]);
  const how = `#### Not applied at \`--safety ${options.safety}\`\n\nRead these first. Those for review are applied by ${codeMarkdown(command)}; those by hand are a pattern.`;
  const [first, ...others] = proposals.map(details);
  return [`${how}\n\n${first ?? ""}`, ...others];
}

function details({ file, diff, added, removed }: FileChange): string {
  const lines = diff.replace(/\n$/, "").split("\n");
  const body = lines.slice(
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith("@@ ")),
    ),
  );
  const code = withoutWorkflowCommands(
    body.map((line) => short(visible(line.replace(/\r$/, "")))).join("\n"),
  );
  const summary = `<summary>${codeMarkdown(short(file))} +${added} −${removed}</summary>`;
  return `<details>${summary}\n\n${fence(code, "diff")}\n\n</details>`;
}

function failures(result: RunResult): string[] {
  const failed = sortedFiles(result).filter(({ status }) => status === "failed");
  if (failed.length === 0) return [];
  const lines = failed.slice(0, MAX_ROWS).map(({ file, stage, reason }) => {
    const why = `${stage ?? "unknown"}: ${reason ?? "no reason given"}`;
    return `- ${codeMarkdown(short(file))}: ${escapeMarkdown(short(why))}`;
  });
  return [`#### Not checked\n\n${lines.join("\n")}`];
}

/** The parts that fit, in their order, and where the others are. */
function fill(head: readonly string[], sections: readonly string[], options: ReportOptions): string {
  const command = codeMarkdown(commandLine(options, ["--report", "html=sadpath.html"]));
  const pointer = (left: number): string =>
    `${count(left, "section")} left out: a comment has no more room. ${command} shows all.`;
  const fits = (parts: readonly string[]): boolean => parts.join("\n\n").length < MAX_LENGTH;
  let parts = [...head];
  // A table of very long names is cut, too, at the end of a row.
  if (!fits([...parts, pointer(0)]))
    parts = [parts[0] ?? "", cutTable(parts[1] ?? "", MAX_LENGTH / 2), ...parts.slice(2)];
  let left = 0;
  for (const section of sections) {
    if (fits([...parts, section, pointer(sections.length)])) parts.push(section);
    else left += 1;
  }
  return `${[...parts, ...(left === 0 ? [] : [pointer(left)])].join("\n\n")}\n`;
}

function cutTable(text: string, length: number): string {
  const rows = text.split("\n");
  const kept: string[] = [];
  let total = 0;
  for (const one of rows) {
    total += one.length + 1;
    if (total > length) return [...kept, `| | … and ${rows.length - kept.length} more | | |`].join("\n");
    kept.push(one);
  }
  return text;
}

function short(text: string): string {
  return text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

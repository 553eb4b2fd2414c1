import type { Safety, Severity } from "../model/contract.ts";
import type { Finding } from "../model/finding.ts";
import { commandLine } from "./commandLine.ts";
import { isApplied, isOpen } from "./findings.ts";
import { count, duration, listOf, pad, textWidth, wrap } from "./layout.ts";
import { absoluteRuleUrl } from "./rules/ruleUrl.ts";
import type { PrettyContext } from "./types.ts";
import { visible } from "./visible.ts";

/** What came out, in three or four lines, and which command is the next one. */
export function prettySummary(context: PrettyContext): string {
  const { palette, options } = context;
  const facts = [headline(context), ...asides(context)].map((line) => wrap(line, options.width, "  "));
  const steps = options.quiet ? [] : nextSteps(context);
  const next = steps.length === 0 ? [] : ["", palette.bold("Next"), ...steps];
  return [palette.bold("Summary"), ...facts, ...next].join("\n");
}

function headline({ result, options, palette }: PrettyContext): string {
  const findings = result.files.flatMap((file) => file.findings);
  const open = findings.filter((finding) => isOpen(result, finding));
  const applied = findings.filter((finding) => isApplied(result, finding));
  const graves = open.filter(({ severity }) => severity !== "info");
  const mended = applied.length === 0 ? "" : `${count(applied.length, "finding")} mended. `;
  if (graves.length === 0)
    return palette.green(mended + nothingLeft(applied.length, result.files, options.scope));
  const levels: Severity[] = ["error", "warning"];
  const parts = levels.flatMap((level) => {
    const amount = graves.filter(({ severity }) => severity === level).length;
    return amount === 0 ? [] : [count(amount, level)];
  });
  const files = new Set(graves.map(({ file }) => file)).size;
  return palette.bold(
    `${mended}${listOf(parts)} in ${count(files, "file")}${applied.length === 0 ? "" : " left"}.`,
  );
}

function nothingLeft(
  applied: number,
  files: readonly { callSites: number }[],
  scope: string | undefined,
): string {
  if (scope !== undefined) return `Nothing is left unhandled ${visible(scope)}.`;
  if (applied > 0) return "Nothing is left.";
  const calls = files.reduce((sum, file) => sum + file.callSites, 0);
  return calls === 0 ? "No call of a package that sadpath knows was found." : "Every call is handled.";
}

function asides({ result, options }: PrettyContext): string[] {
  const findings = result.files.flatMap((file) => file.findings);
  const open = findings.filter((finding) => isOpen(result, finding));
  const lines: string[] = [];
  const fixes = fixCounts(open.filter(({ severity }) => severity !== "info"));
  if (result.mode !== "scan" && fixes !== "") lines.push(`Rewrites: ${fixes}.`);
  const hidden = [
    amountOf(open, ({ severity }) => severity === "info", "handled by a caller or for your information"),
    amountOf(findings, ({ suppressed }) => suppressed, "suppressed"),
    amountOf(
      findings,
      ({ baselined, suppressed }) => baselined === true && !suppressed,
      "known from the baseline",
    ),
  ].filter((text) => text !== "");
  if (hidden.length > 0)
    lines.push(`Also ${listOf(hidden)}${options.verbose ? "" : " (--verbose lists them)"}.`);
  const calls = result.files.reduce((sum, file) => sum + file.callSites, 0);
  const failed = result.files.filter(({ status }) => status === "failed").length;
  if (failed > 0)
    lines.push(
      `${count(failed, "file")} failed, see above; ${failed === 1 ? "it was" : "they were"} left as before.`,
    );
  const seen = `${count(result.filesScanned, "file")} scanned, ${result.filesParsed} parsed`;
  lines.push(`${count(calls, "call")} checked; ${seen}; ${duration(result.durationMs)}.`);
  return lines;
}

function amountOf(findings: readonly Finding[], test: (finding: Finding) => boolean, words: string): string {
  const amount = findings.filter(test).length;
  return amount === 0 ? "" : `${amount} ${words}`;
}

function fixCounts(findings: readonly Finding[]): string {
  const levels: Safety[] = ["safe", "review", "manual"];
  const parts = levels.map((level) => ({
    level,
    amount: findings.filter(({ fix }) => fix.safety === level).length,
  }));
  const names: Readonly<Record<Safety, string>> = { safe: "safe", review: "for review", manual: "by hand" };
  return listOf(
    parts.filter(({ amount }) => amount > 0).map(({ level, amount }) => `${amount} ${names[level]}`),
  );
}

function nextSteps(context: PrettyContext): string[] {
  const { result, options } = context;
  const open = result.files.flatMap((file) => file.findings).filter((finding) => isOpen(result, finding));
  const steps: [command: string, meaning: string][] = [];
  if (result.mode === "write" && result.files.some(({ change }) => change !== undefined)) {
    const undo = commandLine({ paths: options.undoPath ? [options.undoPath] : [] }, [], "undo");
    steps.push(["git diff", "read what was written"], [undo, "take it back"]);
  }
  if (result.mode === "scan" && open.length > 0) steps.push([commandLine(options, []), "show the rewrites"]);
  if (result.mode === "dry-run") {
    const changes = result.files.filter(({ change }) => change !== undefined).length;
    const level = options.safety === "safe" ? [] : ["--safety", options.safety];
    if (changes > 0) {
      steps.push([
        commandLine(options, [...level, "--write"]),
        `apply the changes to ${count(changes, "file")}`,
      ]);
      steps.push([commandLine(options, [...level, "--interactive"]), "choose change by change"]);
    }
  }
  const rule = open.find(({ severity }) => severity !== "info")?.rule;
  if (rule !== undefined) {
    const page = absoluteRuleUrl(result, rule);
    steps.push([`sadpath explain ${rule}`, page ?? "what fails there, and why"]);
  }
  return table(steps, context);
}

/** Two columns; under one another where they do not fit side by side. */
function table(rows: readonly [string, string][], { options, palette }: PrettyContext): string[] {
  const left = Math.max(0, ...rows.map(([command]) => textWidth(command)));
  const right = Math.max(0, ...rows.map(([, meaning]) => textWidth(meaning)));
  const isNarrow = left + right + 6 > options.width;
  return rows.map(([command, meaning]) => {
    if (isNarrow) return `  ${palette.cyan(command)}\n      ${palette.dim(meaning)}`;
    return `  ${palette.cyan(pad(command, left))}  ${palette.dim(meaning)}`;
  });
}

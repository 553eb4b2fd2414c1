import { findRule } from "../contracts/index.ts";
import type { Severity } from "../model/contract.ts";
import type { Finding } from "../model/finding.ts";
import type { FileOutcome } from "../model/result.ts";
import { codeFrame } from "./codeFrame.ts";
import { byPosition, isApplied } from "./findings.ts";
import { wrap } from "./layout.ts";
import type { Palette } from "./palette.ts";
import type { PrettyContext } from "./types.ts";
import { visible } from "./visible.ts";

/** Prose wider than this is hard to read. */
const PROSE = 100;
const MAX_TRACE = 4;

/** The findings of a file that are worth a reader's time: `--verbose` also lists infos, known and suppressed ones. */
export function listedFindings(file: FileOutcome, { options }: PrettyContext): Finding[] {
  const isWanted = (finding: Finding): boolean =>
    options.verbose || (finding.severity !== "info" && !finding.suppressed && finding.baselined !== true);
  return file.findings.filter(isWanted).toSorted(byPosition);
}

/** The listed findings of a file in full, each with its code; those that have just been mended are left out. */
export function prettyFindings(file: FileOutcome, context: PrettyContext): string {
  const explained = new Set<string>();
  return listedFindings(file, context)
    .filter((finding) => !isApplied(context.result, finding))
    .map((finding) => {
      const isNew = !explained.has(finding.rule);
      explained.add(finding.rule);
      return prettyFinding(finding, file, isNew, context);
    })
    .join("\n\n");
}

/** A finding on one line, as editors and terminals link it. */
export function findingLine(finding: Finding, { palette }: PrettyContext): string {
  const place = `${visible(finding.file)}:${finding.span.line}:${finding.span.column}`;
  return `${place}: ${severity(finding.severity, palette)}: ${visible(finding.message)} ${palette.dim(`[${finding.rule}]`)}`;
}

function prettyFinding(
  finding: Finding,
  file: FileOutcome,
  isFirstOfRule: boolean,
  context: PrettyContext,
): string {
  const { options, palette } = context;
  const width = Math.min(options.width, PROSE);
  const place = `${visible(finding.file)}:${finding.span.line}:${finding.span.column}`;
  const parts = [
    `  ${palette.cyan(place)}  ${severity(finding.severity, palette)}  ${palette.bold(finding.rule)}${marks(finding, palette)}`,
    wrap(visible(finding.message), width, "  "),
  ];
  const frame = file.source === undefined ? "" : codeFrame(file.source, finding.span, options.width, palette);
  if (frame !== "") parts.push("", frame, "");
  // The reason is the same for each call of a rule; once a file is enough.
  const rule = isFirstOfRule ? findRule(finding.rule) : undefined;
  if (rule !== undefined) parts.push(wrap(`In production: ${rule.inProduction}`, width, "  "));
  parts.push(...trace(finding, context));
  const fix = fixText(finding, context);
  if (fix !== "") parts.push(wrap(fix, width, "  "));
  return parts.join("\n").replace(/\n+$/, "");
}

function severity(level: Severity, palette: Palette): string {
  if (level === "error") return palette.red("error");
  return level === "warning" ? palette.yellow("warning") : palette.dim("info");
}

function marks(finding: Finding, palette: Palette): string {
  const words = [
    finding.suppressed ? "suppressed" : "",
    finding.baselined === true ? "known from the baseline" : "",
  ];
  const text = words.filter((word) => word !== "").join(", ");
  return text === "" ? "" : palette.dim(`  (${text})`);
}

/** The way from the package to the call; a long one is cut in the middle, where it says least. */
function trace(finding: Finding, { options, palette }: PrettyContext): string[] {
  const steps = finding.trace.map((step) => `${visible(step.file)}:${step.line}  ${visible(step.note)}`);
  const isCut = !options.verbose && steps.length > MAX_TRACE;
  const shown = isCut ? [...steps.slice(0, 2), `… ${steps.length - 3} more`, ...steps.slice(-1)] : steps;
  return shown.map((step, index) => `  ${index === 0 ? "Trace: " : "       "}${palette.dim(step)}`);
}

/** What the rewrite is, or why there is none. A scan proposes nothing. */
function fixText({ fix, severity: level }: Finding, { result }: PrettyContext): string {
  if (result.mode === "scan" || level === "info") return "";
  const words = [fix.title, fix.reason ?? ""].filter((part) => part !== "").map(visible);
  const label = fix.safety === "manual" ? "By hand" : `Fix (${fix.safety})`;
  return words.length === 0 ? "" : `${label}: ${sentence(words.join(": "))}`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

import type { FileOutcome, RunResult } from "../model/result.ts";
import { isApplied, sortedFiles } from "./findings.ts";
import { count, wrap } from "./layout.ts";
import { createPalette } from "./palette.ts";
import { prettyDiff } from "./prettyDiff.ts";
import { findingLine, listedFindings, prettyFindings } from "./prettyFinding.ts";
import { prettyProposals } from "./prettyProposals.ts";
import { prettySummary } from "./prettySummary.ts";
import type { PrettyContext, ReportOptions } from "./types.ts";
import { visible } from "./visible.ts";
import { withoutWorkflowCommands } from "./workflowCommands.ts";

/** For people: what was found, file by file, what would change, and what to do next. */
export function pretty(result: RunResult, options: ReportOptions): string {
  const context: PrettyContext = { result, options, palette: createPalette(options.color) };
  const sections = options.quiet ? quietSections(context) : fullSections(context);
  return withoutWorkflowCommands(`${sections.filter((section) => section !== "").join("\n\n")}\n`);
}

function fullSections(context: PrettyContext): string[] {
  const files = sortedFiles(context.result);
  return [
    ...files.map((file) => fileSection(file, context)),
    prettyProposals(context),
    troubles(context),
    prettySummary(context),
  ];
}

/** One line for each finding and each file that failed. */
function quietSections(context: PrettyContext): string[] {
  const open = sortedFiles(context.result).flatMap((file) =>
    listedFindings(file, context).filter((one) => !isApplied(context.result, one)),
  );
  return [
    open.map((finding) => findingLine(finding, context)).join("\n"),
    troubles(context),
    prettySummary(context),
  ];
}

function fileSection(file: FileOutcome, context: PrettyContext): string {
  const { result, options, palette } = context;
  const parts: string[] = [];
  const isWritten = result.mode === "write" && file.change !== undefined;
  if (isWritten) parts.push(writtenLines(file, context));
  const findings = prettyFindings(file, context);
  if (findings !== "") parts.push(findings);
  if (file.change !== undefined && result.mode !== "scan" && (!isWritten || options.verbose)) {
    parts.push(prettyDiff(file.change, palette));
  }
  return parts.length === 0 ? "" : [palette.bold(visible(file.file)), ...parts].join("\n\n");
}

function writtenLines(file: FileOutcome, { result, palette }: PrettyContext): string {
  const applied = file.findings.filter((finding) => isApplied(result, finding));
  const titles = [...new Set(applied.map((finding) => finding.fix.title))].join("; ");
  const { added = 0, removed = 0 } = file.change ?? {};
  const what =
    applied.length === 0 ? "new file" : `${count(applied.length, "finding")} mended: ${visible(titles)}`;
  return `  ${palette.green("written")}  +${added} -${removed}  ${what}`;
}

/** Files of which the report cannot say anything, and why; those that were left out only on request. */
function troubles({ result, options, palette }: PrettyContext): string {
  const files = sortedFiles(result);
  const list = (status: FileOutcome["status"]): string[] =>
    files
      .filter((file) => file.status === status)
      .map((file) => {
        const stage = file.stage === undefined ? "" : `${file.stage}: `;
        const reason = wrap(stage + visible(file.reason ?? "no reason given"), options.width, "    ");
        return `  ${visible(file.file)}\n${reason}`;
      });
  const failed = list("failed");
  const skipped = options.verbose ? list("skipped") : [];
  const parts: string[] = [];
  if (failed.length > 0) parts.push([palette.red(palette.bold("Failed")), ...failed].join("\n"));
  if (!options.verbose) parts.push(...otherVersions(files, options.width));
  if (skipped.length > 0) parts.push([palette.bold("Skipped"), ...skipped].join("\n"));
  return parts.join("\n\n");
}

/** A project with a version that no contract speaks of is told so, or its user would take silence for safety. */
function otherVersions(files: readonly FileOutcome[], width: number): readonly string[] {
  const reasons = new Map<string, number>();
  for (const { stage, reason } of files)
    if (stage === "version" && reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, skipped]) =>
    wrap(`Skipped ${count(skipped, "file")}: ${visible(reason)}.`, width, ""),
  );
}

import { join } from "node:path";
import type { BatchSummary } from "../../batch/summaryTypes.ts";
import { visible } from "../../report/visible.ts";

/** What a run says at its end, on stdout: failures with their reasons, totals, and where the rest is. */
export function summaryText(
  { totals, failures, mostFindings }: BatchSummary,
  out: string,
  isQuiet: boolean,
): string {
  const failed = failures.flatMap(({ stage, reason, repositories }) => [
    `  ${repositories.length} × ${stage}: ${visible(reason)}`,
    `      ${visible(repositories.slice(0, 5).join(", "))}${repositories.length > 5 ? ", …" : ""}`,
  ]);
  const failedLines = failed.length === 0 ? [] : ["failed:", ...failed];
  const todo = totals.waiting + totals.toPublish;
  const { error, warning } = totals.findings;
  const lines = [
    `${totals.done} of ${totals.repositories} repositories done, ${totals.failed} failed${todo === 0 ? "" : `, ${todo} still to do`}`,
    `${totals.affected} with findings: ${error} errors, ${warning} warnings; ${totals.fixable.safe} with a safe rewrite, ${totals.fixable.review} to review, ${totals.fixable.manual} by hand`,
    `${totals.changedFiles} files changed (+${totals.added} -${totals.removed}); ${totals.published} published, ${totals.pullRequests} pull requests`,
    ...mostFindings
      .slice(0, 5)
      .map(({ name, findings }) => `  ${String(findings).padStart(5)}  ${visible(name)}`),
    `see ${join(out, "summary.html")}`,
  ];
  const shown = isQuiet ? failedLines : [...failedLines, ...lines];
  return shown.length === 0 ? "" : `${shown.join("\n")}\n`;
}

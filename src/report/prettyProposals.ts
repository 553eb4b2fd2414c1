import type { Safety } from "../model/contract.ts";
import type { EditPlan } from "../model/edit.ts";
import type { FileOutcome } from "../model/result.ts";
import { commandLine } from "./commandLine.ts";
import { sortedFiles } from "./findings.ts";
import { wrap } from "./layout.ts";
import { prettyDiff } from "./prettyDiff.ts";
import type { PrettyContext } from "./types.ts";
import { visible } from "./visible.ts";

/** The rewrites above the chosen level: shown, so that they can be judged, and how to apply them. */
export function prettyProposals(context: PrettyContext): string {
  const { result, options, palette } = context;
  if (result.mode === "scan") return "";
  const files = sortedFiles(result).filter((file) => file.proposal !== undefined);
  if (files.length === 0) return "";
  const levels = new Set(files.flatMap((file) => plansAbove(file).map((plan) => plan.safety)));
  const parts = [palette.bold(`Not applied at --safety ${options.safety}`), ...howTo(levels, context)];
  return [parts.join("\n"), ...files.map((file) => proposal(file, context))].join("\n\n");
}

/** The plans of a file that are not in its change. */
function plansAbove(file: FileOutcome): EditPlan[] {
  const applied = new Set(file.change?.fingerprints ?? []);
  return file.plans.filter((plan) => !plan.fingerprints.some((fingerprint) => applied.has(fingerprint)));
}

function howTo(levels: ReadonlySet<Safety>, { options, palette }: PrettyContext): string[] {
  const prose = (text: string): string => wrap(text, options.width, "  ");
  const lines: string[] = [];
  if (levels.has("review")) {
    lines.push(prose('"review" rewrites change what happens on failure. Read them; this applies them too:'));
    lines.push(`      ${palette.cyan(commandLine(options, ["--safety", "review", "--write"]))}`);
  }
  if (levels.has("manual"))
    lines.push(prose('"manual" rewrites need input from you and are never applied; take them as a pattern.'));
  return lines;
}

function proposal(file: FileOutcome, { palette }: PrettyContext): string {
  const heads = plansAbove(file).map(({ safety, title, reason }) => {
    const why = reason === undefined ? "" : `: ${visible(reason)}`;
    return `  ${palette.yellow(safety)}  ${visible(title)}${why}`;
  });
  const diff = file.proposal === undefined ? "" : prettyDiff(file.proposal, palette);
  return [palette.bold(visible(file.file)), ...new Set(heads), diff].join("\n");
}

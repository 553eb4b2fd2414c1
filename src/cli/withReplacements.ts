import type { EditPlan, PlanReplacements } from "../model/edit.ts";
import type { FileChange, FileOutcome, RunResult } from "../model/result.ts";
import { lineReplacementsBetween } from "../text/lineReplacements.ts";
import { readSourceText } from "../text/sourceText.ts";
import type { Engine } from "./engine.ts";
import type { Settings } from "./settings.ts";

/** The formats that offer each fix by itself. */
const FORMATS = new Set(["sarif", "rdjson"]);

/**
 * The result with what each plan does by itself, where a format is asked for that says so. A file that was written
 * has none: its plans are about the text before.
 */
export async function withReplacements(
  result: RunResult,
  settings: Pick<Settings, "run" | "format" | "reports">,
  engine: Pick<Engine, "compose">,
): Promise<RunResult> {
  const formats = [settings.format, ...settings.reports.map(({ format }) => format)];
  if (result.mode === "scan" || !formats.some((format) => FORMATS.has(format))) return result;
  const files: FileOutcome[] = [];
  for (const file of result.files) {
    const isWritten = result.mode === "write" && file.change !== undefined;
    const before = file.source;
    if (isWritten || before === undefined || file.plans.length === 0) files.push(file);
    else
      files.push({
        ...file,
        replacements: await replacementsOf(file, before, result.root, settings, engine),
      });
  }
  return { ...result, files };
}

/** A rewrite that brings files along is none without them, and no single fix can carry them. */
function isComplete({ edits, newFiles = [] }: EditPlan): boolean {
  return edits.length > 0 && newFiles.length === 0;
}

async function replacementsOf(
  file: FileOutcome,
  before: string,
  root: string,
  { run }: Pick<Settings, "run">,
  engine: Pick<Engine, "compose">,
): Promise<PlanReplacements[]> {
  const all: PlanReplacements[] = [];
  for (const plan of file.plans.filter(isComplete)) {
    const { fingerprints, safety, title } = plan;
    const isWhole = file.plans.length === 1 && file.change !== undefined;
    const change: FileChange | undefined = isWhole
      ? file.change
      : // A plan that cannot be composed alone is offered by nobody; the whole change says what happens.
        await engine.compose(root, file.file, before, [plan], run).catch(() => undefined);
    if (change === undefined) continue;
    const replacements = lineReplacementsBetween(withoutBom(change.before), withoutBom(change.after));
    if (replacements.length > 0) all.push({ fingerprints, safety, title, replacements });
  }
  return all;
}

/** Lines and columns are counted without it, and whoever applies a replacement keeps it. */
function withoutBom(text: string): string {
  return readSourceText(text).text;
}

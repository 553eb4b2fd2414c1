import {
  applyBaseline,
  EMPTY_BASELINE,
  readBaseline,
  updateBaseline,
  writeBaseline,
  type Baseline,
} from "../../pipeline/baseline.ts";
import { changedInIndex, changedSince, type LineSelection } from "../../pipeline/changedLines.ts";
import { UserError } from "../../pipeline/userError.ts";
import type { RunResult } from "../../model/result.ts";
import type { Engine } from "../engine.ts";
import { exitCodeOf } from "../exitCode.ts";
import { choosePlans } from "../interactive/choosePlans.ts";
import type { Interrupts } from "../interrupts.ts";
import type { Io } from "../io.ts";
import { createProgress } from "../progress.ts";
import type { RunFlags } from "../runOptions.ts";
import { showFrom } from "../showFrom.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { wasLookedAt } from "../wasLookedAt.ts";
import { withOwners } from "../withOwners.ts";
import { withReplacements } from "../withReplacements.ts";
import { withSources } from "../withSources.ts";
import { writeReports } from "../writeReports.ts";
import { writeResult } from "../writeResult.ts";

/** What a command works with besides its arguments. */
export interface CommandContext {
  readonly io: Io;
  readonly engine: Engine;
  readonly interrupts: Interrupts;
}

/** `fix` and `scan`: analyse, choose, write, report. @returns the exit code. */
export async function runFix(
  kind: "fix" | "scan",
  args: readonly string[],
  flags: RunFlags,
  { io, engine, interrupts }: CommandContext,
): Promise<number> {
  const settings = await resolveSettings(kind, args, flags, io.cwd);
  if (settings.notice !== undefined && !settings.isQuiet) io.err(`sadpath: ${settings.notice}\n`);
  const baseline = await loadBaseline(settings);

  const analysed = await analyse(settings, io, engine);
  // Read now: once the files are written, the findings no longer point into them.
  const known = await withSources(baseline === undefined ? analysed : applyBaseline(analysed, baseline));
  const chosen = settings.isInteractive ? await choosePlans(known, settings, io, engine) : known;
  const result = settings.run.mode === "write" ? await writeResult(chosen, settings, interrupts) : chosen;

  const final = await saveBaseline(result, baseline, settings);
  if (settings.isVerbose) io.err(timings(final));
  const told = withOwners(await withReplacements(final, settings, engine));
  await writeReports(showFrom(told, settings.shownFrom), settings, io);
  return exitCodeOf(final, settings.failOn);
}

async function analyse(settings: Settings, io: Io, engine: Engine): Promise<RunResult> {
  const selects = await selectionOf(settings);
  const progress = createProgress(io, settings.isQuiet);
  try {
    return await engine.run({
      ...settings.run,
      ...(selects === undefined ? {} : { selects }),
      onProgress: progress.update,
    });
  } finally {
    progress.clear();
  }
}

async function selectionOf({ since, isStaged, run }: Settings): Promise<LineSelection | undefined> {
  if (since !== undefined) return changedSince(run.root, since);
  return isStaged ? changedInIndex(run.root) : undefined;
}

async function loadBaseline({ baseline: path, updatesBaseline }: Settings): Promise<Baseline | undefined> {
  if (path === undefined) return undefined;
  const baseline = await readBaseline(path);
  if (baseline === undefined && !updatesBaseline)
    throw new UserError(`there is no baseline ${path}; write one with --baseline <file> --update-baseline`);
  return baseline ?? EMPTY_BASELINE;
}

/** With `--update-baseline`, what the run left is known from now on. */
async function saveBaseline(
  result: RunResult,
  baseline: Baseline | undefined,
  settings: Settings,
): Promise<RunResult> {
  if (!settings.updatesBaseline || settings.baseline === undefined) return result;
  const updated = updateBaseline(baseline ?? EMPTY_BASELINE, result, wasLookedAt(settings.run));
  await writeBaseline(settings.baseline, updated);
  return applyBaseline(result, updated);
}

function timings(result: RunResult): string {
  const rows = result.timings.map(({ stage, milliseconds, files }) => {
    return `  ${stage.padEnd(12)} ${milliseconds.toFixed(1).padStart(9)} ms  ${String(files).padStart(6)} files\n`;
  });
  return `timings\n${rows.join("")}  ${"total".padEnd(12)} ${result.durationMs.toFixed(1).padStart(9)} ms\n`;
}

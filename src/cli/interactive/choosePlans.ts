import { join, relative } from "node:path";
import type { EditPlan } from "../../model/edit.ts";
import type { FileChange, FileOutcome, RunResult } from "../../model/result.ts";
import { messageOf } from "../../pipeline/userError.ts";
import { createPalette } from "../../report/palette.ts";
import { prettyDiff } from "../../report/prettyDiff.ts";
import { visible } from "../../report/visible.ts";
import { diffTexts } from "../../text/diff.ts";
import type { Engine } from "../engine.ts";
import { wantsColor, type Io } from "../io.ts";
import type { Settings } from "../settings.ts";
import { markApplied } from "../markApplied.ts";
import { refuseUnsafe } from "../writeResult.ts";
import { askAboutPlans, type AcceptedPlan, type Question } from "./askAboutPlans.ts";
import { createAsker } from "./asker.ts";
import { editByHand } from "./editByHand.ts";
import { spliceEdits } from "./spliceEdits.ts";

/** A question with what its answer may need. */
interface Candidate extends Question {
  readonly alone: FileChange;
}

/** Asks about each change that `--write` would make. @returns the result with the accepted ones alone. */
export async function choosePlans(
  result: RunResult,
  settings: Settings,
  io: Io,
  engine: Engine,
): Promise<RunResult> {
  const changes = result.files.flatMap(({ change }) => change ?? []);
  if (changes.length === 0) return result;
  // Before the questions: nobody wants to answer forty of them for nothing.
  if (!settings.isForced) await refuseUnsafe(result.root, changes, settings.shownFrom);

  const candidates = (
    await Promise.all(result.files.map((file) => candidatesOf(file, settings, io, engine)))
  ).flat();
  const asker = createAsker(io);
  let accepted: AcceptedPlan[];
  try {
    accepted = await askAboutPlans(candidates, asker, (candidate) =>
      asker.lend(() => editByHand(candidate, io, engine)),
    );
  } finally {
    asker.close();
  }
  const files: FileOutcome[] = [];
  for (const file of result.files) {
    files.push(
      file.change?.isNew === true
        ? withHelper(file, accepted)
        : await withAccepted(
            file,
            accepted.filter((one) => one.file === file.file),
            settings,
            engine,
          ),
    );
  }
  return { ...result, files };
}

/** The plans of a file that its change consists of, each with its own diff. */
async function candidatesOf(
  file: FileOutcome,
  settings: Settings,
  io: Io,
  engine: Engine,
): Promise<Candidate[]> {
  const { change } = file;
  if (change === undefined) return [];
  const wanted = new Set(change.fingerprints);
  const plans = file.plans.filter((plan) => plan.fingerprints.some((fingerprint) => wanted.has(fingerprint)));
  const candidates = plans.map(async (plan): Promise<Candidate> => {
    const alone = await engine.compose(settings.run.root, file.file, change.before, [plan], settings.run);
    return {
      file: file.file,
      plan,
      alone,
      text: describe(file, plan, alone, settings, io),
    };
  });
  return Promise.all(candidates);
}

function describe(file: FileOutcome, plan: EditPlan, change: FileChange, settings: Settings, io: Io): string {
  const palette = createPalette(
    io.isStderrTerminal && wantsColor({ ...io, isStdoutTerminal: io.isStderrTerminal }, settings.color),
  );
  const name = visible(relative(settings.shownFrom, join(settings.run.root, file.file)));
  const findings = file.findings.filter(({ fingerprint }) => plan.fingerprints.includes(fingerprint));
  const lines = findings.map(({ span, severity, message }) => {
    return `  ${name}:${span.line}:${span.column}  ${severity}  ${visible(message)}`;
  });
  const head = `${palette.bold(name)}  ${visible(plan.title)} (${plan.safety})`;
  const why = plan.reason === undefined ? [] : [`  ${visible(plan.reason)}`];
  const helpers = (plan.newFiles ?? []).map((one) => `  brings ${visible(one.file)} along`);
  return ["", head, ...lines, ...why, ...helpers, prettyDiff(change, palette)].join("\n");
}

/** A file that comes along comes with the first change that needs it, and not without one. */
function withHelper(file: FileOutcome, accepted: readonly AcceptedPlan[]): FileOutcome {
  const { change: _, ...rest } = file;
  const isNeeded = accepted.some(({ plan }) => plan.newFiles?.some((one) => one.file === file.file));
  return markApplied(isNeeded ? file : rest);
}

/** The file with the accepted plans alone; one whose change cannot be made has failed. */
async function withAccepted(
  file: FileOutcome,
  accepted: readonly AcceptedPlan[],
  settings: Settings,
  engine: Engine,
): Promise<FileOutcome> {
  // A proposal shows what stands above the chosen level; on top of a choice it would be another text.
  const { change, proposal: _, ...rest } = file;
  if (change === undefined) return file;
  if (accepted.length === 0) return markApplied(rest);
  try {
    return markApplied({ ...rest, change: await composeAccepted(change, accepted, settings, engine) });
  } catch (error) {
    return markApplied({ ...rest, status: "failed", stage: "interactive", reason: messageOf(error) });
  }
}

/** What was edited by hand is taken as it is: no gate and no formatter knows better. It must still parse. */
async function composeAccepted(
  change: FileChange,
  accepted: readonly AcceptedPlan[],
  { run }: Settings,
  engine: Engine,
): Promise<FileChange> {
  const { file, before } = change;
  const plans = accepted.map(({ plan }) => plan);
  if (!accepted.some(({ isEdited }) => isEdited)) return engine.compose(run.root, file, before, plans, run);
  const after = spliceEdits(
    before,
    plans.flatMap(({ edits }) => edits),
  );
  if (after === undefined)
    throw new Error("the accepted changes overlap since one was edited; accept them in two runs");
  const problem = await engine.syntaxProblem(file, after);
  if (problem !== undefined)
    throw new Error(`with the accepted changes it would not parse any more: ${problem}`);
  return {
    file,
    before,
    after,
    ...diffTexts(file, before, after),
    fingerprints: plans.flatMap(({ fingerprints }) => fingerprints),
  };
}

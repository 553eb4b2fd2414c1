import { join } from "node:path";
import { findContract, packagesOf } from "../contracts/index.ts";
import { versionVerdict } from "../contracts/versionVerdict.ts";
import { Detector } from "../detect/sites.ts";
import type { EditPlan } from "../model/edit.ts";
import type { Finding } from "../model/finding.ts";
import type { FileOutcome, StageTiming } from "../model/result.ts";
import type { Project } from "../project/types.ts";
import { Modules } from "../resolve/modules.ts";
import { SyntaxProblem } from "../syntax/parse.ts";
import { diffTexts } from "../text/diff.ts";
import { formatNew } from "../text/formatNew.ts";
import { openModule } from "../syntax/sourceModule.ts";
import { analyzeFile, outcomeOf, type FileContext } from "./analyzeFile.ts";
import { dropUntyped } from "./checkTypes.ts";
import { composeChange } from "./compose.ts";
import { filesHandedValues } from "./handedValues.ts";
import type { RunOptions } from "./options.ts";
import { readTarget } from "./readTarget.ts";
import { secondOpinions } from "./secondOpinion.ts";
import { UserError } from "./userError.ts";

/** What the stages behind discovery found. */
export interface TreeAnalysis {
  readonly files: readonly FileOutcome[];
  readonly filesParsed: number;
  readonly timings: readonly StageTiming[];
}

/**
 * Takes every file that a contract can be reached from through all the stages.
 * @throws {UserError} where `--logger` is no expression, or `--typecheck` has no types to check with.
 */
export async function analyzeTree(
  project: Project,
  reached: ReadonlySet<string>,
  contractNames: readonly string[],
  options: RunOptions,
): Promise<TreeAnalysis> {
  requireExpression(options.logger);
  const timings: StageTiming[] = [];
  const modules = new Modules(project);
  const reaching = new Set([...reached, ...filesHandedValues(modules, reached)]);
  const canReach = (file: string) => reaching.has(file);
  const targets = [...reaching].filter((file) => project.isTarget(file)).toSorted();
  const asking = performance.now();
  const hints = await secondOpinions(project, modules, targets, reaching);
  if (hints.size > 0)
    timings.push({ stage: "types", milliseconds: performance.now() - asking, files: hints.size });
  const relative = (file: string) => file.slice(project.root.length + 1);
  const present = new Set(contractNames.filter((name) => isPresent(name, project)));
  const context: FileContext = {
    detector: new Detector(modules, canReach, hints, present),
    contracts: present,
    modules,
    options,
    canReach,
    relative,
    isOutside: (file, contract) => outsideOf(file, project, [contract]) !== null,
  };
  const analyzing = performance.now();
  const files: FileOutcome[] = [];
  let composing = 0;
  for (const [index, file] of targets.entries()) {
    options.onProgress?.({ stage: "analyze", done: index, total: targets.length, file: relative(file) });
    const outcome = analyze(file, project, context, contractNames);
    const from = performance.now();
    files.push(await withChanges(outcome, file, project.root, options));
    composing += performance.now() - from;
  }
  timings.push({
    stage: "analyze",
    milliseconds: performance.now() - analyzing - composing,
    files: targets.length,
  });
  timings.push({
    stage: "compose",
    milliseconds: composing,
    files: files.filter((file) => file.change).length,
  });
  files.push(...(await newFiles(files, project.root, options)));
  return {
    files: options.typecheck ? await dropUntyped(files, project.root) : files,
    filesParsed: modules.parsed,
    timings,
  };
}

/** Whether any file of the project names a package or the host of a contract. */
function isPresent(name: string, project: Project): boolean {
  const contract = findContract(name);
  if (!contract) return false;
  const hosts = contract.sockets ? [contract.sockets.host] : [];
  return [...packagesOf(contract), ...hosts].some((seed) => project.reaching(seed).length > 0);
}

/** The files that plans bring along, each once: as a change where one of their plans is chosen, else as a proposal. */
async function newFiles(
  files: readonly FileOutcome[],
  root: string,
  options: RunOptions,
): Promise<readonly FileOutcome[]> {
  if (options.mode === "scan") return [];
  const wanted = new Map<string, { readonly text: string; isChosen: boolean; fingerprints: string[] }>();
  for (const plan of files.flatMap((outcome) => outcome.plans)) {
    const isChosen = plan.safety === "safe" || (plan.safety === "review" && options.safety === "review");
    for (const { file, text } of plan.newFiles ?? []) {
      const known = wanted.get(file) ?? { text, isChosen: false, fingerprints: [] };
      known.isChosen ||= isChosen;
      known.fingerprints.push(...plan.fingerprints);
      wanted.set(file, known);
    }
  }
  const added = [...wanted].map(async ([file, { text, isChosen, fingerprints }]): Promise<FileOutcome> => {
    const after = await formatNew(text, join(root, file), root);
    const change = {
      file,
      before: "",
      after,
      ...diffTexts(file, "", after, { isNew: true }),
      fingerprints,
      isNew: true,
    };
    const base = { file, status: "ok" as const, callSites: 0, findings: [], plans: [] };
    return isChosen ? { ...base, change } : { ...base, proposal: change };
  });
  return Promise.all(added);
}

function requireExpression(logger: string | undefined): void {
  if (logger === undefined) return;
  try {
    openModule(`(${logger});`, "logger.ts");
  } catch {
    throw new UserError(
      `--logger takes an expression that can be called, like "logger.error"; "${logger}" is none`,
    );
  }
}

function skipped(file: string, stage: string, reason: string): FileOutcome {
  return { file, status: "skipped", stage, reason, callSites: 0, findings: [], plans: [] };
}

function analyze(
  file: string,
  project: Project,
  context: FileContext,
  names: readonly string[],
): FileOutcome {
  const name = context.relative(file);
  const outside = outsideOf(file, project, names);
  if (outside !== null) return skipped(name, "version", outside);
  try {
    const text = project.read(file);
    if (text === null) return { ...skipped(name, "read", "the file cannot be read"), status: "failed" };
    const module = context.modules.get(file) ?? openModule(text, file);
    return outcomeOf(name, analyzeFile(module, context));
  } catch (error) {
    const isSyntax = error instanceof SyntaxProblem;
    const reason = error instanceof Error ? error.message : String(error);
    return { ...skipped(name, isSyntax ? "parse" : "analyze", reason), status: "failed" };
  }
}

/** Why a file's project uses no version that any of the contracts speaks of; null where one does. */
function outsideOf(file: string, project: Project, names: readonly string[]): string | null {
  const declared = names.filter(
    (name) => project.declaredRange(file, findContract(name)?.package ?? "") !== null,
  );
  const verdicts = declared.map((name) => {
    const contract = findContract(name);
    const range = contract ? project.declaredRange(file, contract.package) : null;
    if (!contract || versionVerdict(range, contract.versions) !== "outside") return null;
    return `${contract.package} ${range ?? ""} is declared; sadpath knows ${contract.versions}`;
  });
  return verdicts.length > 0 && verdicts.every((verdict) => verdict !== null) ? verdicts.join("; ") : null;
}

/** Adds the change that the chosen safety allows, and the one that shows the rest. */
async function withChanges(
  outcome: FileOutcome,
  file: string,
  root: string,
  options: RunOptions,
): Promise<FileOutcome> {
  if (options.mode === "scan" || outcome.plans.length === 0) return outcome;
  const isChosen = (plan: EditPlan) =>
    plan.safety === "safe" || (plan.safety === "review" && options.safety === "review");
  const chosen = outcome.plans.filter(isChosen);
  const before = readTarget(file);
  try {
    const change =
      chosen.length > 0 ? await composeChange(root, outcome.file, before, chosen, options) : undefined;
    const proposal =
      chosen.length < outcome.plans.length
        ? await composeChange(root, outcome.file, before, outcome.plans, options)
        : undefined;
    const applied = new Set(chosen.flatMap((plan) => plan.fingerprints));
    const findings = outcome.findings.map((finding) => noteApplied(finding, applied, options));
    return { ...outcome, findings, ...(change ? { change } : {}), ...(proposal ? { proposal } : {}) };
  } catch (error) {
    return {
      ...outcome,
      status: "failed",
      stage: "compose",
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Says of a finding that its rewrite is in the change, or why it is not. */
function noteApplied(finding: Finding, applied: ReadonlySet<string>, options: RunOptions): Finding {
  if (options.mode === "write" && applied.has(finding.fingerprint))
    return { ...finding, fix: { ...finding.fix, applied: true } };
  return finding;
}

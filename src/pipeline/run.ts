import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { contracts, findContract } from "../contracts/index.ts";
import { Detector } from "../detect/sites.ts";
import type { EditPlan } from "../model/edit.ts";
import type { Finding } from "../model/finding.ts";
import type { FileOutcome, RunResult, StageTiming } from "../model/result.ts";
import { openProject } from "../project/openProject.ts";
import type { Project } from "../project/types.ts";
import { versionVerdict } from "../contracts/versionVerdict.ts";
import { Modules } from "../resolve/modules.ts";
import { SyntaxProblem } from "../syntax/parse.ts";
import { openModule } from "../syntax/sourceModule.ts";
import { analyzeFile, outcomeOf, type FileContext } from "./analyzeFile.ts";
import { composeChange } from "./compose.ts";
import type { RunOptions } from "./options.ts";
import { filesHandedValues } from "./handedValues.ts";
import { readTarget } from "./readTarget.ts";
import { secondOpinions } from "./secondOpinion.ts";
import { UserError } from "./userError.ts";
import { toolVersion } from "./version.ts";

/** Finds, plans and verifies. Never writes. One file's failure never stops another. */
export async function run(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const wanted = contracts
    .filter((contract) => options.packages?.includes(contract.name) ?? true)
    .filter((contract) => options.rules?.some((id) => contract.rules.some((rule) => rule.id === id)) ?? true);
  const packages = wanted.map((contract) => contract.package);
  const timings: StageTiming[] = [];
  const time = (stage: string, from: number, files: number) =>
    timings.push({ stage, milliseconds: performance.now() - from, files });

  const project = await openProject({
    root: options.root,
    paths: options.paths,
    packages,
    ...(options.include ? { include: options.include } : {}),
    ...(options.exclude ? { exclude: options.exclude } : {}),
  });
  timings.push({ stage: "list", milliseconds: project.stats.listMilliseconds, files: project.files.length });
  timings.push({
    stage: "search",
    milliseconds: project.stats.searchMilliseconds,
    files: project.files.length,
  });

  const resolving = performance.now();
  const reaching = new Set(packages.flatMap((name) => [...project.reaching(name)]));
  time("imports", resolving, reaching.size);

  const modules = new Modules(project);
  for (const file of filesHandedValues(modules, reaching)) reaching.add(file);
  const relative = (file: string) => file.slice(project.root.length + 1);
  const targets = [...reaching].filter((file) => project.isTarget(file)).toSorted();
  const asking = performance.now();
  const hints = await secondOpinions(project, modules, targets, reaching);
  if (hints.size > 0) time("types", asking, hints.size);
  const detector = new Detector(modules, (file) => reaching.has(file), hints);
  const context: FileContext = {
    detector,
    modules,
    options,
    canReach: (file) => reaching.has(file),
    relative,
  };
  const detecting = performance.now();
  const files: FileOutcome[] = project.skipped.map(({ file, reason }) =>
    skipped(relative(file), "discover", reason),
  );
  let composing = 0;
  for (const [index, file] of targets.entries()) {
    options.onProgress?.({ stage: "analyze", done: index, total: targets.length, file: relative(file) });
    const outcome = analyze(
      file,
      project,
      context,
      wanted.map((contract) => contract.name),
    );
    const from = performance.now();
    files.push(await withChanges(outcome, file, project.root, options));
    composing += performance.now() - from;
  }
  const checked = options.typecheck ? await dropUntyped(files, project.root) : files;
  timings.push({
    stage: "analyze",
    milliseconds: performance.now() - detecting - composing,
    files: targets.length,
  });
  timings.push({
    stage: "compose",
    milliseconds: composing,
    files: files.filter((file) => file.change).length,
  });
  return {
    mode: options.mode,
    root: project.root,
    version: toolVersion(),
    files: checked,
    filesScanned: project.targets.length,
    filesParsed: modules.parsed,
    durationMs: performance.now() - started,
    timings,
  };
}

/** Without the packages' own types every answer of the type checker would be about what is missing. */
function requireInstalled(files: readonly string[], root: string, packages: readonly string[]): void {
  for (const file of files) {
    let folder = dirname(file);
    while (
      folder.length > root.length &&
      !packages.some((name) => existsSync(`${folder}/node_modules/${name}`))
    )
      folder = dirname(folder);
    if (packages.some((name) => existsSync(`${folder}/node_modules/${name}`))) continue;
    throw new UserError(
      `--typecheck needs the project's dependencies for ${file.slice(root.length + 1)}; install them first, or leave the option out`,
    );
  }
}

/** Gate 5: a file whose change adds a TypeScript diagnostic stays as it is, and says so. */
async function dropUntyped(files: readonly FileOutcome[], root: string): Promise<readonly FileOutcome[]> {
  const changes = files.flatMap(({ change }) =>
    change ? [{ ...change, file: `${root}/${change.file}` }] : [],
  );
  if (changes.length === 0) return files;
  requireInstalled(
    changes.map((change) => change.file),
    root,
    contracts.map((contract) => contract.package),
  );
  const { newDiagnostics } = await import("../verify/typecheck.ts");
  const problems = await newDiagnostics(root, changes);
  return files.map((outcome) => {
    const problem = problems.get(`${root}/${outcome.file}`);
    if (problem === undefined) return outcome;
    const { change: _, proposal: __, ...rest } = outcome;
    return {
      ...rest,
      status: "failed",
      stage: "typecheck",
      plans: [],
      reason: `the rewrite would add a type error: ${problem}`,
    };
  });
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
  const verdicts = names.map((name) => {
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

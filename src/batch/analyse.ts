import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { RunResult } from "../model/result.ts";
import { applyChanges } from "../pipeline/applyChanges.ts";
import { run } from "../pipeline/run.ts";
import { messageOf } from "../pipeline/userError.ts";
import { reporters, type ReportOptions } from "../report/index.ts";
import { visible } from "../report/visible.ts";
import { checkOut, type Clone } from "./checkout.ts";
import {
  failure,
  tallySchema,
  type AnalysisJob,
  type AnalysisOutcome,
  type Artefacts,
  type Tally,
} from "./job.ts";
import { gitError, JobError } from "./jobError.ts";
import { createJobLog, type JobLog } from "./jobLog.ts";
import type { AnalysisOptions } from "./options.ts";
import { remoteGit, type RemoteGit } from "./remoteGit.ts";
import { shownSource, type Source } from "./source.ts";
import { runVerifyCommand } from "./verifyCommand.ts";

/** Which format goes into which file; of those that there are. */
const REPORT_FILES: Readonly<Record<string, string>> = {
  json: "report.json",
  html: "report.html",
  markdown: "report.md",
};

/** What an analysis needs besides its job. */
export interface AnalysisContext {
  /** Absolute, empty, of this job alone; whoever made it removes it. */
  readonly workFolder: string;
  readonly onStage: (stage: string) => void;
  /** The options of the repository's own config, as data; asked for only with `--trust-repo-config`. */
  readonly repoOptions: (root: string) => Promise<AnalysisOptions>;
}

/** Clones a repository, finds and rewrites in the clone, and gives back the patch and the reports. Never throws. */
export async function analyse(job: AnalysisJob, context: AnalysisContext): Promise<AnalysisOutcome> {
  const started = performance.now();
  const log = createJobLog(`sadpath batch: ${shownSource(job.source as Source)}`);
  const files: Record<string, string> = {};
  const enter = (stage: string): void => {
    context.onStage(stage);
    log.line(stage);
  };
  try {
    enter("clone");
    const root = join(context.workFolder, "clone");
    const clone = await checkOut({
      source: job.source as Source,
      folder: root,
      isWhole: job.verify !== undefined,
    });
    log.line(`commit ${clone.commit}`);
    enter("analyse");
    const result = await runPipeline(job, root, context);
    logFiles(result, log);
    Object.assign(files, render(await withTexts(result), job.options.safety ?? "safe"));
    const { patch, tally } = await applyAll(result, clone, files);
    if (job.verify !== undefined && patch !== "") {
      enter("verify");
      log.line(`$ ${job.verify}`);
      await runVerifyCommand(job.verify, root, log.block);
    }
    const milliseconds = Math.round(performance.now() - started);
    log.line("done");
    return { status: "done", commit: clone.commit, tally, milliseconds, artefacts: withLog(files, log) };
  } catch (error) {
    const { stage, isTransient } =
      error instanceof JobError ? error : { stage: "analyse", isTransient: false };
    const reason = visible(messageOf(error).split("\n")[0] ?? "");
    log.line(`failed: ${reason}`);
    return failure(stage, reason, isTransient, withLog(files, log));
  }
}

async function runPipeline(job: AnalysisJob, root: string, context: AnalysisContext): Promise<RunResult> {
  const own = job.trustRepoConfig ? await context.repoOptions(root) : {};
  const { safety, onError, errorCheck, prettier, typecheck, ...selection } = { ...own, ...job.options };
  return run({
    root,
    paths:
      job.paths.length === 0 ? [root] : await Promise.all(job.paths.map((path) => innerPath(root, path))),
    mode: "dry-run",
    safety: safety ?? "safe",
    onError: onError ?? "rethrow",
    errorCheck: errorCheck ?? "auto",
    prettier: prettier ?? true,
    typecheck: typecheck ?? false,
    ...withoutUndefined(selection),
  });
}

/** The reports, in each format that there is. */
function render(result: RunResult, safety: "safe" | "review"): Artefacts {
  const options: ReportOptions = {
    cwd: result.root,
    color: false,
    width: 100,
    isTerminal: false,
    verbose: false,
    quiet: false,
    safety,
    paths: [],
  };
  const texts = Object.entries(REPORT_FILES).flatMap(([format, file]) => {
    const text = reporters.get(format)?.(result, options);
    return text === undefined ? [] : [[file, text]];
  });
  return Object.fromEntries(texts) as Artefacts;
}

/** Writes the changes into the clone, and takes the patch from git: it holds for the stored files, whatever their line ends. */
async function applyAll(
  result: RunResult,
  { remote }: Clone,
  files: Record<string, string>,
): Promise<{ patch: string; tally: Tally }> {
  const changes = result.files.flatMap(({ change }) => change ?? []);
  const report = await applyChanges(result.root, changes);
  const [refused] = report.failed;
  if (refused !== undefined) throw new JobError("write", `${refused.file} ${refused.reason}`);
  const patch = await patchOf(remote, report.written);
  files["changes.patch"] = patch;
  const { summary } = JSON.parse(files["report.json"] ?? "{}") as { summary?: object };
  const sum = (field: "added" | "removed"): number =>
    changes.reduce((total, change) => total + change[field], 0);
  return { patch, tally: tallySchema.parse({ ...summary, added: sum("added"), removed: sum("removed") }) };
}

async function patchOf(remote: RemoteGit, files: readonly string[]): Promise<string> {
  if (files.length === 0) return "";
  // By way of `remoteGit`: it switches off the filters that the user's own config may name for such files.
  const inClone = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await remoteGit(remote, args);
    if (code !== 0) throw gitError("write", stderr);
    return stdout;
  };
  for (let index = 0; index < files.length; index += 200)
    await inClone("update-index", "--add", "--", ...files.slice(index, index + 200));
  const diff = [
    "diff-index",
    "--cached",
    "-p",
    "--full-index",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
  ];
  return inClone(...diff, "--no-color", "--src-prefix=a/", "--dst-prefix=b/", "HEAD");
}

/** Code frames are cut from the text before the change. */
async function withTexts(result: RunResult): Promise<RunResult> {
  const files = result.files.map(async (file) => {
    if (file.findings.length === 0) return file;
    const source =
      file.change?.before ?? (await readFile(join(result.root, file.file), "utf8").catch(() => undefined));
    return source === undefined ? file : { ...file, source };
  });
  return { ...result, files: await Promise.all(files) };
}

async function innerPath(root: string, path: string): Promise<string> {
  const top = await realpath(root);
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined) throw new JobError("analyse", `the repository has no ${path}`);
  if (real !== top && !real.startsWith(`${top}${sep}`))
    throw new JobError("analyse", `${path} leads out of the repository`);
  return join(root, path);
}

function logFiles(result: RunResult, log: JobLog): void {
  log.line(`${result.filesScanned} files looked at, ${result.filesParsed} parsed`);
  for (const { file, status, stage, reason } of result.files) {
    if (status === "failed")
      log.line(`${visible(file)}: failed (${stage ?? "unknown"}): ${visible(reason ?? "")}`);
  }
}

function withLog(files: Readonly<Record<string, string>>, log: JobLog): Artefacts {
  return { ...files, "log.txt": log.text() };
}

/** With `exactOptionalPropertyTypes`, what is not set must not be there. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const set = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(set) as { [K in keyof T]: Exclude<T[K], undefined> };
}

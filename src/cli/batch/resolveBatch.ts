import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { githubHosts } from "../../batch/githubAccess.ts";
import { readManifest } from "../../batch/manifest.ts";
import type { EntryOptions } from "../../batch/options.ts";
import { planJobs, type PlannedJob, type PublishLevel } from "../../batch/plan.ts";
import { hasCredentials } from "../../batch/source.ts";
import { UserError } from "../../pipeline/userError.ts";
import { loadConfig } from "../config/load.ts";
import { checkPackages, checkRules } from "../names.ts";
import type { Io } from "../io.ts";
import type { BatchFlags } from "./batchOptions.ts";
import { checkNames, optionsOf } from "./repoOptions.ts";

/** What a batch is to do, checked. */
export interface ResolvedBatch {
  /** Absolute; it may not exist yet. */
  readonly out: string;
  readonly jobs: readonly PlannedJob[];
  readonly publish: PublishLevel;
}

/** Reads the manifest and makes the jobs. @throws {UserError} for whatever does not fit. */
export async function resolveBatch(manifestPath: string, flags: BatchFlags, io: Io): Promise<ResolvedBatch> {
  if (flags.out === undefined)
    throw new UserError("--out <dir> says where the results go; without it there is no going on later");
  const publish = publishLevel(flags);
  const file = resolve(io.cwd, manifestPath);
  const manifest = await readManifest(file);
  checkNames(manifest.options, `${manifestPath}, options`);
  for (const [index, { options }] of manifest.entries.entries())
    checkNames(options, `${manifestPath}, repositories[${index}].options`);
  const leaking = manifest.entries.find(({ source }) => flags.queue !== undefined && hasCredentials(source));
  if (leaking !== undefined)
    throw new UserError(
      "with --queue, addresses must not hold credentials: Redis would keep them. Give the workers a git credential helper",
    );
  const config =
    flags.config === undefined ? {} : optionsOf(await loadConfig(resolve(io.cwd, flags.config), io.cwd));
  const jobs = planJobs(manifest, {
    publish,
    flags: flagOptions(flags),
    config,
    trustRepoConfig: flags.trustRepoConfig === true,
    timeoutSeconds: flags.timeout,
    githubHosts: githubHosts(io.env),
  });
  const out = resolve(io.cwd, flags.out);
  return { out: await realpath(out).catch(() => out), jobs, publish };
}

function publishLevel({ commit, push, pr, draft, limit }: BatchFlags): PublishLevel {
  if (draft === true && pr !== true) throw new UserError("--draft goes with --pr");
  const level = pr === true ? "pr" : push === true ? "push" : commit === true ? "commit" : "none";
  if (limit !== undefined && level === "none")
    throw new UserError("--limit goes with --commit, --push or --pr");
  return level;
}

function flagOptions(flags: BatchFlags): EntryOptions {
  const { safety, onError, logger, verify, branch } = flags;
  if (logger !== undefined && (logger.trim() === "" || /[\n\r;]/.test(logger)))
    throw new UserError(`--logger must be one expression, such as logger.error; "${logger}" is not`);
  const rules = checkRules(words(flags.rule), "--rule");
  const packages = checkPackages(words(flags.package), "--package");
  return {
    ...(rules.length === 0 ? {} : { rules: [...rules] }),
    ...(packages.length === 0 ? {} : { packages: [...packages] }),
    ...(safety === undefined ? {} : { safety }),
    ...(onError === undefined ? {} : { onError }),
    ...(logger === undefined ? {} : { logger: logger.trim() }),
    ...(flags.prettier ? {} : { prettier: false }),
    ...(flags.typecheck === true ? { typecheck: true } : {}),
    ...(verify === undefined ? {} : { verify }),
    ...(branch === undefined ? {} : { branch }),
    ...(flags.draft === true ? { pr: { draft: true } } : {}),
  };
}

function words(given: readonly string[] | undefined): string[] {
  return (given ?? []).flatMap((word) => word.split(",")).filter((word) => word !== "");
}

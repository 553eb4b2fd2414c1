import { createHash } from "node:crypto";
import { toolVersion } from "../pipeline/version.ts";
import { UserError } from "../pipeline/userError.ts";
import { folderNames } from "./folderNames.ts";
import type { AnalysisJob } from "./job.ts";
import type { Manifest, ManifestEntry } from "./manifest.ts";
import { analysisPart, mergeOptions, type EntryOptions } from "./options.ts";
import { checkTemplate } from "./template.ts";
import { identityOf, isSafeRef, partsOf, shownSource, type Source } from "./source.ts";

/** How far a job goes once its patch is known; each step takes in those before it. */
export type PublishLevel = "none" | "commit" | "push" | "pr";

/** What the command line says for all jobs. */
export interface BatchSettings {
  readonly publish: PublishLevel;
  /** Options of the command line: they win over the manifest's. */
  readonly flags: EntryOptions;
  /** Options of `--config`: the manifest's win over them. */
  readonly config: EntryOptions;
  readonly trustRepoConfig: boolean;
  readonly timeoutSeconds: number;
  /** Hosts whose addresses say what a repository is called on GitHub. */
  readonly githubHosts: readonly string[];
}

/** What is published of a repository, and how. */
export interface PublishPlan {
  /** The hash of all that the branch and the pull request depend on. */
  readonly key: string;
  readonly level: Exclude<PublishLevel, "none">;
  readonly branch: string;
  readonly options: EntryOptions;
  /** `owner/name`. */
  readonly github?: string;
}

/** One repository of the run. */
export interface PlannedJob {
  readonly name: string;
  /** Below the output folder. */
  readonly folder: string;
  /** For logs: without credentials. */
  readonly shown: string;
  readonly analysis: AnalysisJob;
  readonly publish?: PublishPlan;
}

const DEFAULT_BRANCH = "sadpath/handle-failures";

/** Makes the jobs of a manifest, in its order. @throws {UserError} where entries stand in each other's way. */
export function planJobs(manifest: Manifest, settings: BatchSettings, version = toolVersion()): PlannedJob[] {
  const named = manifest.entries.map((entry) => ({
    entry,
    name: entry.name ?? nameOf(entry.source),
    identity: JSON.stringify([identityOf(entry.source), entry.source.ref ?? null, entry.paths.toSorted()]),
  }));
  refuseTwice(named.map(({ identity, entry }) => [identity, shownSource(entry.source)]));
  const folders = folderNames(named);
  const jobs = named.map(({ entry, name, identity }, index): PlannedJob => {
    const options = mergeOptions(settings.config, manifest.options, entry.options, settings.flags);
    const analysis: Omit<AnalysisJob, "key"> = {
      name,
      source: entry.source,
      paths: [...entry.paths],
      options: analysisPart(options),
      ...(options.verify === undefined ? {} : { verify: options.verify }),
      trustRepoConfig: settings.trustRepoConfig,
      timeoutSeconds: settings.timeoutSeconds,
    };
    const { timeoutSeconds: _, source: __, ...relevant } = analysis;
    const key = hashOf({ version, identity, folder: folders[index], ...relevant });
    const publish = planPublish(settings, entry, options, key);
    return {
      name,
      folder: folders[index] ?? name,
      shown: shownSource(entry.source),
      analysis: { key, ...analysis },
      ...(publish === undefined ? {} : { publish }),
    };
  });
  refuseSharedBranches(jobs);
  return jobs;
}

function planPublish(
  { publish: level, githubHosts }: BatchSettings,
  entry: ManifestEntry,
  options: EntryOptions,
  analysisKey: string,
): PublishPlan | undefined {
  if (level === "none") return undefined;
  const branch = options.branch ?? DEFAULT_BRANCH;
  const shown = shownSource(entry.source);
  if (!isSafeRef(branch)) throw new UserError(`${shown}: "${branch}" cannot be the name of a branch`);
  if (branch === entry.source.ref)
    throw new UserError(`${shown}: the branch "${branch}" is what is analysed; choose another one`);
  const { commit, pr } = options;
  const github = entry.github ?? githubNameOf(entry.source, githubHosts);
  checkTemplate(commit?.message, `${shown}: commit.message`);
  checkTemplate(pr?.title, `${shown}: pr.title`);
  checkTemplate(pr?.body, `${shown}: pr.body`);
  if (level === "pr" && github === undefined)
    throw new UserError(
      `${shown}: --pr needs to know the repository on GitHub: add "github: owner/name" to the entry`,
    );
  const relevant = { level, branch, commit, pr: level === "pr" ? pr : undefined, github };
  return {
    key: hashOf({ analysisKey, ...relevant }),
    level,
    branch,
    options,
    ...(github === undefined ? {} : { github }),
  };
}

function nameOf(source: Source): string {
  const name = partsOf(source).join("/");
  return source.ref === undefined ? name : `${name}@${source.ref}`;
}

function githubNameOf(source: Source, hosts: readonly string[]): string | undefined {
  const [host = "", ...parts] = source.kind === "url" ? identityOf(source).split("/") : [];
  return hosts.includes(host.replace(/:\d+$/, "")) && parts.length === 2 ? parts.join("/") : undefined;
}

function refuseTwice(entries: readonly (readonly [identity: string, shown: string])[]): void {
  const seen = new Set<string>();
  for (const [identity, shown] of entries) {
    if (seen.has(identity)) throw new UserError(`the manifest names ${shown} twice; remove one of them`);
    seen.add(identity);
  }
}

/** Two jobs that push one branch would undo each other's work. */
function refuseSharedBranches(jobs: readonly PlannedJob[]): void {
  const seen = new Map<string, string>();
  for (const { publish, analysis, shown } of jobs) {
    if (publish === undefined || publish.level === "commit") continue;
    const branch = `${identityOf(analysis.source as Source)}#${publish.branch}`;
    const other = seen.get(branch);
    if (other !== undefined)
      throw new UserError(
        `${other} and ${shown} would both push the branch "${publish.branch}"; give one of them another "branch"`,
      );
    seen.set(branch, shown);
  }
}

/** A hash of plain data that does not depend on the order of its fields. */
function hashOf(value: unknown): string {
  const sorted = JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  return createHash("sha256").update(sorted).digest("hex");
}

import { writeOwnFile } from "../pipeline/write.ts";
import { join } from "node:path";
import { toolVersion } from "../pipeline/version.ts";
import type { LedgerState } from "./ledger.ts";
import { jobStateOf, openFindings, type JobState } from "./jobState.ts";
import type { PlannedJob } from "./plan.ts";
import { summaryPage } from "./summaryPage.ts";

/** One repository in the summary. */
export interface RepositorySummary {
  readonly name: string;
  /** Without credentials. */
  readonly source: string;
  /** Below the output folder. */
  readonly folder: string;
  readonly status: JobState["status"];
  readonly stage?: string;
  readonly reason?: string;
  readonly commit?: string;
  /** Errors and warnings. */
  readonly findings: number;
  readonly changedFiles: number;
  readonly added: number;
  readonly removed: number;
  /** Files that could not be analysed. */
  readonly failedFiles: number;
  readonly branch?: string;
  readonly pullRequest?: string;
}

/** `summary.json`. Its fields are a promise: add, do not rename. It holds no times: the same work, the same summary. */
export interface BatchSummary {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "sadpath"; readonly version: string };
  readonly totals: {
    readonly repositories: number;
    readonly done: number;
    readonly failed: number;
    readonly waiting: number;
    readonly toPublish: number;
    /** With findings. */
    readonly affected: number;
    readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
    readonly fixable: { readonly safe: number; readonly review: number; readonly manual: number };
    readonly changedFiles: number;
    readonly added: number;
    readonly removed: number;
    readonly published: number;
    readonly pullRequests: number;
  };
  /** How often jobs failed for what; the most frequent first. */
  readonly failures: readonly {
    readonly stage: string;
    readonly reason: string;
    readonly repositories: readonly string[];
  }[];
  /** Those with most findings, at most 20. */
  readonly mostFindings: readonly { readonly name: string; readonly findings: number }[];
  /** In the manifest's order. */
  readonly repositories: readonly RepositorySummary[];
}

/** Sums a run up. */
export function summarise(jobs: readonly PlannedJob[], ledger: LedgerState): BatchSummary {
  const states = jobs.map((job) => jobStateOf(job, ledger));
  const tallies = states.flatMap(({ analysis }) => analysis?.tally ?? []);
  const sum = (value: (tally: (typeof tallies)[number]) => number): number =>
    tallies.reduce((total, tally) => total + value(tally), 0);
  const amount = (status: JobState["status"]): number =>
    states.filter((state) => state.status === status).length;
  const published = states.flatMap((state) => state.published ?? []);
  const repositories = states.map(toRepository);
  return {
    schemaVersion: 1,
    tool: { name: "sadpath", version: toolVersion() },
    totals: {
      repositories: jobs.length,
      done: amount("done"),
      failed: amount("failed"),
      waiting: amount("waiting"),
      toPublish: amount("to publish"),
      affected: tallies.filter((tally) => openFindings(tally) > 0).length,
      findings: {
        error: sum(({ findings }) => findings.error),
        warning: sum(({ findings }) => findings.warning),
        info: sum(({ findings }) => findings.info),
      },
      fixable: {
        safe: sum(({ fixable }) => fixable.safe),
        review: sum(({ fixable }) => fixable.review),
        manual: sum(({ fixable }) => fixable.manual),
      },
      changedFiles: sum(({ changed }) => changed),
      added: sum(({ added }) => added),
      removed: sum(({ removed }) => removed),
      published: published.filter(({ commit }) => commit !== undefined).length,
      pullRequests: published.filter(({ pullRequest }) => pullRequest !== undefined).length,
    },
    failures: groupFailures(repositories),
    mostFindings: repositories
      .filter(({ findings }) => findings > 0)
      .toSorted((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1))
      .slice(0, 20)
      .map(({ name, findings }) => ({ name, findings })),
    repositories,
  };
}

/** Writes `summary.json` and `summary.html`. */
export async function writeSummary(out: string, summary: BatchSummary): Promise<void> {
  await writeOwnFile(join(out, "summary.json"), `${JSON.stringify(summary, null, 2)}\n`);
  await writeOwnFile(join(out, "summary.html"), summaryPage(summary));
}

function toRepository({ job, status, failure, analysis, published }: JobState): RepositorySummary {
  return {
    name: job.name,
    source: job.shown,
    folder: job.folder,
    status,
    ...(failure === undefined ? {} : { stage: failure.stage, reason: failure.reason }),
    ...(analysis === undefined ? {} : { commit: analysis.commit }),
    findings: analysis === undefined ? 0 : openFindings(analysis.tally),
    changedFiles: analysis?.tally.changed ?? 0,
    added: analysis?.tally.added ?? 0,
    removed: analysis?.tally.removed ?? 0,
    failedFiles: analysis?.tally.failed ?? 0,
    ...(published?.commit === undefined || job.publish === undefined ? {} : { branch: job.publish.branch }),
    ...(published?.pullRequest === undefined ? {} : { pullRequest: published.pullRequest }),
  };
}

function groupFailures(repositories: readonly RepositorySummary[]): BatchSummary["failures"] {
  const groups = new Map<string, { stage: string; reason: string; repositories: string[] }>();
  for (const { name, source, stage, reason: full } of repositories) {
    if (stage === undefined || full === undefined) continue;
    // Git names the address in its message; the same cause shall be one line.
    const reason = full.replaceAll(source.replace(/#[^#]*$/, ""), "<repository>");
    const id = `${stage}\n${reason}`;
    const group = groups.get(id) ?? { stage, reason, repositories: [] };
    groups.set(id, { ...group, repositories: [...group.repositories, name] });
  }
  return [...groups.values()].toSorted((a, b) => b.repositories.length - a.repositories.length);
}

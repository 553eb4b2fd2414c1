import { writeOwnFile } from "../pipeline/write.ts";
import { join } from "node:path";
import { toolVersion } from "../pipeline/version.ts";
import type { LedgerState } from "./ledger.ts";
import { jobStateOf, openFindings, type JobState } from "./jobState.ts";
import type { PlannedJob } from "./plan.ts";
import type { BatchSummary, RepositorySummary } from "./summaryTypes.ts";
import { summaryPage } from "./summaryPage.ts";

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
    group.repositories.push(name);
    groups.set(id, group);
  }
  return [...groups.values()].toSorted((a, b) => b.repositories.length - a.repositories.length);
}

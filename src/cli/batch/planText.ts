import { join } from "node:path";
import { jobStateOf, type JobState } from "../../batch/jobState.ts";
import { readLedger } from "../../batch/ledger.ts";
import { visible } from "../../report/visible.ts";
import type { ResolvedBatch } from "./resolveBatch.ts";

/** What a run would do with each repository, without asking any of them. */
export async function planText({ out, jobs, publish }: ResolvedBatch, retryFailed: boolean): Promise<string> {
  const { state } = await readLedger(join(out, "ledger.jsonl"));
  const width = Math.max(...jobs.map(({ name }) => name.length));
  const lines = jobs.map((job) => {
    const steps = stepsOf(jobStateOf(job, state), retryFailed);
    return `  ${visible(job.name).padEnd(width)}  ${steps}\n  ${" ".repeat(width)}  ${visible(job.shown)}\n`;
  });
  const verify = jobs.find(({ analysis }) => analysis.verify !== undefined)?.analysis.verify;
  const notes = [
    publish === "none" ? "nothing is committed or pushed" : `changes go as far as: ${publish}`,
    ...(verify === undefined ? [] : [`in each changed clone this is run: ${verify}`]),
  ];
  return `${jobs.length} repositories, results in ${out}; ${notes.join("; ")}\n${lines.join("")}`;
}

function stepsOf({ job, status, failure, analysis }: JobState, retryFailed: boolean): string {
  const publish =
    job.publish === undefined
      ? ""
      : `, then ${job.publish.level} on ${job.publish.branch} if something changes`;
  if (status === "waiting") return `analyse${publish}`;
  if (status === "to publish")
    return `analysed before; ${job.publish?.level ?? ""} on ${job.publish?.branch ?? ""}`;
  if (status === "done") return "done before";
  const again =
    analysis === undefined ? `analyse again${publish}` : `${job.publish?.level ?? "publish"} again`;
  return retryFailed
    ? again
    : `failed before (${failure?.stage ?? ""}: ${visible(failure?.reason ?? "")}); --retry-failed`;
}

import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { githubAccess } from "../../batch/githubAccess.ts";
import { writeJobs } from "../../batch/jobsFile.ts";
import { openLedger } from "../../batch/ledger.ts";
import { lockFolder } from "../../batch/lock.ts";
import { createMonitor, type BatchEvent } from "../../batch/monitor.ts";
import { hasGitIdentity } from "../../batch/publish.ts";
import { runBatch, type BatchRun } from "../../batch/runBatch.ts";
import { summarise, writeSummary } from "../../batch/summary.ts";
import type { BatchSummary } from "../../batch/summaryTypes.ts";
import { makeWorkPlace } from "../../batch/workPlace.ts";
import { ensurePullRequest } from "../../github/ensurePullRequest.ts";
import { createClient, loadOctokit, OctokitMissing, PATIENT } from "../../github/client.ts";
import { messageOf, UserError } from "../../pipeline/userError.ts";
import type { BatchFlags } from "../batch/batchOptions.ts";
import { createBatchProgress } from "../batch/batchProgress.ts";
import { openExecutor, openPool } from "../batch/openExecutor.ts";
import { planText } from "../batch/planText.ts";
import { resolveBatch, type ResolvedBatch } from "../batch/resolveBatch.ts";
import { summaryText } from "../batch/summaryText.ts";
import { InterruptedError } from "../interruptedError.ts";
import type { CommandContext } from "./fix.ts";

/** `batch`: does what is not done yet. 3 where a job failed; each is named with its reason. */
export async function runBatchCommand(
  manifest: string,
  flags: BatchFlags,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const batch = await resolveBatch(manifest, flags, io);
  if (flags.plan === true) {
    await io.out(await planText(batch, flags.retryFailed === true));
    return 0;
  }
  await checkPublishing(batch, context);
  const out = await makeOut(batch.out);
  const unlock = await lockFolder(out);
  try {
    const summary = await context.interrupts.protect(() => work({ ...batch, out }, flags, context));
    if (context.interrupts.signal.aborted)
      throw new InterruptedError(
        `interrupted: ${summary.totals.done} of ${summary.totals.repositories} are done; the same command goes on`,
      );
    await io.out(summaryText(summary, out, flags.quiet === true));
    return summary.totals.failed > 0 ? 3 : 0;
  } finally {
    await unlock();
  }
}

/** What can be known to be missing before the first job. */
async function checkPublishing({ jobs, publish }: ResolvedBatch, { io }: CommandContext): Promise<void> {
  if (publish === "none") return;
  if (publish === "pr") {
    githubAccess(io.env);
    await loadOctokit("--pr").catch((error: unknown) => {
      throw error instanceof OctokitMissing ? new UserError(error.message) : error;
    });
  }
  const needsIdentity = jobs.some((job) => job.publish?.options.commit?.author === undefined);
  if (needsIdentity && !(await hasGitIdentity(io.cwd)))
    throw new UserError(
      "a commit needs an author: set user.name and user.email of git, or commit.author in the manifest's options",
    );
}

async function work(batch: ResolvedBatch, flags: BatchFlags, context: CommandContext): Promise<BatchSummary> {
  const { out, jobs } = batch;
  await writeJobs(out, jobs);
  const ledger = await openLedger(join(out, "ledger.jsonl"));
  const pool = openPool(flags, await makeWorkPlace());
  const monitor = createMonitor(out);
  const progress = createBatchProgress(context.io, flags.quiet === true, monitor);
  const onEvent = (event: BatchEvent): void => {
    monitor.take(event);
    progress.take(event);
  };
  try {
    if (ledger.unreadable > 0)
      onEvent({
        type: "notice",
        text: `${ledger.unreadable} lines of the ledger cannot be read; those jobs are done again`,
      });
    const executor = await openExecutor(flags, pool, (text) => onEvent({ type: "notice", text }));
    // A job that is not done when the run is stopped stays undone; its processes end with it.
    context.interrupts.signal.addEventListener(
      "abort",
      () => void Promise.all([executor.close(), pool.close()]),
    );
    try {
      await runBatch({
        out,
        jobs,
        ledger,
        executor,
        pool,
        ensurePullRequest: pullRequests(context, onEvent),
        retryFailed: flags.retryFailed === true,
        ...(flags.limit === undefined ? {} : { limit: flags.limit }),
        signal: context.interrupts.signal,
        onEvent,
      });
    } finally {
      await executor.close();
    }
  } finally {
    progress.clear();
    await pool.close();
    await monitor.stop();
    await ledger.close();
    await writeSummary(out, summarise(jobs, ledger.state));
  }
  return summarise(jobs, ledger.state);
}

/** Connects to GitHub when the first pull request is to be made. */
function pullRequests(
  { io }: CommandContext,
  onEvent: (event: BatchEvent) => void,
): BatchRun["ensurePullRequest"] {
  let client: ReturnType<typeof createClient> | undefined;
  return async (wanted) => {
    client ??= createClient({
      ...githubAccess(io.env),
      purpose: "--pr",
      patience: PATIENT,
      onWait: (seconds, kind) =>
        onEvent({ type: "notice", text: `GitHub's ${kind} rate limit is reached; waiting ${seconds} s` }),
    });
    return ensurePullRequest(await client, wanted);
  };
}

async function makeOut(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    throw new UserError(`--out: ${folder} cannot be made: ${messageOf(error)}`);
  }
}

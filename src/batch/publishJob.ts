import { z } from "zod";
import type { PullRequestResult, WantedPullRequest } from "../github/ensurePullRequest.ts";
import { GithubError } from "../github/githubError.ts";
import { toolVersion } from "../pipeline/version.ts";
import { UserError } from "../pipeline/userError.ts";
import { listOf } from "../report/layout.ts";
import { readArtefact } from "./artefacts.ts";
import type { JobUpdate } from "./executor.ts";
import {
  failure,
  type Analysed,
  type Artefacts,
  type Failure,
  type PublishOutcome,
  type Tally,
} from "./job.ts";
import { openFindings } from "./jobState.ts";
import type { LocalPool } from "./localPool.ts";
import type { PlannedJob, PublishPlan } from "./plan.ts";
import { DEFAULT_BODY, DEFAULT_TITLE, fillTemplate, shortenBody, type TemplateValues } from "./template.ts";

/** What publishing needs. */
export interface PublishContext {
  readonly out: string;
  readonly pool: Pick<LocalPool, "publish">;
  readonly ensurePullRequest: (wanted: WantedPullRequest) => Promise<PullRequestResult>;
  /** Makes the patch again, and keeps it; undefined where the run was stopped meanwhile. */
  readonly analyseAgain: () => Promise<Analysed | Failure | undefined>;
  readonly onUpdate: (update: JobUpdate) => void;
}

/** What was published. */
export interface Published {
  readonly status: "done";
  readonly commit?: string;
  readonly pushed: boolean;
  readonly pullRequest?: string;
  readonly pullRequestWas?: PullRequestResult["was"];
  readonly artefacts: Artefacts;
}

type Basis = Pick<Analysed, "commit" | "tally">;

/** A busy repository may move while its patch is made; more often than this, somebody should look at it. */
const MAX_ROUNDS = 3;

/**
 * Publishes exactly the patch that lies in the output folder, which somebody may have reviewed. Where the repository has
 * moved on since, the patch is made again first.
 */
export async function publishJob(
  job: PlannedJob,
  plan: PublishPlan,
  analysed: Basis,
  context: PublishContext,
): Promise<Published | Failure | undefined> {
  let basis = analysed;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const patch = await readArtefact(context.out, job.folder, "changes.patch");
    if (patch === undefined)
      return failure("publish", "changes.patch is missing; run again with --retry-failed");
    const values = await templateValues(job, plan, basis.tally, context.out);
    const outcome = await context.pool.publish(
      {
        name: job.name,
        source: job.analysis.source,
        base: basis.commit,
        patch,
        branch: plan.branch,
        message: fillTemplate(plan.options.commit?.message ?? DEFAULT_TITLE, values),
        ...(plan.options.commit?.author === undefined ? {} : { author: plan.options.commit.author }),
        push: plan.level !== "commit",
        timeoutSeconds: job.analysis.timeoutSeconds,
      },
      context.onUpdate,
    );
    if (outcome.status === "failed") return outcome;
    if (outcome.status === "done") return finish(outcome, plan, values, context);
    const again = await context.analyseAgain();
    if (again === undefined || again.status === "failed") return again;
    if (again.tally.changed === 0) return { status: "done", pushed: false, artefacts: {} };
    basis = again;
  }
  return failure(
    "push",
    "the repository has new commits again and again; try later with --retry-failed",
    false,
  );
}

async function finish(
  outcome: Extract<PublishOutcome, { status: "done" }>,
  plan: PublishPlan,
  values: TemplateValues,
  context: PublishContext,
): Promise<Published | Failure> {
  const { commit, pushed, artefacts } = outcome;
  const done: Published = { status: "done", commit, pushed, artefacts };
  if (plan.level !== "pr" || plan.github === undefined) return done;
  context.onUpdate({ stage: "pull request" });
  const { pr = {} } = plan.options;
  const base = pr.base ?? outcome.baseBranch;
  try {
    const result = await context.ensurePullRequest({
      repository: plan.github,
      branch: plan.branch,
      ...(base === undefined ? {} : { base }),
      commit,
      title: fillTemplate(pr.title ?? DEFAULT_TITLE, values)
        .replace(/\s+/g, " ")
        .slice(0, 250),
      body: shortenBody(fillTemplate(pr.body ?? DEFAULT_BODY, values)),
      draft: pr.draft ?? false,
      labels: pr.labels ?? [],
      reviewers: pr.reviewers ?? [],
      teamReviewers: pr.teamReviewers ?? [],
    });
    const notes: Artefacts = result.notes.length === 0 ? {} : { "notes.txt": `${result.notes.join("\n")}\n` };
    return {
      ...done,
      pullRequest: result.url,
      pullRequestWas: result.was,
      artefacts: { ...artefacts, ...notes },
    };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    // A token that is not accepted will not be for the next one either.
    if (error.status === 401)
      throw new UserError("GitHub does not accept the token in GITHUB_TOKEN (or GH_TOKEN)");
    return failure("pull request", error.message);
  }
}

const reportSchema = z.object({
  findings: z.array(z.object({ contract: z.string(), severity: z.string() })),
});

async function templateValues(
  job: PlannedJob,
  plan: PublishPlan,
  tally: Tally,
  out: string,
): Promise<TemplateValues> {
  const report = reportSchema.parse(
    JSON.parse((await readArtefact(out, job.folder, "report.json")) ?? '{"findings":[]}'),
  );
  const packages = new Set(report.findings.map(({ contract }) => contract));
  return {
    repository: job.name,
    branch: plan.branch,
    packages: listOf([...packages].filter((name) => name !== "sadpath").toSorted()),
    findings: String(openFindings(tally)),
    files: String(tally.changed),
    added: String(tally.added),
    removed: String(tally.removed),
    report: ((await readArtefact(out, job.folder, "report.md")) ?? "").trim(),
    version: toolVersion(),
  };
}

import type { Octokit } from "octokit";
import { GithubError } from "./githubError.ts";

/** The pull request that is wanted. */
export interface WantedPullRequest {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** The branch it goes to; the repository's default branch where it is not set. */
  readonly base?: string;
  /** The commit on the branch. */
  readonly commit: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
}

/** What became of it. */
export interface PullRequestResult {
  readonly url: string;
  readonly was: "created" | "updated" | "unchanged" | "closed";
  /** What could not be done besides, for the log. */
  readonly notes: readonly string[];
}

interface Found {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly title: string;
  readonly body: string | null;
  readonly merged_at?: string | null;
  readonly head: { readonly sha: string };
}

/**
 * Opens the pull request of a branch, or brings it up to date: there is never a second one.
 * One that somebody has closed stays closed as long as the branch has not changed since.
 * @throws {GithubError} with GitHub's own words.
 */
export async function ensurePullRequest(
  github: Octokit,
  wanted: WantedPullRequest,
): Promise<PullRequestResult> {
  try {
    const found = await findExisting(github, wanted);
    if (found?.state === "closed") return { url: found.html_url, was: "closed", notes: [] };
    if (found !== undefined) return await update(github, wanted, found);
    return await create(github, wanted);
  } catch (error) {
    throw explain(error, wanted);
  }
}

async function findExisting(github: Octokit, wanted: WantedPullRequest): Promise<Found | undefined> {
  const place = placeOf(wanted);
  const { data } = await github.rest.pulls.list({
    ...place,
    head: `${place.owner}:${wanted.branch}`,
    state: "all",
    sort: "created",
    direction: "desc",
    per_page: 20,
  });
  const open = data.find(({ state }) => state === "open");
  if (open !== undefined) return open;
  return data.find((one) => one.merged_at === null && one.head.sha === wanted.commit);
}

async function create(github: Octokit, wanted: WantedPullRequest): Promise<PullRequestResult> {
  const { branch: head, title, body, draft } = wanted;
  const place = placeOf(wanted);
  const base = wanted.base ?? (await github.rest.repos.get(place)).data.default_branch;
  try {
    const { data } = await github.rest.pulls.create({ ...place, head, base, title, body, draft });
    return { url: data.html_url, was: "created", notes: await decorate(github, wanted, data.number) };
  } catch (error) {
    // It was opened meanwhile: by a try whose answer was lost, or by another run.
    const found = statusOf(error) === 422 ? await findExisting(github, wanted) : undefined;
    if (found?.state !== "open") throw error;
    return update(github, wanted, found);
  }
}

async function update(github: Octokit, wanted: WantedPullRequest, found: Found): Promise<PullRequestResult> {
  const { title, body } = wanted;
  const isSame =
    found.title === title && (found.body ?? "").replaceAll("\r\n", "\n").trimEnd() === body.trimEnd();
  if (!isSame) await github.rest.pulls.update({ ...placeOf(wanted), pull_number: found.number, title, body });
  const notes = await decorate(github, wanted, found.number);
  return { url: found.html_url, was: isSame ? "unchanged" : "updated", notes };
}

/** Labels and reviewers. That one of them does not exist is worth a note, but does not undo a pull request. */
async function decorate(github: Octokit, wanted: WantedPullRequest, number: number): Promise<string[]> {
  const notes: string[] = [];
  const attempt = async (what: string, request: () => Promise<unknown>): Promise<void> => {
    try {
      await request();
    } catch (error) {
      const status = statusOf(error);
      if (status !== 403 && status !== 404 && status !== 422) throw error;
      notes.push(`${what}: ${firstLine(error)}`);
    }
  };
  const place = placeOf(wanted);
  if (wanted.labels.length > 0)
    await attempt("labels", () =>
      github.rest.issues.addLabels({ ...place, issue_number: number, labels: [...wanted.labels] }),
    );
  if (wanted.reviewers.length + wanted.teamReviewers.length > 0)
    await attempt("reviewers", () =>
      github.rest.pulls.requestReviewers({
        ...place,
        pull_number: number,
        reviewers: [...wanted.reviewers],
        team_reviewers: [...wanted.teamReviewers],
      }),
    );
  return notes;
}

function placeOf({ repository }: WantedPullRequest): { owner: string; repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

function explain(error: unknown, { repository }: WantedPullRequest): GithubError {
  const status = statusOf(error);
  if (status === undefined)
    return new GithubError(`GitHub cannot be reached: ${firstLine(error)}`, undefined);
  const hint = status === 403 || status === 404 ? " (may the token write there?)" : "";
  return new GithubError(`${repository}: GitHub answered ${status}: ${firstLine(error)}${hint}`, status);
}

/** The HTTP status of octokit's errors; 500 without a response is its word for a network that failed. */
function statusOf(error: unknown): number | undefined {
  const { status, response } = (error ?? {}) as { status?: unknown; response?: unknown };
  return typeof status === "number" && response !== undefined ? status : undefined;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

import { appendFile, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { BRIEF, createClient, OctokitMissing } from "../../github/client.ts";
import { upsertComment, type CommentOutcome } from "../../github/upsertComment.ts";
import { messageOf, UserError } from "../../pipeline/userError.ts";
import { count } from "../../report/layout.ts";
import { visible } from "../../report/visible.ts";
import type { Io } from "../io.ts";

const WAITS = {
  primary: "GitHub's rate limit is used up",
  secondary: "GitHub asks to slow down",
} as const;

/** The flags of `github-comment`. */
export interface CommentFlags {
  readonly pullRequest?: number;
  readonly name: string;
  readonly onlyUpdate?: boolean;
}

/** Statuses that mean "not for this token, or not now": the report must then be read elsewhere. */
const REFUSALS = new Set([403, 404, 429]);

/**
 * `github-comment`: keeps one comment of a pull request up to date with a report. Where the token may not comment (a
 * pull request from a fork) or GitHub's limits are used up, the report goes to the job's summary, and that is no failure.
 */
export async function runGithubComment(file: string, flags: CommentFlags, io: Io): Promise<number> {
  const body = await readFile(resolve(io.cwd, file), "utf8").catch((error: unknown) => {
    throw new UserError(`${file} cannot be read: ${messageOf(error)}`);
  });
  const { owner, repo } = repositoryOf(io.env);
  const number = flags.pullRequest ?? (await pullRequestOf(io.env));
  if (number === undefined) {
    await io.out("This run is about no pull request: nothing to comment on.\n");
    return 0;
  }
  try {
    const client = await createClient({
      token: tokenOf(io.env),
      apiUrl: io.env["GITHUB_API_URL"] || "https://api.github.com",
      purpose: "comments",
      patience: BRIEF,
      onWait: (seconds, kind) => io.err(`sadpath: ${WAITS[kind]}; waiting ${count(seconds, "second")}\n`),
    });
    const request = { owner, repo, number, name: flags.name, body, onlyUpdate: flags.onlyUpdate === true };
    await io.out(`${describe(await upsertComment(client, request))}\n`);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof OctokitMissing) throw new UserError(error.message);
    const status = statusOf(error);
    if (status === undefined || !REFUSALS.has(status))
      throw new UserError(`GitHub did not take the comment: ${visible(messageOf(error))}`);
    await fallBack(status, messageOf(error), body, io);
  }
  return 0;
}

function describe({ action, url }: CommentOutcome): string {
  if (action === "none") return "There is no comment to bring up to date, and nothing to say in a new one.";
  return `Comment ${action}${url === undefined ? "" : `: ${visible(url)}`}`;
}

/** The report goes where everybody who sees the job can read it. */
async function fallBack(status: number, message: string, body: string, io: Io): Promise<void> {
  const summary = io.env["GITHUB_STEP_SUMMARY"];
  const where = summary ? "the report is in the job's summary" : "the report is printed above";
  if (summary) await appendFile(summary, `${body}\n`);
  else await io.out(body);
  const why =
    status === 429 || /rate limit/i.test(message)
      ? "GitHub's rate limit is used up"
      : "the token may not comment here (a pull request from a fork, or no `pull-requests: write`)";
  await io.out(`::notice title=sadpath::No comment, since ${why}; ${where}.\n`);
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" ? status : undefined;
}

function repositoryOf(env: Io["env"]): { owner: string; repo: string } {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
  if (owner === undefined || repo === undefined)
    throw new UserError("GITHUB_REPOSITORY must name the repository, as owner/name");
  return { owner, repo };
}

function tokenOf(env: Io["env"]): string {
  const token = env["GITHUB_TOKEN"] || env["GH_TOKEN"];
  if (!token)
    throw new UserError(
      "GITHUB_TOKEN must hold a token that may comment; in a workflow, ${{ github.token }}",
    );
  return token;
}

/** The pull request of the event that started the workflow; undefined where it is about none. */
async function pullRequestOf(env: Io["env"]): Promise<number | undefined> {
  const path = env["GITHUB_EVENT_PATH"];
  if (!path) throw new UserError("which pull request? Name it with --pull-request <number>");
  try {
    const event = JSON.parse(await readFile(path, "utf8")) as { pull_request?: { number?: unknown } } | null;
    const number = event?.pull_request?.number;
    return typeof number === "number" ? number : undefined;
  } catch (error) {
    throw new UserError(`the event of GITHUB_EVENT_PATH cannot be read: ${messageOf(error)}`);
  }
}

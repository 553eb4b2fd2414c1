import type { Octokit } from "octokit";

/** Which pull request, and what is to stand in the comment. */
export interface CommentRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** Tells this comment from those of other jobs. */
  readonly name: string;
  readonly body: string;
  /** True where nothing is worth a new comment; one that is there is brought up to date all the same. */
  readonly onlyUpdate: boolean;
}

/** What became of the comment. */
export interface CommentOutcome {
  readonly action: "created" | "updated" | "unchanged" | "none";
  readonly url?: string;
}

/** A comment as the list of comments has it. */
type Comment = Awaited<ReturnType<Octokit["rest"]["issues"]["listComments"]>>["data"][number];

/**
 * Keeps one comment of that name up to date: edits the one that is there, else writes one. It is found by a hidden
 * first line, and must be the token's own: whoever copies the line gets nothing edited.
 */
export async function upsertComment(client: Octokit, request: CommentRequest): Promise<CommentOutcome> {
  const { owner, repo, number, onlyUpdate } = request;
  const marker = markerOf(request.name);
  const body = `${marker}\n${request.body}`;
  const comments = await client.paginate(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  const marked = comments.filter((comment) => comment.body?.startsWith(marker) ?? false);
  const [kept, ...doubles] = await ownOf(marked, client);
  // Two jobs that ran at once may both have written one.
  for (const { id } of doubles) await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
  if (kept === undefined) {
    if (onlyUpdate) return { action: "none" };
    const { data } = await client.rest.issues.createComment({ owner, repo, issue_number: number, body });
    return { action: "created", url: data.html_url };
  }
  if (withLf(kept.body) === withLf(body)) return { action: "unchanged", url: kept.html_url };
  const { data } = await client.rest.issues.updateComment({ owner, repo, comment_id: kept.id, body });
  return { action: "updated", url: data.html_url };
}

/** The hidden first line. The name is ours or the workflow's; what could end the HTML comment is taken out of it. */
export function markerOf(name: string): string {
  return `<!-- sadpath-report ${name.replace(/[^\w.-]+/g, "-").replace(/-{2,}/g, "-")} -->`;
}

/** A workflow's token is a bot's; a person's token may only touch what the person wrote. */
async function ownOf(comments: readonly Comment[], client: Octokit): Promise<Comment[]> {
  const isBot = (comment: Comment): boolean => comment.user?.type === "Bot";
  if (comments.every(isBot)) return [...comments];
  const login = await client.rest.users.getAuthenticated().then(
    ({ data }) => data.login,
    // A workflow's token has no user of its own to ask for.
    () => undefined,
  );
  return comments.filter((comment) => (login === undefined ? isBot(comment) : comment.user?.login === login));
}

/** GitHub gives back what it was sent with its own line ends. */
function withLf(text: string | undefined): string {
  return (text ?? "").replaceAll("\r\n", "\n").trim();
}

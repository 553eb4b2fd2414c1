import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A comment as the double keeps it. */
export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
}

/** How the double answers a request instead of doing it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** GitHub's API on the loopback: the comments of one pull request, in pages of at most 100. */
export interface FakeGithub {
  readonly url: string;
  readonly comments: FakeComment[];
  /** "GET /repos/o/r/issues/7/comments?per_page=100" and so on, in order. */
  readonly requests: string[];
  /** Answers for requests to come; each is used once, by the first request whose line it matches. */
  readonly refusals: { readonly matches: RegExp; readonly refusal: Refusal; readonly forever?: boolean }[];
  /** Who the token is; undefined for a workflow's token, which has no user. */
  login?: string;
}

/** The double as a workflow's job would find it; it goes when the test ends. */
export async function startGithub(): Promise<FakeGithub> {
  const server = createServer((request, response) => void answer(request, response, github));
  await new Promise<void>((fulfil) => server.listen(0, "127.0.0.1", fulfil));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const github: FakeGithub = { url: `http://127.0.0.1:${port}`, comments: [], requests: [], refusals: [] };
  return github;
}

async function answer(request: IncomingMessage, response: ServerResponse, github: FakeGithub): Promise<void> {
  const line = `${request.method ?? ""} ${request.url ?? ""}`;
  const body = await textOf(request);
  github.requests.push(line);
  const index = github.refusals.findIndex(({ matches }) => matches.test(line));
  const refused = github.refusals[index];
  if (refused !== undefined) {
    if (refused.forever !== true) github.refusals.splice(index, 1);
    return send(
      response,
      refused.refusal.status,
      { message: refused.refusal.message },
      refused.refusal.headers,
    );
  }
  if (request.headers.authorization !== "token secret")
    return send(response, 401, { message: "Bad credentials" });
  const url = new URL(request.url ?? "", github.url);
  const one = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(url.pathname);
  if (line === "GET /user")
    return github.login === undefined
      ? send(response, 403, { message: "Resource not accessible by integration" })
      : send(response, 200, { login: github.login });
  if (url.pathname === "/repos/o/r/issues/7/comments") {
    if (request.method === "GET") return sendPage(response, url, github);
    const comment = add(github, (JSON.parse(body) as { body: string }).body);
    return send(response, 201, shown(comment, github));
  }
  const comment = github.comments.find(({ id }) => id === Number(one?.[1]));
  if (comment === undefined) return send(response, 404, { message: "Not Found" });
  if (request.method === "DELETE") {
    github.comments.splice(github.comments.indexOf(comment), 1);
    return send(response, 204);
  }
  comment.body = (JSON.parse(body) as { body: string }).body;
  send(response, 200, shown(comment, github));
}

/** Adds a comment, by the bot of a workflow unless said otherwise. */
export function add(
  github: FakeGithub,
  body: string,
  user: FakeComment["user"] = { login: "github-actions[bot]", type: "Bot" },
): FakeComment {
  const comment = { id: 1000 + github.comments.length + github.requests.length, body, user };
  github.comments.push(comment);
  return comment;
}

function sendPage(response: ServerResponse, url: URL, github: FakeGithub): void {
  const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
  const page = Number(url.searchParams.get("page") ?? 1);
  const pages = Math.ceil(github.comments.length / size);
  const link = new URL(url);
  link.searchParams.set("page", String(page + 1));
  const headers: Record<string, string> = page < pages ? { link: `<${link.href}>; rel="next"` } : {};
  const comments = github.comments.slice((page - 1) * size, page * size);
  send(
    response,
    200,
    comments.map((comment) => shown(comment, github)),
    headers,
  );
}

function shown(comment: FakeComment, github: FakeGithub): object {
  return { ...comment, html_url: `${github.url}/o/r/pull/7#issuecomment-${comment.id}` };
}

function send(
  response: ServerResponse,
  status: number,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

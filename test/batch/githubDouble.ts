import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** A pull request as the double keeps it. */
export interface FakePull {
  readonly number: number;
  readonly repository: string;
  readonly head: string;
  readonly base: string;
  title: string;
  body: string;
  readonly draft: boolean;
  state: string;
  labels: string[];
  reviewers: string[];
}

/** The part of GitHub's API that batch uses, on loopback: the real one cannot be here. */
export interface GithubDouble {
  readonly url: string;
  readonly pulls: FakePull[];
  /** `METHOD path`, in the order they came. */
  readonly requests: string[];
  /** What the next request with this beginning is answered instead; each once. */
  readonly next: {
    readonly begins: string;
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly message: string;
    /** The request is obeyed, and only the answer is another one: it was lost on its way. */
    readonly isObeyed?: boolean;
  }[];
  /** The commit that a branch of a repository is at. */
  headOf: (repository: string, branch: string) => string;
}

/** Starts one; it ends with the test. */
export async function startGithub(token: string): Promise<GithubDouble> {
  const double: GithubDouble = { url: "", pulls: [], requests: [], next: [], headOf: () => "" };
  const server = createServer((request, response) => {
    void answer(double, token, request, response);
  });
  await new Promise<void>((fulfil) => server.listen(0, "127.0.0.1", fulfil));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(double, { url: `http://127.0.0.1:${port}` });
}

async function answer(
  double: GithubDouble,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://double");
  const line = `${request.method} ${url.pathname}`;
  double.requests.push(line);
  if (request.headers.authorization !== `token ${token}`)
    return write(response, 401, { message: "Bad credentials" });
  const index = double.next.findIndex(({ begins }) => line.startsWith(begins));
  const [instead] = index < 0 ? [] : double.next.splice(index, 1);
  const send = (status: number, answered: unknown): void =>
    instead === undefined
      ? write(response, status, answered)
      : write(response, instead.status, { message: instead.message }, instead.headers);
  if (instead !== undefined && instead.isObeyed !== true) return send(instead.status, {});
  const body = await bodyOf(request);
  const [, owner = "", name = "", rest = ""] = /^\/repos\/([^/]+)\/([^/]+)(.*)$/.exec(url.pathname) ?? [];
  const repository = `${owner}/${name}`;
  const shown = (pull: FakePull) => ({
    ...pull,
    html_url: `https://github.com/${repository}/pull/${pull.number}`,
    merged_at: null,
    head: { sha: double.headOf(repository, pull.head) },
  });
  if (request.method === "GET" && rest === "") return send(200, { default_branch: "main" });
  if (request.method === "GET" && rest === "/pulls") {
    const wanted = url.searchParams.get("head");
    return send(
      200,
      double.pulls
        .filter((pull) => pull.repository === repository && wanted === `${owner}:${pull.head}`)
        .map(shown),
    );
  }
  if (request.method === "POST" && rest === "/pulls") {
    const { head, base, title, body: text, draft } = body as unknown as FakePull;
    const isThere = double.pulls.some(
      (pull) => pull.repository === repository && pull.head === head && pull.state === "open",
    );
    if (isThere) return send(422, { message: "Validation Failed: A pull request already exists" });
    const pull: FakePull = {
      number: double.pulls.length + 1,
      repository,
      head,
      base,
      title,
      body: text,
      draft,
      state: "open",
      labels: [],
      reviewers: [],
    };
    double.pulls.push(pull);
    return send(201, shown(pull));
  }
  const pull = double.pulls[Number(/\/(?:pulls|issues)\/(\d+)/.exec(rest)?.[1]) - 1];
  if (pull === undefined) return send(404, { message: "Not Found" });
  if (request.method === "PATCH") Object.assign(pull, { title: body["title"], body: body["body"] });
  else if (rest.endsWith("/labels"))
    pull.labels = [...new Set([...pull.labels, ...(body["labels"] as string[])])];
  else if (rest.endsWith("/requested_reviewers")) pull.reviewers = body["reviewers"] as string[];
  return send(200, shown(pull));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function write(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

import type { Octokit } from "octokit";
import { UserError } from "../pipeline/userError.ts";

/** How GitHub is reached. */
export interface GithubAccess {
  /** For example `https://api.github.com`; of an Enterprise server, `https://<host>/api/v3`. */
  readonly apiUrl: string;
  readonly token: string;
  /** A rate limit is being waited for; seconds. */
  readonly onWait: (seconds: number, kind: "primary" | "secondary") => void;
}

const DEFAULT_API = "https://api.github.com";
/** How often one request is tried again for a rate limit. */
const MAX_WAITS = 5;
/** GitHub's limits are counted by the hour; who is told to wait longer is told wrong. Seconds. */
const MAX_WAIT = 3700;
const REQUEST_MS = 60_000;

/** Address and token as CI systems hand them over. @throws {UserError} where there is no token. */
export function githubAccess(
  env: Readonly<Record<string, string | undefined>>,
): Omit<GithubAccess, "onWait"> {
  const token = env["GITHUB_TOKEN"] || env["GH_TOKEN"];
  if (!token)
    throw new UserError(
      "--pr needs a token that may write pull requests, in the variable GITHUB_TOKEN (or GH_TOKEN)",
    );
  const apiUrl = (env["GITHUB_API_URL"] || DEFAULT_API).replace(/\/+$/, "");
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol))
    throw new UserError(`GITHUB_API_URL must be an http(s) URL, but is "${apiUrl}"`);
  return { apiUrl, token };
}

/** The hosts whose repositories the API speaks of; of others, the manifest must name the repository on GitHub. */
export function githubHosts(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const server = env["GITHUB_SERVER_URL"];
  const own = server !== undefined && URL.canParse(server) ? [new URL(server).host] : [];
  return ["github.com", "www.github.com", "ssh.github.com", ...own];
}

/** GitHub's library, which only those need who open pull requests. @throws {UserError} where it is missing. */
export async function loadOctokit(): Promise<typeof import("octokit")> {
  return import("octokit").catch(() => {
    throw new UserError("--pr needs the package octokit: npm install octokit");
  });
}

/** A client that keeps GitHub's pace, and waits where a rate limit, primary or secondary, is reached. */
export async function connectGithub({ apiUrl, token, onWait }: GithubAccess): Promise<Octokit> {
  const { Octokit: Client } = await loadOctokit();
  const waitFor =
    (kind: "primary" | "secondary") =>
    (seconds: number, _options: object, _client: unknown, retryCount: number): boolean => {
      if (retryCount >= MAX_WAITS || seconds > MAX_WAIT) return false;
      onWait(seconds, kind);
      return true;
    };
  return new Client({
    auth: token,
    baseUrl: apiUrl,
    userAgent: "sadpath",
    request: {
      // Without an end, a server that never answers would hold the run for ever.
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_MS) }),
    },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    throttle: { onRateLimit: waitFor("primary"), onSecondaryRateLimit: waitFor("secondary") },
  });
}

function ignore(): void {
  // What matters of its log is told by `onWait` and by errors.
}

import type { Octokit } from "octokit";

/** How GitHub is reached. */
export interface GithubAccess {
  /** For example `https://api.github.com`; of an Enterprise server, `https://<host>/api/v3`. */
  readonly apiUrl: string;
  readonly token: string;
  /** A rate limit is being waited for; seconds. */
  readonly onWait: (seconds: number, kind: "primary" | "secondary") => void;
}

/** The optional package `octokit` is not installed. */
export class OctokitMissing extends Error {
  override readonly name = "OctokitMissing";
}

/** How often one request is tried again for a rate limit. */
const MAX_WAITS = 5;
/** GitHub's limits are counted by the hour; who is told to wait longer is told wrong. Seconds. */
const MAX_WAIT = 3700;
const REQUEST_MS = 60_000;

/** GitHub's library, which only those need who open pull requests. @throws {OctokitMissing} */
export async function loadOctokit(): Promise<typeof import("octokit")> {
  return import("octokit").catch(() => {
    throw new OctokitMissing("--pr needs the package octokit: npm install octokit");
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

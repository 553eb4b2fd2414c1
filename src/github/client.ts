import type { Octokit } from "octokit";

/** How GitHub is reached, and how long its rate limits are waited for. */
export interface ClientOptions {
  readonly token: string;
  /** For example `https://api.github.com`; of an Enterprise server, `https://<host>/api/v3`. */
  readonly apiUrl: string;
  /** What needs the client, for the message where octokit is missing: "comments", "--pr". */
  readonly purpose: string;
  readonly patience: Patience;
  /** Told of each wait. */
  readonly onWait: (seconds: number, kind: "primary" | "secondary") => void;
}

/** How often a rate limit is waited for, and for how long at most, in seconds. */
export interface Patience {
  readonly waits: number;
  readonly seconds: number;
}

/** A job in a workflow costs by the minute: longer than this nobody waits for a comment. */
export const BRIEF: Patience = { waits: 2, seconds: 60 };
/** GitHub's limits are counted by the hour; who is told to wait longer is told wrong. */
export const PATIENT: Patience = { waits: 5, seconds: 3700 };
const REQUEST_MS = 60_000;

/** The optional package `octokit` is not installed. */
export class OctokitMissing extends Error {
  override readonly name = "OctokitMissing";
}

/** GitHub's library, which only those need who comment or open pull requests. @throws {OctokitMissing} */
export async function loadOctokit(purpose: string): Promise<typeof import("octokit")> {
  return import("octokit").catch(() => {
    throw new OctokitMissing(
      `${purpose} need${purpose.endsWith("s") ? "" : "s"} the package octokit: npm install octokit`,
    );
  });
}

/**
 * A client that waits when GitHub says for how long, as long as `patience` goes; then the refusal is the answer. A
 * server's own failures are tried again by octokit.
 * @throws {OctokitMissing}
 */
export async function createClient(options: ClientOptions): Promise<Octokit> {
  const { token, apiUrl, patience, onWait } = options;
  const { Octokit: Client } = await loadOctokit(options.purpose);
  const waitFor =
    (kind: "primary" | "secondary") =>
    (seconds: number, _options: object, _client: unknown, waits: number): boolean => {
      const isWorthIt = waits < patience.waits && seconds <= patience.seconds;
      if (isWorthIt) onWait(seconds, kind);
      return isWorthIt;
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
    // Its own messages would come between the annotations of a job's log; what matters of them is told by `onWait`.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    throttle: { onRateLimit: waitFor("primary"), onSecondaryRateLimit: waitFor("secondary") },
  });
}

function ignore(): void {
  // See above.
}

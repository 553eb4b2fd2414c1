import type { Octokit } from "octokit";

/** What GitHub's API is asked with. */
export interface ClientOptions {
  readonly token: string;
  /** For example `https://api.github.com`. */
  readonly apiUrl: string;
  /** Told of each wait. */
  readonly onWait: (seconds: number, why: string) => void;
}

/** The optional package `octokit` is not installed. */
export class OctokitMissing extends Error {
  override readonly name = "OctokitMissing";
}

/** Longer than this nobody waits for a comment. */
const MAX_WAIT_SECONDS = 60;
const MAX_WAITS = 2;

/**
 * A client that waits when GitHub says for how long, at most twice and at most a minute each; then the refusal is the
 * answer. A server's own failures are tried again by octokit.
 * @throws {OctokitMissing}
 */
export async function createClient({ token, apiUrl, onWait }: ClientOptions): Promise<Octokit> {
  const { Octokit: Client } = await import("octokit").catch(() => {
    throw new OctokitMissing("comments need the package octokit: npm install octokit");
  });
  const waitFor =
    (why: string) =>
    (seconds: number, _options: object, _client: unknown, waits: number): boolean => {
      const isWorthIt = waits < MAX_WAITS && seconds <= MAX_WAIT_SECONDS;
      if (isWorthIt) onWait(seconds, why);
      return isWorthIt;
    };
  return new Client({
    auth: token,
    baseUrl: apiUrl,
    userAgent: "sadpath",
    throttle: {
      onRateLimit: waitFor("GitHub's rate limit is used up"),
      onSecondaryRateLimit: waitFor("GitHub asks to slow down"),
    },
    // Its own messages would come between the annotations of a job's log.
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });
}

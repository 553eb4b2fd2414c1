import type { ClientOptions } from "../github/client.ts";
import { UserError } from "../pipeline/userError.ts";

const DEFAULT_API = "https://api.github.com";

/** Address and token as CI systems hand them over. @throws {UserError} where there is no token. */
export function githubAccess(
  env: Readonly<Record<string, string | undefined>>,
): Pick<ClientOptions, "apiUrl" | "token"> {
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

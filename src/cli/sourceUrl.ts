import { relative, sep } from "node:path";
import { enclosingWorkTree } from "../pipeline/git.ts";
import { encodePath } from "../report/sourceUrl.ts";

/**
 * The address of a folder in the browser, at the commit that a CI job runs for: GitHub Actions and GitLab say it in
 * their variables. Elsewhere nothing is known, and nothing is asked.
 */
export function sourceUrlOf(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): string | undefined {
  const base = commitUrl(env);
  const top = base === undefined ? undefined : enclosingWorkTree(folder);
  if (base === undefined || top === undefined) return undefined;
  const path = relative(top, folder).split(sep).join("/");
  return path === "" ? base : `${base}/${encodePath(path)}`;
}

function commitUrl(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  if (server !== undefined && repository !== undefined && sha !== undefined)
    return webUrl(`${server}/${repository}/blob/${env["SADPATH_HEAD_SHA"] || sha}`);
  const { CI_PROJECT_URL: project, CI_COMMIT_SHA: commit } = env;
  if (project !== undefined && commit !== undefined) return webUrl(`${project}/-/blob/${commit}`);
  return undefined;
}

function webUrl(text: string): string | undefined {
  return /^https?:\/\/[^\s"'<>]+$/.test(text) ? text : undefined;
}

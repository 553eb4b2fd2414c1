import { git, type GitAnswer, type GitSetting } from "../pipeline/git.ts";
import type { Transport } from "./source.ts";

/** A clone, and the one remote repository that it may talk to. */
export interface RemoteGit {
  readonly folder: string;
  readonly url: string;
  readonly transport: Transport;
}

/**
 * Runs git in a clone that may talk to its one remote, called `origin`.
 * The address is handed over in the environment: in the arguments every user of the machine could read its credentials,
 * and in the clone's config they would stay.
 */
export async function remoteGit(
  { folder, url, transport }: RemoteGit,
  args: readonly string[],
  settings: readonly GitSetting[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<GitAnswer> {
  return git(
    folder,
    [...allow(transport), ...args],
    [["remote.origin.url", url], ...(await withoutFilters(folder)), ...settings],
    undefined,
    {
      // A question would wait for ever: nobody is there to answer it.
      GIT_ASKPASS: "true",
      SSH_ASKPASS: "true",
      GIT_TERMINAL_PROMPT: "0",
      GCM_INTERACTIVE: "never",
      GIT_LFS_SKIP_SMUDGE: "1",
      // A clone without blobs gets those that it checks out now.
      GIT_NO_LAZY_FETCH: "0",
      ...variables,
    },
  );
}

/** The user's own `url.<base>.insteadOf` often turns https into ssh or back; nothing else may take the place of a URL. */
function allow(transport: Transport): string[] {
  const transports = transport === "file" ? ["file"] : [...new Set([transport, "https", "ssh"])];
  return transports.flatMap((name) => ["-c", `protocol.${name}.allow=always`]);
}

let drivers: Promise<readonly GitSetting[]> | undefined;

/** The user's own filters (git-lfs and the like), switched off: a target's .gitattributes must not start them. */
async function withoutFilters(folder: string): Promise<readonly GitSetting[]> {
  drivers ??= git(folder, ["config", "--includes", "-z", "--name-only", "--get-regexp", "^filter\\."]).then(
    ({ stdout }) => {
      const names = stdout.split("\0").flatMap((name) => /^filter\.(.+)\.[a-z]+$/is.exec(name)?.[1] ?? []);
      return [...new Set(["lfs", ...names])].flatMap((driver): GitSetting[] => [
        [`filter.${driver}.clean`, ""],
        [`filter.${driver}.smudge`, ""],
        [`filter.${driver}.process`, ""],
        [`filter.${driver}.required`, "false"],
      ]);
    },
  );
  return drivers;
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { codeOf, UserError } from "./userError.ts";

/** What a git command answered. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository as seen from one folder in it. */
export interface GitRepository {
  /** Absolute path of the work tree. */
  readonly top: string;
  /** Absolute path of the git directory of this work tree. */
  readonly gitDir: string;
  /** The folder itself, relative to the work tree: empty, or with a slash at its end. */
  readonly prefix: string;
}

/** A git setting for one command; not as `-c`, whose first `=` ends the name even inside a subsection. */
export type GitSetting = readonly [name: string, value: string];

/**
 * The target's git config is as untrusted as its code, and git runs programs that a config names.
 * Nothing here needs a hook, a file system monitor, a pager or another machine.
 */
const SAFE_CONFIG = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.quotePath=false",
  "protocol.allow=never",
  "submodule.recurse=false",
  "safe.bareRepository=explicit",
].flatMap((entry) => ["-c", entry]);

/** Variables by which a surrounding git command (a hook) points at *its* repository; ours is found from the folder. */
const FOREIGN_VARIABLES = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_PREFIX",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_EXTERNAL_DIFF",
  "GIT_DIFF_OPTS",
  "GIT_CONFIG_PARAMETERS",
];

const MAX_OUTPUT = 1 << 30;

/**
 * Runs git in a folder, with everything switched off through which the target's config could start a program.
 * Never throws for an answer other than 0; throws a `UserError` where git itself is missing.
 * @param variables more environment, which wins: what talks to another machine allows the one transport it needs.
 */
export async function git(
  cwd: string,
  args: readonly string[],
  settings: readonly GitSetting[] = [],
  indexFile?: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<GitAnswer> {
  return new Promise((fulfil, reject) => {
    const options = {
      cwd,
      env: { ...environment(settings, indexFile), ...variables },
      maxBuffer: MAX_OUTPUT,
      encoding: "utf8" as const,
    };
    execFile("git", ["--no-pager", ...SAFE_CONFIG, ...args], options, (error, stdout, stderr) => {
      if (error === null) fulfil({ code: 0, stdout, stderr });
      else if (typeof error.code === "number") fulfil({ code: error.code, stdout, stderr });
      else if (codeOf(error) === "ENOENT") reject(new UserError("git is not installed, or not on the PATH"));
      else reject(error);
    });
  });
}

/** As `git`, for commands that must succeed: throws a `UserError` with git's own words. */
export async function gitOutput(
  cwd: string,
  args: readonly string[],
  settings: readonly GitSetting[] = [],
  indexFile?: string,
): Promise<string> {
  const answer = await git(cwd, args, settings, indexFile);
  if (answer.code === 0) return answer.stdout;
  throw new UserError(`git ${args[0] ?? ""} failed: ${firstLine(answer.stderr)}`);
}

/** The repository that a folder belongs to; undefined where there is none. */
export async function findRepository(folder: string): Promise<GitRepository | undefined> {
  const answer = await git(folder, ["rev-parse", "--show-toplevel", "--absolute-git-dir", "--show-prefix"]);
  if (answer.code !== 0) {
    if (/not a git repository|must be run in a work tree/i.test(answer.stderr)) return undefined;
    throw new UserError(`git cannot read the repository of ${folder}: ${firstLine(answer.stderr)}`);
  }
  const [top, gitDir, prefix] = answer.stdout.split("\n");
  if (!top || !gitDir) return undefined;
  // `core.worktree` can claim any folder, the user's home for one: only the folder that holds the `.git` is believed.
  if ((await realpath(top)) !== enclosingWorkTree(await realpath(folder))) return undefined;
  return { top: resolve(top), gitDir: resolve(gitDir), prefix: prefix ?? "" };
}

/** The nearest folder upwards that has a `.git`: cheaper than asking git once for each folder. */
export function enclosingWorkTree(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (current === dirname(current)) return undefined;
  }
}

/** As `findRepository`; `purpose` begins the error, for example "--since". */
export async function requireRepository(folder: string, purpose: string): Promise<GitRepository> {
  const repository = await findRepository(folder);
  if (repository === undefined)
    throw new UserError(`${purpose} needs a git repository, and ${folder} is not in one`);
  return repository;
}

/**
 * The clean filters that a repository's own config defines, switched off: comparing a file with the index runs them.
 * Those of the user's config stay, since without them (git-lfs) every filtered file would look changed.
 */
export async function withoutOwnFilters(repository: GitRepository): Promise<GitSetting[]> {
  const list = ["--includes", "-z", "--name-only", "--list"];
  const answers = await Promise.all(
    ["--local", "--worktree"].map((scope) => git(repository.top, ["config", scope, ...list])),
  );
  const names = answers.flatMap(({ stdout }) => stdout.split("\0"));
  const drivers = new Set(
    names.flatMap((name) => /^filter\.(.+)\.(?:clean|smudge|process)$/s.exec(name)?.[1] ?? []),
  );
  return [...drivers].flatMap((driver): GitSetting[] => [
    [`filter.${driver}.clean`, ""],
    [`filter.${driver}.process`, ""],
    [`filter.${driver}.required`, "false"],
  ]);
}

/** A path as git names it: relative to the work tree, forward slashes. Links in the folders are followed, as git does. */
export async function pathInRepository(repository: GitRepository, file: string): Promise<string> {
  const real = join(await realpath(dirname(file)), basename(file));
  return relative(await realpath(repository.top), real)
    .split(sep)
    .join("/");
}

/** The first line that says something, without git's own prefix. */
function firstLine(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "unknown reason";
  return line.replace(/^(?:fatal|error|warning):\s*/, "").trim();
}

function environment(settings: readonly GitSetting[], indexFile: string | undefined): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of FOREIGN_VARIABLES) delete env[name];
  Object.assign(env, {
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    // `app/[id]/page.tsx` is a path here, never a pattern.
    GIT_LITERAL_PATHSPECS: "1",
    // The messages are read.
    LC_ALL: "C",
    LANGUAGE: "C",
  });
  if (indexFile !== undefined) env["GIT_INDEX_FILE"] = indexFile;
  const given = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  settings.forEach(([name, value], index) => {
    env[`GIT_CONFIG_KEY_${given + index}`] = name;
    env[`GIT_CONFIG_VALUE_${given + index}`] = value;
  });
  if (settings.length > 0) env["GIT_CONFIG_COUNT"] = String(given + settings.length);
  return env;
}

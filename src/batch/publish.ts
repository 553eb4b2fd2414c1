import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { git } from "../pipeline/git.ts";
import { messageOf } from "../pipeline/userError.ts";
import { fetchCommit, type Clone } from "./checkout.ts";
import { failure, type PublishJob, type PublishOutcome } from "./job.ts";
import { gitError, JobError } from "./jobError.ts";
import { remoteGit } from "./remoteGit.ts";
import type { Source } from "./source.ts";

/** Stands in every commit that sadpath makes: a branch whose last commit lacks it belongs to somebody else. */
const TRAILER = "Generated-by: sadpath";

/** Hooks of a repository on this machine would be run by git on its side. */
const WITHOUT_HOOKS = "--receive-pack=git -c core.hooksPath=/dev/null receive-pack";

/**
 * Makes the commit of a patch, and pushes it. The commit is made in git's store alone, without a work tree:
 * no hook, no filter and no link of the target takes part. A branch that has the same content is not pushed again.
 * Never throws.
 */
export async function publish(job: PublishJob, workFolder: string): Promise<PublishOutcome> {
  try {
    const clone = await fetchCommit(job.source as Source, join(workFolder, "publish"), false);
    if (clone.commit !== job.base) return { status: "moved" };
    const commit = await commitPatch(clone, job);
    if (!job.push) {
      const mail = await inClone(clone, [
        "format-patch",
        "--stdout",
        "--full-index",
        "--no-signature",
        "-1",
        commit,
      ]);
      return { status: "done", commit, pushed: false, artefacts: { "commit.patch": mail } };
    }
    return await push(clone, commit, job);
  } catch (error) {
    const { stage, isTransient } = error instanceof JobError ? error : { stage: "push", isTransient: false };
    return failure(stage, messageOf(error).split("\n")[0] ?? "", isTransient);
  }
}

async function commitPatch(clone: Clone, job: PublishJob): Promise<string> {
  const folder = clone.remote.folder;
  const patch = join(folder, ".git/sadpath.patch");
  const message = join(folder, ".git/sadpath.message");
  await writeFile(patch, job.patch);
  await writeFile(message, `${job.message.trimEnd()}\n\n${TRAILER}\n`);
  await inClone(clone, ["read-tree", clone.commit]);
  await inClone(clone, ["apply", "--cached", "--whitespace=nowarn", patch]);
  const tree = (await inClone(clone, ["write-tree"])).trim();
  const commit = await inClone(
    clone,
    ["commit-tree", tree, "-p", clone.commit, "-F", message],
    identityOf(job.author),
  );
  return commit.trim();
}

async function push(clone: Clone, commit: string, job: PublishJob): Promise<PublishOutcome> {
  const target = `refs/heads/${job.branch}`;
  const { tip, defaultBranch } = await remoteState(clone, target);
  const baseBranch = job.source.ref ?? defaultBranch;
  if (job.branch === defaultBranch)
    throw new JobError("push", `"${job.branch}" is the default branch; choose another one with --branch`);
  const base = baseBranch === undefined ? {} : { baseBranch };
  if (tip !== undefined) {
    const theirs = await publishedCommit(clone, target);
    if (isSameContent(theirs, await rawCommit(clone, commit)))
      return { status: "done", commit: tip, pushed: false, ...base, artefacts: {} };
    if (!theirs.includes(`\n${TRAILER}`))
      throw new JobError(
        "push",
        `the branch "${job.branch}" holds commits that sadpath did not make; delete it, or choose another one with --branch`,
      );
  }
  const lease = `--force-with-lease=${target}:${tip ?? ""}`;
  const isLocal = clone.remote.transport === "file";
  const options = ["--quiet", "--no-verify", "--no-signed", "--no-follow-tags", "--recurse-submodules=no"];
  const answer = await remoteGit(clone.remote, [
    "push",
    ...options,
    lease,
    ...(isLocal ? [WITHOUT_HOOKS] : []),
    "origin",
    `${commit}:${target}`,
  ]);
  if (answer.code !== 0) throw gitError("push", answer.stderr);
  return { status: "done", commit, pushed: true, ...base, artefacts: {} };
}

/** The branch's commit at the remote, and the name of its default branch. */
async function remoteState(
  clone: Clone,
  target: string,
): Promise<{ tip: string | undefined; defaultBranch: string | undefined }> {
  const answer = await remoteGit(clone.remote, [
    "ls-remote",
    "--quiet",
    "--symref",
    "origin",
    "HEAD",
    target,
  ]);
  if (answer.code !== 0) throw gitError("push", answer.stderr);
  const lines = answer.stdout.split("\n");
  const head = lines.flatMap((line) => /^ref: refs\/heads\/(.+)\tHEAD$/.exec(line)?.[1] ?? []);
  const tips = lines.flatMap((line) =>
    line.endsWith(`\t${target}`) ? line.slice(0, line.indexOf("\t")) : [],
  );
  return { tip: tips[0], defaultBranch: head[0] };
}

async function publishedCommit(clone: Clone, target: string): Promise<string> {
  const place = "refs/sadpath/published";
  const fetch = [
    "fetch",
    "--quiet",
    "--depth=1",
    "--no-tags",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
  ];
  const answer = await remoteGit(clone.remote, [
    ...fetch,
    "--filter=blob:none",
    "origin",
    `+${target}:${place}`,
  ]);
  if (answer.code !== 0) throw gitError("push", answer.stderr);
  return rawCommit(clone, place);
}

async function rawCommit(clone: Clone, name: string): Promise<string> {
  return inClone(clone, ["cat-file", "commit", name]);
}

/** The same files, the same parent and the same message; author and time do not count. */
function isSameContent(a: string, b: string): boolean {
  return essenceOf(a) === essenceOf(b);
}

function essenceOf(raw: string): string {
  const end = raw.indexOf("\n\n");
  const head = raw.slice(0, end).split("\n");
  return [...head.filter((line) => /^(?:tree|parent) /.test(line)), raw.slice(end)].join("\n");
}

async function inClone(
  clone: Clone,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await remoteGit(clone.remote, args, [], variables);
  if (answer.code !== 0) throw gitError("commit", answer.stderr);
  return answer.stdout;
}

/** `Name <address>` for git. */
function identityOf(author: string | undefined): Record<string, string> {
  const [, name, address] = /^(.*) <(.*)>$/.exec(author ?? "") ?? [];
  if (name === undefined || address === undefined) return {};
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: address,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: address,
  };
}

/** Whether git knows whose commits these are. */
export async function hasGitIdentity(folder: string): Promise<boolean> {
  const { code } = await git(folder, ["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"]);
  return code === 0;
}

import { mkdir, readlink, realpath, rm, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { git, gitOutput } from "../pipeline/git.ts";
import { gitError, JobError } from "./jobError.ts";
import { remoteGit, type RemoteGit } from "./remoteGit.ts";
import { transportOf, type Source } from "./source.ts";

/** Where the fetched commit stands in a clone. */
const BASE = "refs/sadpath/base";
/** Bytes that must be left on the disk before a clone is begun. */
const MIN_FREE = 256 * 2 ** 20;

/** Never read, and often most of a repository's bytes: not fetched where the server can leave out blobs. */
const BULKY =
  "png jpg jpeg gif webp avif ico bmp tif tiff psd ai sketch mp3 mp4 m4a mov avi mkv webm wav flac ogg pdf zip gz tgz bz2 xz 7z rar jar war exe dll so dylib a o class wasm node woff woff2 ttf otf eot bin dat db sqlite parquet onnx pt h5 dmg iso apk ipa";

/** What a fetch needs to know. */
export interface CheckoutRequest {
  readonly source: Source;
  /** Absolute; must not exist. */
  readonly folder: string;
  /** With everything in it, for commands that are the repository's own. */
  readonly isWhole: boolean;
}

/** A repository as it was fetched. */
export interface Clone {
  readonly remote: RemoteGit;
  /** The commit, in full. */
  readonly commit: string;
}

/** The one commit of a source, without its blobs where the server can; nothing is checked out yet. @throws {JobError} */
export async function fetchCommit(source: Source, folder: string, wantsBlobs: boolean): Promise<Clone> {
  await checkSpace(dirname(folder));
  await mkdir(folder);
  // No template: it could hold hooks.
  await gitOutput(folder, ["init", "--quiet", "--template="]);
  const remote = { folder, url: source.location, transport: transportOf(source) };
  const fetch = [
    "fetch",
    "--quiet",
    "--depth=1",
    "--no-tags",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
  ];
  const answer = await remoteGit(remote, [
    ...fetch,
    ...(wantsBlobs ? [] : ["--filter=blob:none"]),
    "origin",
    `+${source.ref ?? "HEAD"}:${BASE}`,
  ]);
  if (answer.code !== 0) throw gitError("clone", answer.stderr);
  const commit = (await gitOutput(folder, ["rev-parse", "--verify", `${BASE}^{commit}`])).trim();
  return { remote, commit };
}

/** Fetches a source and checks it out: shallow, no hooks, no submodules, no filters, no links that lead out of it. */
export async function checkOut({ source, folder, isWhole }: CheckoutRequest): Promise<Clone> {
  const clone = await fetchCommit(source, folder, isWhole);
  if (!isWhole) await leaveOutBulky(folder);
  const answer = await remoteGit(clone.remote, ["checkout", "--quiet", "--detach", clone.commit]);
  if (answer.code !== 0) throw gitError("clone", answer.stderr);
  await removeOutwardLinks(folder);
  return clone;
}

async function leaveOutBulky(folder: string): Promise<void> {
  await gitOutput(folder, ["config", "core.sparseCheckout", "true"]);
  await mkdir(join(folder, ".git/info"), { recursive: true });
  const patterns = BULKY.split(" ").map((extension) => `!*.${extension}`);
  await writeFile(join(folder, ".git/info/sparse-checkout"), `${["/*", ...patterns].join("\n")}\n`);
}

/** A link of the target must not make us read, or a report show, a file of this machine. */
async function removeOutwardLinks(folder: string): Promise<void> {
  const { stdout } = await git(folder, ["ls-files", "--stage", "-z"]);
  const top = await realpath(folder);
  for (const entry of stdout.split("\0")) {
    if (!entry.startsWith("120000 ")) continue;
    const link = join(folder, entry.slice(entry.indexOf("\t") + 1));
    const target = await realpath(link).catch(() => unresolved(link));
    const isInner = target === top || target?.startsWith(`${top}${sep}`) === true;
    const isGits = target === join(top, ".git") || target?.startsWith(join(top, `.git${sep}`)) === true;
    if (!isInner || isGits) await rm(link, { force: true });
  }
}

/** Where a link that leads nowhere would lead; undefined where there is no such link any more. */
async function unresolved(link: string): Promise<string | undefined> {
  return readlink(link).then(
    (target) => resolve(dirname(link), target),
    () => undefined,
  );
}

async function checkSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < MIN_FREE)
    throw new JobError("clone", `only ${Math.floor(free / 2 ** 20)} MB are free in ${folder}`, true);
}

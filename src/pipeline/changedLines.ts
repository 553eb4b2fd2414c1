import { resolve, sep } from "node:path";
import { carryLine, type LineHunk, type LineRange } from "../text/lineHunks.ts";
import { git, gitOutput, requireRepository, withoutOwnFilters, type GitRepository } from "./git.ts";
import { parseHunks } from "./parseHunks.ts";
import { UserError } from "./userError.ts";

/** Whether any of the lines `startLine … endLine` of a file (relative to the root) has changed. */
export type LineSelection = (file: string, startLine: number, endLine: number) => boolean;

/** The changed lines of each file by its path in the repository; "all" for a file that git does not know. */
type ChangedLines = ReadonlyMap<string, readonly LineRange[] | "all">;

const DIFF = [
  "diff",
  "--unified=0",
  "--inter-hunk-context=0",
  "--text",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--ignore-submodules=all",
  "--find-renames",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

/**
 * The lines of the working tree that have changed since HEAD left `ref` (their merge base).
 * Renames are followed; files that git does not track, and does not ignore, count as changed throughout.
 */
export async function changedSince(root: string, ref: string): Promise<LineSelection> {
  const repository = await requireRepository(root, "--since");
  const base = await mergeBase(repository, await resolveRef(repository, ref), ref);
  const filters = await withoutOwnFilters(repository);
  const changed = new Map<string, readonly LineRange[] | "all">();
  const diff = await gitOutput(repository.top, [...DIFF, base, "--"], filters);
  for (const [file, hunks] of parseHunks(diff)) changed.set(file, newRanges(hunks));
  const untracked = await gitOutput(repository.top, ["ls-files", "-z", "--others", "--exclude-standard"]);
  for (const file of untracked.split("\0")) changed.set(file, "all");
  return selection(changed, repository.prefix);
}

/** The lines that are staged, where they stand in the working tree. */
export async function changedInIndex(root: string): Promise<LineSelection> {
  const repository = await requireRepository(root, "--staged");
  const index = indexOfHook(repository);
  const staged = parseHunks(await gitOutput(repository.top, [...DIFF, "--cached", "--"], [], index));
  const filters = await withoutOwnFilters(repository);
  const unstaged = parseHunks(await gitOutput(repository.top, [...DIFF, "--"], filters, index));
  const changed = new Map<string, readonly LineRange[]>();
  for (const [file, hunks] of staged) {
    const later = unstaged.get(file) ?? [];
    changed.set(
      file,
      newRanges(hunks).map((range) => carryOver(range, later)),
    );
  }
  return selection(changed, repository.prefix);
}

/** Whether a range touches the lines. A deletion touches them only from the inside. */
export function touches(range: LineRange, startLine: number, endLine: number): boolean {
  if (range.count === 0) return startLine <= range.start && range.start + 1 <= endLine;
  return range.start <= endLine && startLine <= range.start + range.count - 1;
}

/** Where a range of the index stands in the working tree, after later hunks that are not staged. */
export function carryOver(range: LineRange, later: readonly LineHunk[]): LineRange {
  const last = range.start + Math.max(range.count, 1) - 1;
  const start = carryLine(range.start, later, "first");
  return range.count === 0
    ? { start, count: 0 }
    : { start, count: carryLine(last, later, "last") - start + 1 };
}

function newRanges(hunks: readonly LineHunk[]): LineRange[] {
  return hunks.map((hunk) => hunk.new);
}

function selection(changed: ChangedLines, prefix: string): LineSelection {
  return (file, startLine, endLine) => {
    const ranges = changed.get(prefix + file);
    if (ranges === undefined || ranges === "all") return ranges === "all";
    return ranges.some((range) => touches(range, startLine, endLine));
  };
}

/** In a pre-commit hook, the index that is about to be committed (`git commit -a`, `git commit <file>`). */
function indexOfHook(repository: GitRepository): string | undefined {
  const given = process.env["GIT_INDEX_FILE"];
  if (given === undefined) return undefined;
  const path = resolve(repository.top, given);
  return path.startsWith(repository.gitDir + sep) ? path : undefined;
}

/** The commit of a ref. What looks like an option is refused before git could take it for one. */
async function resolveRef(repository: GitRepository, ref: string): Promise<string> {
  const unknown = new UserError(`--since: "${ref}" is not a commit, branch or tag of this repository`);
  if (ref === "" || ref.startsWith("-") || ref.includes("\0")) throw unknown;
  const answer = await git(repository.top, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  if (answer.code !== 0) throw unknown;
  return answer.stdout.trim();
}

async function mergeBase(repository: GitRepository, commit: string, ref: string): Promise<string> {
  const answer = await git(repository.top, ["merge-base", commit, "HEAD"]);
  const base = answer.stdout.trim().split("\n")[0];
  if (answer.code === 0 && base) return base;
  throw new UserError(
    `--since: "${ref}" and HEAD have no common ancestor here; in a shallow clone, fetch more history (git fetch --unshallow)`,
  );
}

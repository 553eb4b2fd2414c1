import { realpath } from "node:fs/promises";
import { dirname } from "node:path";
import {
  enclosingWorkTree,
  findRepository,
  gitOutput,
  pathInRepository,
  withoutOwnFilters,
  type GitRepository,
} from "./git.ts";

/** A file that git could not give back if it were overwritten. */
export interface UnsafeFile {
  /** As it was given. */
  readonly file: string;
  readonly reason: "has uncommitted changes" | "is not tracked by git" | "is not in a git repository";
}

/**
 * Which of these files (absolute paths) git could not give back as they are now.
 * Each is looked up in the repository that it lies in, which need not be the root's: nested ones count.
 */
export async function findUnsafeFiles(files: readonly string[]): Promise<UnsafeFile[]> {
  const byRepository = new Map<string | undefined, string[]>();
  // A link is written where it leads.
  const real = new Map<string, string>();
  for (const file of files) real.set(file, await realpath(file).catch(() => file));
  for (const file of real.values()) {
    const top = enclosingWorkTree(dirname(file));
    const members = byRepository.get(top);
    if (members === undefined) byRepository.set(top, [file]);
    else members.push(file);
  }
  const groups = [...byRepository].map(async ([top, members]): Promise<UnsafeFile[]> => {
    const repository = top === undefined ? undefined : await findRepository(top);
    if (repository === undefined)
      return members.map((file) => ({ file, reason: "is not in a git repository" }));
    return unsafeIn(repository, members);
  });
  const unsafe = new Map((await Promise.all(groups)).flat().map((entry) => [entry.file, entry]));
  return files.flatMap((file) => {
    const found = unsafe.get(real.get(file) ?? file);
    return found === undefined ? [] : [{ ...found, file }];
  });
}

async function unsafeIn(repository: GitRepository, files: readonly string[]): Promise<UnsafeFile[]> {
  const paths = new Map<string, string>();
  for (const file of files) paths.set(await pathInRepository(repository, file), file);
  const filters = await withoutOwnFilters(repository);
  const tracked = new Set<string>();
  const changed = new Set<string>();
  for (const some of chunks([...paths.keys()])) {
    const listed = await gitOutput(repository.top, ["ls-files", "-z", "--", ...some], filters);
    for (const path of listed.split("\0")) tracked.add(path);
    const status = [
      "status",
      "--porcelain=v1",
      "-z",
      "--no-renames",
      "--untracked-files=no",
      "--ignore-submodules=all",
      "--",
    ];
    const entries = await gitOutput(repository.top, [...status, ...some], filters);
    // "XY path", each ended by NUL; without rename detection there is one path in each.
    for (const entry of entries.split("\0")) changed.add(entry.slice(3));
  }
  return [...paths].flatMap(([path, file]): UnsafeFile[] => {
    if (!tracked.has(path)) return [{ file, reason: "is not tracked by git" }];
    return changed.has(path) ? [{ file, reason: "has uncommitted changes" }] : [];
  });
}

/** Command lines have a length limit; Windows' is 32 KB. */
function chunks(paths: readonly string[]): string[][] {
  const result: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const path of paths) {
    if (size + path.length > 20_000) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(path);
    size += path.length + 1;
  }
  return result;
}

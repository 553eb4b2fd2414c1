import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { UserError } from "../pipeline/userError.ts";
import { findRoot } from "../project/findRoot.ts";
import { suggest } from "./nearest.ts";

/** Where a run works. */
export interface Places {
  /** Absolute: the project, within which imports are followed. Fingerprints and the baseline name files from here. */
  readonly root: string;
  /** Absolute: what file names in reports are relative to. */
  readonly shownFrom: string;
  /** Absolute files and folders. */
  readonly paths: readonly string[];
}

/**
 * Turns the arguments into existing files and folders. A name that exists is never taken for a glob (`app/[id]/page.tsx`).
 * Names are shown from the current folder, so that they can be clicked and `git apply` works there;
 * with paths outside of it, from their project.
 * @param commands names that a lone misspelt argument may have meant.
 */
export async function resolvePlaces(
  args: readonly string[],
  cwd: string,
  commands: readonly string[],
): Promise<Places> {
  const paths: string[] = [];
  for (const arg of args) paths.push(...(await resolveArgument(arg, cwd, commands)));
  if (paths.length === 0) paths.push(cwd);
  const root = projectRoot(paths, cwd);
  return { root, shownFrom: paths.every((path) => isInside(path, cwd)) ? cwd : root, paths };
}

/**
 * The project that the paths lie in. Where nothing marks one, the current folder if they lie in it:
 * `sadpath src/api` may follow imports to `src/lib`. The home folder, and what is above it, is nobody's project.
 */
export function projectRoot(paths: readonly string[], cwd: string): string {
  const root = resolve(findRoot(paths, cwd));
  const isMarked = [".git", "package.json"].some((name) => existsSync(join(root, name)));
  return !isMarked && isInside(root, cwd) && !isInside(homedir(), cwd) ? cwd : root;
}

async function resolveArgument(arg: string, cwd: string, commands: readonly string[]): Promise<string[]> {
  const path = resolve(cwd, arg);
  if (await exists(path)) return [path];
  if (!isDynamicPattern(arg)) {
    const command = suggest(arg, commands).replace("did you mean", "did you mean the command");
    throw new UserError(`no such file or folder: ${arg}${command}`);
  }
  const found = await glob(arg, {
    cwd,
    absolute: true,
    onlyFiles: true,
    ignore: ["**/node_modules/**"],
    followSymbolicLinks: false,
  });
  if (found.length === 0) throw new UserError(`no file matches: ${arg}`);
  return found.toSorted().map((file) => resolve(file));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a path is a folder or lies in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

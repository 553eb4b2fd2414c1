import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirOf, isWithin, toAbsolute } from "./paths.ts";

/**
 * The folder within which imports are followed when findings are looked for in `paths`: the enclosing git top level,
 * else the workspace root, else the nearest folder with a package.json, else the folder that all paths share.
 * Never above the git top level or the home folder, and the home folder only when it is itself a package.
 */
export function findRoot(
  paths: readonly string[],
  cwd: string = process.cwd(),
  homeFolder: string = homedir(),
): string {
  const shared = commonFolder(
    (paths.length > 0 ? paths : ["."]).map((path) => folderOf(toAbsolute(path, cwd))),
  );
  const home = toAbsolute(homeFolder);
  let found: string | null = null;
  for (let dir = shared; ; dir = dirOf(dir)) {
    if (isWithin(home, dir) && dir !== shared) {
      // From the home folder upwards: other people's projects, or none.
      const isPackage = dir === home && existsSync(`${dir}/package.json`);
      return found ?? (isPackage ? dir : shared);
    }
    if (existsSync(`${dir}/.git`)) return dir;
    if (isWorkspaceRoot(dir)) found = dir;
    else if (existsSync(`${dir}/package.json`)) found ??= dir;
    if (dirOf(dir) === dir) return found ?? shared;
  }
}

/** The existing folder that a path, or the fixed part of a glob, stands for. */
function folderOf(path: string): string {
  for (let dir = path; ; dir = dirOf(dir)) {
    if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true || dirOf(dir) === dir) return dir;
  }
}

function commonFolder(dirs: readonly string[]): string {
  let common = dirs[0] ?? toAbsolute(".");
  for (const dir of dirs) {
    while (!isWithin(dir, common)) common = dirOf(common);
  }
  return common;
}

function isWorkspaceRoot(dir: string): boolean {
  if (existsSync(`${dir}/pnpm-workspace.yaml`) || existsSync(`${dir}/lerna.json`)) return true;
  try {
    return readFileSync(`${dir}/package.json`, "utf8").includes('"workspaces"');
  } catch {
    return false;
  }
}

import { statSync } from "node:fs";
import type { Tree } from "./listTree.ts";
import { isWithin, toAbsolute } from "./paths.ts";
import { walkFiles } from "./walkFiles.ts";

/** Adds what the user names though git ignores it: a file by itself, a folder when nothing in it was listed. */
export function addNamedFiles(tree: Tree, root: string, paths: readonly string[]): Tree {
  const missing: string[] = [];
  const listed = new Set(tree.files);
  for (const path of paths.map((written) => toAbsolute(written))) {
    if (path === root || listed.has(path) || !isWithin(path, root)) continue;
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() === true) missing.push(path);
    else if (stats?.isDirectory() === true && !tree.files.some((file) => isWithin(file, path)))
      missing.push(...walkFiles(path).files.map((file) => `${path}/${file}`));
  }
  return missing.length === 0 ? tree : { ...tree, files: [...tree.files, ...missing] };
}

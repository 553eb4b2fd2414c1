import { statSync } from "node:fs";
import picomatch from "picomatch";
import { isTestFile } from "./isTestFile.ts";
import { isWithin, relativeTo, toAbsolute, toPosix } from "./paths.ts";

/** What the user asked for: where findings are looked for. */
interface Selection {
  readonly root: string;
  readonly paths: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** A folder or a glob of `paths`: the folder that it covers, and which files below it are meant. */
interface Place {
  readonly dir: string;
  readonly isMeant: (relativePath: string) => boolean;
}

/** The files that findings are looked for in; a test only where a path or `include` asks for it. */
export function selectTargets(files: readonly string[], selection: Selection): string[] {
  const { root, include = [], exclude = [] } = selection;
  const { named, places } = sortPaths(selection.paths.length > 0 ? selection.paths : [root]);
  const isIncluded = include.length > 0 ? picomatch([...include], { dot: true }) : null;
  const isExcluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  return files.filter((file) => {
    if (named.has(file)) return true;
    const relativePath = relativeTo(file, root);
    if (isExcluded(relativePath) || (isIncluded !== null && !isIncluded(relativePath))) return false;
    return places.some((place) => {
      if (!isWithin(file, place.dir)) return false;
      // Relative to what the user named: in a folder of tests that was asked for, files are not skipped as tests.
      const below = relativeTo(file, place.dir);
      return place.isMeant(below) && (isIncluded !== null || !isTestFile(below));
    });
  });
}

function sortPaths(paths: readonly string[]): { named: Set<string>; places: Place[] } {
  const named = new Set<string>();
  const places: Place[] = [];
  for (const path of paths) {
    const absolute = toAbsolute(path);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    const { base, glob } = picomatch.scan(toPosix(path));
    if (stats?.isFile() === true) named.add(absolute);
    else if (stats !== undefined || glob === "") places.push({ dir: absolute, isMeant: () => true });
    else places.push({ dir: toAbsolute(base), isMeant: picomatch(glob, { dot: true }) });
  }
  return { named, places };
}

import { statSync } from "node:fs";
import picomatch from "picomatch";
import { isTestFile } from "./isTestFile.ts";
import { isWithin, relativeTo, toAbsolute } from "./paths.ts";

/** What the user asked for: where findings are looked for. */
export interface Selection {
  readonly root: string;
  readonly paths: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** One of `paths`: the folder that it covers, and which files below it are meant. */
interface Place {
  readonly dir: string;
  readonly isNamed: (file: string) => boolean;
  readonly isMeant: (relativePath: string) => boolean;
}

/** The files that findings are looked for in; a test only where a path or `include` asks for it. */
export function selectTargets(files: readonly string[], selection: Selection): string[] {
  const { root, include = [], exclude = [] } = selection;
  const places = (selection.paths.length > 0 ? selection.paths : [root]).map(toPlace);
  const isIncluded = include.length > 0 ? picomatch([...include], { dot: true }) : null;
  const isExcluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  return files.filter((file) => {
    if (places.some((place) => place.isNamed(file))) return true;
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

function toPlace(path: string): Place {
  const absolute = toAbsolute(path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats?.isFile() === true) return { dir: absolute, isNamed: (file) => file === absolute, isMeant: () => false };
  const { base, glob } = picomatch.scan(path);
  if (stats !== undefined || glob === "") return { dir: absolute, isNamed: () => false, isMeant: () => true };
  return { dir: toAbsolute(base), isNamed: () => false, isMeant: picomatch(glob, { dot: true }) };
}

import { findPlatformSource, findSource, type FileSet } from "./fileSet.ts";
import type { Links } from "./links.ts";
import type { Manifests, ProjectManifest } from "./manifests.ts";
import { matchExports } from "./packageExports.ts";
import { asStrings } from "./parseJsonc.ts";
import { joinPath } from "./paths.ts";
import { sourceOfOutput } from "./sourceOfOutput.ts";

/** Finds the source files behind paths and behind packages of the tree. */
export interface ModuleFinder {
  /** The file that an absolute path means: itself, with an extension, or as a folder. */
  atPath(path: string, fromTypeScript: boolean): string | null;
  /** The file that an absolute path means as a folder: its package's entry or its index. */
  inFolder(dir: string, fromTypeScript: boolean): string | null;
  /** The file that a target in a package.json means, relative to its folder; a guess where it names build output. */
  ofTarget(dir: string, target: string, fromTypeScript: boolean): string | null;
  /** The file that `name` or `name/subpath` means, the package being the manifest's. */
  inPackage(manifest: ProjectManifest, subpath: string, fromTypeScript: boolean): string | null;
}

/** Where a package without any declared entry keeps it. */
const USUAL_ENTRIES = ["index", "src/index", "lib/index", "src/main", "main", "src/public-api"];

/** Builds the finder over the files of a tree. */
export function createModuleFinder(files: FileSet, manifests: Manifests, links: Links): ModuleFinder {
  function atPath(path: string, fromTypeScript: boolean): string | null {
    const found = findSource(files, path, fromTypeScript);
    if (found !== null) return found;
    // A file of another kind (a stylesheet, JSON, a declaration) is what is meant, and nothing for us.
    if (files.isFile(path)) return null;
    const inside = inFolder(path, fromTypeScript) ?? findPlatformSource(files, path, fromTypeScript);
    if (inside !== null) return inside;
    const real = links.follow(path);
    return real === null ? null : (findSource(files, real, fromTypeScript) ?? inFolder(real, fromTypeScript));
  }

  function inFolder(dir: string, fromTypeScript: boolean): string | null {
    const manifest = manifests.in(dir);
    if (manifest !== null) {
      for (const target of mainTargets(manifest)) {
        const file =
          sourceOfOutput(files, dir, target) ??
          findSource(files, joinPath(dir, `${target}/index`), fromTypeScript);
        if (file !== null) return file;
      }
    }
    return findSource(files, joinPath(dir, "index"), fromTypeScript);
  }

  function ofTarget(dir: string, target: string, fromTypeScript: boolean): string | null {
    return sourceOfOutput(files, dir, target) ?? atPath(joinPath(dir, target), fromTypeScript);
  }

  function inPackage(manifest: ProjectManifest, subpath: string, fromTypeScript: boolean): string | null {
    const { dir, raw } = manifest;
    const exported = matchExports(raw["exports"], subpath === "" ? "." : `./${subpath}`);
    const source = subpath === "" ? asStrings(raw["source"]) : [];
    for (const target of [...source, ...exported]) {
      const file = sourceOfOutput(files, dir, target);
      if (file !== null) return file;
    }
    if (subpath === "") {
      const entry = inFolder(dir, fromTypeScript);
      if (entry !== null) return entry;
      return firstOf(USUAL_ENTRIES, (path) => findSource(files, joinPath(dir, path), fromTypeScript));
    }
    const direct = [subpath, `src/${subpath}`, `lib/${subpath}`];
    return (
      firstOf(direct, (path) => atPath(joinPath(dir, path), fromTypeScript)) ??
      sourceOfOutput(files, dir, subpath)
    );
  }

  return { atPath, inFolder, ofTarget, inPackage };
}

function mainTargets(manifest: ProjectManifest): string[] {
  const { raw } = manifest;
  const plain = ["source", "module", "main", "types", "typings"].flatMap((field) => asStrings(raw[field]));
  return [...plain, ...matchExports(raw["exports"], ".")];
}

function firstOf<T>(candidates: readonly T[], find: (candidate: T) => string | null): string | null {
  for (const candidate of candidates) {
    const found = find(candidate);
    if (found !== null) return found;
  }
  return null;
}

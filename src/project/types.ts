import type { ModuleGraph } from "../resolve/moduleGraph.ts";

/** What `openProject` needs to know. */
export interface ProjectOptions {
  /** Absolute path of the folder within which imports are followed; see `findRoot`. */
  readonly root: string;
  /** Files, folders or globs that findings are looked for in; empty means the root. Absolute, or relative to the current folder. */
  readonly paths: readonly string[];
  /** Globs relative to the root. When given, findings are looked for only there, in test files too. */
  readonly include?: readonly string[];
  /** Globs relative to the root in which findings are not looked for. */
  readonly exclude?: readonly string[];
  /** npm names of the packages that the run is about. */
  readonly packages: readonly string[];
  /** Hosts that the run is about: files that name one are seeds too, `reaching(host)` gives them and their importers. */
  readonly hosts?: readonly string[];
}

/** A file that would have been looked at, and why it was not; or a mistake in the target's configuration. */
export interface FileNote {
  /** Absolute path. */
  readonly file: string;
  readonly reason: string;
}

/** Counts for `--verbose`. */
export interface ProjectStats {
  /** How the tree was listed. */
  readonly listedBy: "git" | "walk";
  /** All files of the tree, whatever their kind. */
  readonly filesListed: number;
  readonly bytesSearched: number;
  readonly listMilliseconds: number;
  readonly searchMilliseconds: number;
}

/** A tree of source files, and how they hang together. Absolute paths with forward slashes throughout. */
export interface Project extends ModuleGraph {
  readonly root: string;
  /** All JavaScript and TypeScript source files of the root, sorted. */
  readonly files: readonly string[];
  /** The part of `files` that findings are looked for in, sorted: under `paths`, no tests unless asked for. */
  readonly targets: readonly string[];
  /** Files that mention a package and are left out all the same. */
  readonly skipped: readonly FileNote[];
  /** Mistakes in package.json, tsconfig.json and the like; the broken file is ignored. Grows while imports are resolved. */
  readonly warnings: readonly FileNote[];
  readonly stats: ProjectStats;
  /** True when findings are looked for in the file. */
  isTarget(file: string): boolean;
  /** True when the file's name or folder says that it is a test. */
  isTest(file: string): boolean;
  /** Files with an import specifier that leads to the package. */
  seeds(packageName: string): readonly string[];
  /** Seeds, and every file that imports one of them, and so on backwards along imports; within `paths` or not. */
  reaching(packageName: string): readonly string[];
  /** Declaration files (.d.ts) that import the package or something that reaches it; for the type oracle. */
  declarations(packageName: string): readonly string[];
  /**
   * The version range that the nearest package.json upwards declares for a package. `catalog:`, `workspace:`, `npm:`
   * and git urls are looked through; null when nothing declares it, or without a range that can be compared.
   */
  declaredRange(file: string, packageName: string): string | null;
}

/** What a listing of the tree gives: paths relative to the root. */
export interface Listing {
  readonly files: readonly string[];
  /** Symbolic links, which are not files of the tree; imports may lead through them all the same. */
  readonly links: readonly string[];
}

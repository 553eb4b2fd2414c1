import { isTypeScript } from "./isSourceFile.ts";

/** What resolution may ask of the tree: no question goes to the disk. */
export interface FileSet {
  readonly root: string;
  /** True for a source file that can be read and traced. */
  isSource(file: string): boolean;
  /** True for any listed file. */
  isFile(file: string): boolean;
  /** The text of a listed file that is not a source, such as a package.json; null when it cannot be read. */
  readConfig(file: string): string | null;
  /** Notes a mistake in one of the target's own configuration files. */
  warn(file: string, reason: string): void;
}

const TYPESCRIPT = [".ts", ".tsx", ".mts", ".cts"];
const JAVASCRIPT = [".js", ".jsx", ".mjs", ".cjs"];
/** What TypeScript takes an emitted file's extension for. */
const EMITTED: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};
/** Bundlers for several platforms look for these before the plain name. */
const PLATFORMS = [".server", ".node", ".native", ".web", ".ios", ".android"];

/** The source file that a path without or with an extension means; null when there is none. Folders: see `findInFolder`. */
export function findSource(files: FileSet, path: string, fromTypeScript: boolean): string | null {
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0];
  const stem = extension === undefined ? path : path.slice(0, -extension.length);
  const originals = extension === undefined ? [] : (EMITTED[extension] ?? []);
  if (!fromTypeScript && files.isSource(path)) return path;
  for (const original of originals) {
    if (files.isSource(stem + original)) return stem + original;
  }
  if (files.isSource(path)) return path;
  const extensions = fromTypeScript ? [...TYPESCRIPT, ...JAVASCRIPT] : [...JAVASCRIPT, ...TYPESCRIPT];
  for (const candidate of extensions) {
    if (files.isSource(path + candidate)) return path + candidate;
  }
  return null;
}

/** The variant of a module for some platform (`x.native.ts`); asked only when nothing else answers the name. */
export function findPlatformSource(files: FileSet, path: string, fromTypeScript: boolean): string | null {
  const stem = path.replace(/\.[cm]?[jt]sx?$/, "");
  for (const platform of PLATFORMS) {
    const found = findSource(files, stem + platform, fromTypeScript);
    if (found !== null) return found;
  }
  return null;
}

/** The name of a module without source extension and platform, by which imports may call it. */
export function stemsOf(fileName: string): string[] {
  const stem = fileName.replace(/\.[cm]?[jt]sx?$/, "");
  const platform = PLATFORMS.find((suffix) => stem.endsWith(suffix));
  return platform === undefined ? [stem] : [stem, stem.slice(0, -platform.length)];
}

/** True when imports of the file prefer TypeScript sources over JavaScript of the same name. */
export function prefersTypeScript(file: string): boolean {
  return isTypeScript(file);
}

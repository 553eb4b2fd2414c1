import type { FileSet } from "./fileSet.ts";
import { fillIn, matchPattern } from "./packageExports.ts";
import { asStrings, isObject, parseJsonc, type JsonObject } from "./parseJsonc.ts";
import { baseOf, dirOf, isWithin, joinPath } from "./paths.ts";

/** What one tsconfig or jsconfig says about bare specifiers, with what it extends merged in. */
export interface PathRules {
  /** Absolute folder that bare specifiers are looked for in, or null. */
  readonly baseUrl: string | null;
  /** Patterns with absolute targets, most specific first. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

/** The configurations that may hold for a file. */
export interface Tsconfigs {
  /** Rules for files in a folder, nearest first; empty where no configuration has any. */
  rulesFor(dir: string): readonly PathRules[];
}

interface Merged {
  baseUrl: string | null;
  paths: JsonObject | null;
  /** Folder of the configuration that `paths` come from. */
  pathsDir: string;
}

/** Finds the folder of a workspace package, for `extends` that name one. */
type FindPackageDir = (name: string) => string | null;

const CONFIG_NAME = /^(?:tsconfig|jsconfig)(?:\.[\w.-]+)?\.json$/;

/**
 * Reads tsconfig.json, jsconfig.json and their kin (tsconfig.app.json, tsconfig.base.json). Which of several in a
 * folder holds for a file is not decided: all are tried, the plain one first, since only a file that exists counts.
 */
export function createTsconfigs(
  files: FileSet,
  listed: readonly string[],
  findPackageDir: FindPackageDir,
): Tsconfigs {
  const byDir = new Map<string, string[]>();
  for (const file of listed) {
    if (!CONFIG_NAME.test(baseOf(file))) continue;
    const dir = dirOf(file);
    const siblings = byDir.get(dir);
    if (siblings === undefined) byDir.set(dir, [file]);
    else siblings.push(file);
  }
  const rules = new Map<string, readonly PathRules[]>();

  function rulesFor(dir: string): readonly PathRules[] {
    const known = rules.get(dir);
    if (known !== undefined) return known;
    const own = rulesIn(byDir.get(dir) ?? []);
    const above = dir === files.root || !isWithin(dir, files.root) ? [] : rulesFor(dirOf(dir));
    const all = own.length === 0 ? above : [...own, ...above];
    rules.set(dir, all);
    return all;
  }

  function rulesIn(configs: readonly string[]): PathRules[] {
    const ordered = [...configs].toSorted((a, b) => preference(a) - preference(b) || (a < b ? -1 : 1));
    const results = new Map<string, PathRules>();
    for (const config of withReferences(files, ordered)) {
      const compiled = compile(files, load(files, config, findPackageDir, new Set()), dirOf(config));
      if (compiled !== null) results.set(JSON.stringify(compiled), compiled);
    }
    return [...results.values()];
  }

  return { rulesFor };
}

function preference(config: string): number {
  const name = baseOf(config);
  return name === "tsconfig.json" ? 0 : name === "jsconfig.json" ? 1 : 2;
}

function withReferences(files: FileSet, configs: readonly string[]): string[] {
  const all = new Set(configs);
  for (const config of configs) {
    const references = read(files, config)?.["references"];
    for (const reference of Array.isArray(references) ? references : []) {
      const path: unknown = isObject(reference) ? reference["path"] : undefined;
      if (typeof path !== "string") continue;
      const target = joinPath(dirOf(config), path);
      const file = [target, `${target}.json`].find((candidate) => files.isFile(candidate));
      // A reference to a folder holds for the files of that folder, which find it by themselves.
      if (file !== undefined) all.add(file);
    }
  }
  return [...all];
}

function read(files: FileSet, config: string): JsonObject | null {
  const text = files.readConfig(config);
  if (text === null) return null;
  const raw = parseJsonc(text);
  if (isObject(raw)) return raw;
  if (text.trim() !== "") files.warn(config, "is not valid JSON");
  return null;
}

function load(files: FileSet, config: string, findPackageDir: FindPackageDir, seen: Set<string>): Merged {
  const merged: Merged = { baseUrl: null, paths: null, pathsDir: dirOf(config) };
  if (seen.has(config) || seen.size > 50) return merged;
  seen.add(config);
  const raw = read(files, config);
  if (raw === null) return merged;
  for (const parent of asStrings(raw["extends"])) {
    const file = findExtended(files, dirOf(config), parent, findPackageDir);
    if (file === null) continue;
    const inherited = load(files, file, findPackageDir, seen);
    merged.baseUrl = inherited.baseUrl ?? merged.baseUrl;
    if (inherited.paths !== null)
      Object.assign(merged, { paths: inherited.paths, pathsDir: inherited.pathsDir });
  }
  const options = raw["compilerOptions"];
  if (!isObject(options)) return merged;
  if (typeof options["baseUrl"] === "string") merged.baseUrl = joinPath(dirOf(config), options["baseUrl"]);
  if (isObject(options["paths"])) Object.assign(merged, { paths: options["paths"], pathsDir: dirOf(config) });
  return merged;
}

/** A missing parent (a package that is not installed, a generated file) is ignored. */
function findExtended(
  files: FileSet,
  dir: string,
  parent: string,
  findPackageDir: FindPackageDir,
): string | null {
  const isPath = /^\.{0,2}\//.test(parent) || parent === "." || parent === "..";
  const target = isPath ? joinPath(dir, parent) : pathInPackage(parent, findPackageDir);
  if (target === null) return null;
  return (
    [target, `${target}.json`, `${target}/tsconfig.json`].find((candidate) => files.isFile(candidate)) ?? null
  );
}

function pathInPackage(specifier: string, findPackageDir: FindPackageDir): string | null {
  const segments = specifier.split("/");
  const name = segments.splice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const dir = findPackageDir(name);
  return dir === null ? null : joinPath(dir, segments.join("/") || ".");
}

function compile(files: FileSet, merged: Merged, configDir: string): PathRules | null {
  if (merged.baseUrl === null && merged.paths === null) return null;
  const base = merged.baseUrl ?? merged.pathsDir;
  const paths = Object.entries(merged.paths ?? {}).map(([pattern, targets]) => ({
    pattern,
    targets: asStrings(targets).map((target) =>
      joinPath(base, target.replace(/^\$\{configDir\}/, configDir)),
    ),
  }));
  return {
    baseUrl: merged.baseUrl,
    paths: paths.toSorted((a, b) => fixedLength(b.pattern) - fixedLength(a.pattern)),
  };
}

/** Exact patterns before those with a star, then by the length of what stands before the star. */
function fixedLength(pattern: string): number {
  const star = pattern.indexOf("*");
  return star < 0 ? Number.MAX_SAFE_INTEGER : star;
}

/** The absolute paths, without extension as a rule, that `paths` give for a specifier, best first. */
export function pathTargets(rules: PathRules, specifier: string): string[] {
  const results: string[] = [];
  for (const { pattern, targets } of rules.paths) {
    const wildcard = pattern.includes("*")
      ? matchPattern(pattern, specifier)
      : pattern === specifier
        ? ""
        : null;
    if (wildcard === null) continue;
    for (const target of targets) results.push(pattern.includes("*") ? fillIn(target, wildcard) : target);
  }
  return results;
}

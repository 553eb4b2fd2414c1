import type { Manifest } from "../resolve/moduleGraph.ts";
import { sourceOfOutput } from "./sourceOfOutput.ts";
import { findSource, type FileSet } from "./fileSet.ts";
import { exportTargets } from "./packageExports.ts";
import { asObject, asStrings, isObject, parseJsonc, type Json, type JsonObject } from "./parseJsonc.ts";
import { dirOf, isWithin, joinPath } from "./paths.ts";

/** A package.json with its raw content. */
export interface ProjectManifest extends Manifest {
  readonly version: string | null;
  readonly raw: JsonObject;
}

/** The package.json files of the tree, read when asked for. */
export interface Manifests {
  /** The package.json in a folder itself. */
  in(dir: string): ProjectManifest | null;
  /** The nearest one above a file. */
  above(file: string): ProjectManifest | null;
  /** The nearest one above a file and all further up, nearest first. */
  chainAbove(file: string): readonly ProjectManifest[];
}

const DEPENDENCY_FIELDS = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"];

/** Reads and remembers package.json files. */
export function createManifests(files: FileSet): Manifests {
  const byDir = new Map<string, ProjectManifest | null>();
  const nearest = new Map<string, ProjectManifest | null>();

  function inDir(dir: string): ProjectManifest | null {
    let manifest = byDir.get(dir);
    if (manifest === undefined) {
      manifest = readManifest(files, dir);
      byDir.set(dir, manifest);
    }
    return manifest;
  }

  function from(dir: string): ProjectManifest | null {
    const known = nearest.get(dir);
    if (known !== undefined) return known;
    const inside = isWithin(dir, files.root);
    const found = inside ? (inDir(dir) ?? (dir === files.root ? null : from(dirOf(dir)))) : null;
    nearest.set(dir, found);
    return found;
  }

  function chainAbove(file: string): ProjectManifest[] {
    const chain: ProjectManifest[] = [];
    for (
      let next = from(dirOf(file));
      next !== null;
      next = next.dir === files.root ? null : from(dirOf(next.dir))
    ) {
      chain.push(next);
    }
    return chain;
  }

  return { in: inDir, above: (file) => from(dirOf(file)), chainAbove };
}

function readManifest(files: FileSet, dir: string): ProjectManifest | null {
  const file = joinPath(dir, "package.json");
  if (!files.isFile(file)) return null;
  const text = files.readConfig(file);
  if (text === null) return null;
  const raw = parseJsonc(text);
  if (!isObject(raw)) {
    files.warn(file, "is not valid JSON");
    return null;
  }
  const isPrivate = raw["private"] === true || raw["private"] === "true";
  let entries: readonly string[] | null = null;
  return {
    dir,
    name: typeof raw["name"] === "string" && raw["name"] !== "" ? raw["name"] : null,
    version: typeof raw["version"] === "string" ? raw["version"] : null,
    isPrivate,
    hasPublicEntry:
      !isPrivate && ["main", "exports", "module", "bin", "types"].some((field) => isSet(raw[field])),
    type: raw["type"] === "module" ? "module" : "commonjs",
    dependencies: dependenciesOf(raw),
    get entryFiles() {
      return (entries ??= findEntries(files, dir, raw));
    },
    raw,
  };
}

function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false;
}

function dependenciesOf(raw: JsonObject): Record<string, string> {
  const merged: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const field of DEPENDENCY_FIELDS) {
    for (const [name, range] of Object.entries(asObject(raw[field]))) {
      if (typeof range === "string") merged[name] = range;
    }
  }
  return merged;
}

function findEntries(files: FileSet, dir: string, raw: JsonObject): readonly string[] {
  const found = new Set<string>();
  for (const target of entryTargets(raw)) {
    if (target.includes("*")) continue;
    const file =
      sourceOfOutput(files, dir, target) ?? findSource(files, joinPath(dir, `${target}/index`), true);
    if (file !== null) found.add(file);
  }
  return [...found];
}

/** What main, exports, bin and their kin name, as written. */
function entryTargets(raw: JsonObject): string[] {
  const exported = isObject(raw["exports"])
    ? Object.values(raw["exports"]).flatMap(exportTargets)
    : exportTargets(raw["exports"]);
  const binaries = isObject(raw["bin"])
    ? Object.values(raw["bin"]).flatMap(asStrings)
    : asStrings(raw["bin"]);
  const plain = ["source", "main", "module", "types", "typings", "browser"].flatMap((field) =>
    asStrings(raw[field]),
  );
  return [...plain, ...exported, ...binaries];
}

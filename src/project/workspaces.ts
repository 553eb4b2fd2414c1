import { createRequire } from "node:module";
import picomatch from "picomatch";
import type { FileSet } from "./fileSet.ts";
import type { Manifests, ProjectManifest } from "./manifests.ts";
import { asObject, asStrings, isObject, parseJsonc, type Json } from "./parseJsonc.ts";
import { dirOf, relativeTo } from "./paths.ts";

/** The packages that live in the tree itself, and what pnpm's catalogs say. */
export interface Workspaces {
  /** The member with that name, or null. */
  member(name: string): ProjectManifest | null;
  /** Any package of the tree with that name, member or not; null when there is none. */
  anyPackage(name: string): ProjectManifest | null;
  /** The range that `catalog:` (name "default") or `catalog:<name>` stands for; null when it is not declared. */
  catalogRange(catalog: string, packageName: string): string | null;
}

interface Declaration {
  readonly dir: string;
  readonly globs: readonly string[];
}

/** Finds the members of npm, yarn, pnpm and lerna workspaces, wherever in the tree they are declared; when first asked. */
export function createWorkspaces(
  files: FileSet,
  manifests: Manifests,
  configFiles: readonly string[],
): Workspaces {
  let workspaces: Workspaces | null = null;
  const get = (): Workspaces => (workspaces ??= readWorkspaces(files, manifests, configFiles));
  return {
    member: (name) => get().member(name),
    anyPackage: (name) => get().anyPackage(name),
    catalogRange: (catalog, name) => get().catalogRange(catalog, name),
  };
}

function readWorkspaces(files: FileSet, manifests: Manifests, configFiles: readonly string[]): Workspaces {
  const packageJsonFiles = configFiles.filter((file) => file.endsWith("/package.json"));
  const declarations: Declaration[] = [];
  const catalogs = new Map<string, string>();
  for (const file of configFiles) {
    if (file.endsWith("/pnpm-workspace.yaml")) readPnpm(files, file, declarations, catalogs);
    else if (file.endsWith("/lerna.json")) readLerna(files, file, declarations);
  }
  for (const file of packageJsonFiles) {
    const manifest = manifests.in(dirOf(file));
    const workspaces = manifest?.raw["workspaces"];
    if (manifest === null || workspaces === undefined) continue;
    const globs = asStrings(isObject(workspaces) ? workspaces["packages"] : workspaces);
    if (globs.length > 0) declarations.push({ dir: manifest.dir, globs });
    if (isObject(workspaces)) addCatalogs(catalogs, workspaces["catalog"], workspaces["catalogs"]);
  }
  const members = new Map<string, ProjectManifest>();
  const all = new Map<string, ProjectManifest>();
  for (const file of packageJsonFiles) {
    const manifest = manifests.in(dirOf(file));
    if (manifest?.name == null) continue;
    if (!all.has(manifest.name)) all.set(manifest.name, manifest);
    if (members.has(manifest.name) || !declarations.some((declaration) => isMember(file, declaration)))
      continue;
    members.set(manifest.name, manifest);
  }
  return {
    member: (name) => members.get(name) ?? null,
    anyPackage: (name) => all.get(name) ?? null,
    catalogRange: (catalog, name) => catalogs.get(`${catalog} ${name}`) ?? null,
  };
}

const matchers = new WeakMap<Declaration, (dir: string) => boolean>();

function isMember(packageJson: string, declaration: Declaration): boolean {
  const dir = dirOf(packageJson);
  const prefix = declaration.dir.endsWith("/") ? declaration.dir : `${declaration.dir}/`;
  if (!dir.startsWith(prefix)) return false;
  let matches = matchers.get(declaration);
  if (matches === undefined) {
    matches = toMatcher(declaration.globs);
    matchers.set(declaration, matches);
  }
  return matches(relativeTo(dir, declaration.dir));
}

function toMatcher(globs: readonly string[]): (dir: string) => boolean {
  const clean = globs.map((glob) => glob.replace(/^(!?)(?:\.?\/)+/, "$1").replace(/\/+$/, ""));
  const wanted = clean.filter((glob) => !glob.startsWith("!"));
  const unwanted = clean.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const isWanted = picomatch(wanted, { dot: true });
  const isUnwanted = unwanted.length > 0 ? picomatch(unwanted, { dot: true }) : () => false;
  return (dir) => isWanted(dir) && !isUnwanted(dir);
}

function readLerna(files: FileSet, file: string, declarations: Declaration[]): void {
  const raw = parseJsonc(files.readConfig(file) ?? "");
  if (!isObject(raw)) return files.warn(file, "is not valid JSON");
  const globs = asStrings(raw["packages"]);
  if (globs.length > 0) declarations.push({ dir: dirOf(file), globs });
}

function readPnpm(
  files: FileSet,
  file: string,
  declarations: Declaration[],
  catalogs: Map<string, string>,
): void {
  const raw = parseYaml(files.readConfig(file) ?? "");
  if (raw === undefined) return files.warn(file, "is not valid YAML");
  const config = asObject(raw);
  const globs = asStrings(config["packages"]);
  if (globs.length > 0) declarations.push({ dir: dirOf(file), globs });
  addCatalogs(catalogs, config["catalog"], config["catalogs"]);
}

function addCatalogs(
  catalogs: Map<string, string>,
  byDefault: Json | undefined,
  named: Json | undefined,
): void {
  for (const [catalog, ranges] of [["default", byDefault] as const, ...Object.entries(asObject(named))]) {
    for (const [name, range] of Object.entries(asObject(ranges))) {
      if (typeof range === "string") catalogs.set(`${catalog} ${name}`, range);
    }
  }
}

/** The YAML parser is loaded only where there is YAML. */
function parseYaml(text: string): Json | undefined {
  const yaml = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  try {
    return yaml.parse(text, { maxAliasCount: 100 }) as Json;
  } catch {
    return undefined;
  }
}

import type { FileSet } from "./fileSet.ts";
import type { ProjectManifest } from "./manifests.ts";
import { asObject, isObject, parseJsonc, type Json, type JsonObject } from "./parseJsonc.ts";
import { joinPath } from "./paths.ts";

/** A name, or the first part of one, that a package's own configuration gives to a path or to another name. */
export interface Alias {
  readonly key: string;
  /** Absolute path, or a bare specifier. */
  readonly target: string;
}

/** The first part of a specifier that bundlers and frameworks give to a package's sources, and where these lie. */
const USUAL: readonly { readonly prefix: string; readonly folders: readonly string[] }[] = [
  { prefix: "@/", folders: ["src", "", "app", "resources/js"] },
  { prefix: "~/", folders: ["src", "app", ""] },
  { prefix: "@@/", folders: ["", "src"] },
  { prefix: "~~/", folders: ["", "src"] },
  { prefix: "$lib/", folders: ["src/lib"] },
  { prefix: "$/", folders: ["src", ""] },
];

/**
 * Aliases that JSON declares: `_moduleAliases` and `alias` of package.json, the module-resolver plugin of Babel in
 * package.json or .babelrc, Deno's import map. Longest name first. A configuration in JavaScript is never run.
 */
export function declaredAliases(files: FileSet, manifest: ProjectManifest): Alias[] {
  const { dir, raw } = manifest;
  const aliases: Alias[] = [];
  const babel = [
    raw["babel"],
    readJson(files, joinPath(dir, ".babelrc")),
    readJson(files, joinPath(dir, ".babelrc.json")),
    readJson(files, joinPath(dir, "babel.config.json")),
  ];
  const maps = [
    asObject(raw["_moduleAliases"]),
    asObject(raw["alias"]),
    ...babel.map(babelAliases),
    ...denoImports(files, dir),
  ];
  for (const [name, target] of maps.flatMap((map) => Object.entries(map))) {
    if (typeof target !== "string" || name === "" || name.startsWith("^")) continue;
    const key = name.replace(/\/\*?$/, "");
    const isPath = /^\.{0,2}(?:\/|$)/.test(target) || !/^(?:@[\w-]+\/)?[\w.-]+(?::|@|$)/.test(target);
    const clean = target.replace(/\/\*?$/, "");
    aliases.push({ key, target: isPath ? joinPath(dir, clean.replace(/^\/(?!\/)/, "./") || ".") : clean });
  }
  return aliases.toSorted((a, b) => b.key.length - a.key.length);
}

/** What an alias makes of a specifier; null when it is not meant. */
export function applyAlias(alias: Alias, specifier: string): string | null {
  if (specifier === alias.key) return alias.target;
  return specifier.startsWith(`${alias.key}/`) ? alias.target + specifier.slice(alias.key.length) : null;
}

/**
 * Absolute paths that a bare specifier may mean in a package that says nothing about aliases: `@/x`, `~/x`, a folder of
 * the package (`src/x`, `server/x`), `@components/x`. Guesses: only a file that exists makes one of them true.
 */
export function guessedPaths(specifier: string, packageDirs: readonly string[]): string[] {
  const usual = USUAL.find(({ prefix }) => specifier.startsWith(prefix));
  if (usual !== undefined) {
    const rest = specifier.slice(usual.prefix.length);
    return packageDirs.flatMap((dir) =>
      usual.folders.map((folder) => joinPath(dir, `${folder}/${rest}`.replace(/^\//, ""))),
    );
  }
  if (!specifier.includes("/")) return [];
  const path = specifier.replace(/^[@~$]/, "");
  return packageDirs.slice(0, 1).flatMap((dir) => [joinPath(dir, path), joinPath(dir, `src/${path}`)]);
}

function readJson(files: FileSet, file: string): Json | undefined {
  return files.isFile(file) ? parseJsonc(files.readConfig(file) ?? "") : undefined;
}

function babelAliases(config: Json | undefined): JsonObject {
  const plugins = asObject(config)["plugins"];
  for (const plugin of Array.isArray(plugins) ? (plugins as readonly Json[]) : []) {
    if (!Array.isArray(plugin) || typeof plugin[0] !== "string" || !plugin[0].includes("module-resolver"))
      continue;
    return asObject(asObject(plugin[1] as Json | undefined)["alias"]);
  }
  return {};
}

function denoImports(files: FileSet, dir: string): JsonObject[] {
  return ["deno.json", "deno.jsonc", "import_map.json"].map((name) => {
    const config = readJson(files, joinPath(dir, name));
    return isObject(config) ? asObject(config["imports"]) : {};
  });
}

import { isBuiltin } from "node:module";
import type { Resolution } from "../resolve/moduleGraph.ts";
import { applyAlias, declaredAliases, guessedPaths, type Alias } from "./aliases.ts";
import { findDeclaration, type Declaration } from "./declarations.ts";
import { isAnsweredBy } from "./dependencyRange.ts";
import { prefersTypeScript, type FileSet } from "./fileSet.ts";
import type { ModuleFinder } from "./findModule.ts";
import type { Manifests, ProjectManifest } from "./manifests.ts";
import { matchExports } from "./packageExports.ts";
import { parseSpecifier, splitPackageName } from "./parseSpecifier.ts";
import { dirOf, joinPath } from "./paths.ts";
import { pathTargets, type PathRules, type Tsconfigs } from "./tsconfigs.ts";
import type { Workspaces } from "./workspaces.ts";

/** Answers where specifiers lead. */
export interface Resolver {
  resolve(specifier: string, fromFile: string): Resolution;
}

/** What resolution rests on. */
interface ResolverParts {
  readonly files: FileSet;
  readonly manifests: Manifests;
  readonly workspaces: Workspaces;
  readonly tsconfigs: Tsconfigs;
  readonly finder: ModuleFinder;
}

/** Files for which bare specifiers mean the same. */
interface Scope {
  readonly manifests: readonly ProjectManifest[];
  readonly rules: readonly PathRules[];
  readonly fromTypeScript: boolean;
  readonly known: Map<string, Resolution>;
}

const UNKNOWN: Resolution = { kind: "unknown" };

/** Builds the resolver: no disk, no code of the target, every answer remembered. */
export function createResolver(parts: ResolverParts): Resolver {
  const { files, manifests, workspaces, tsconfigs, finder } = parts;
  const relative = new Map<string, Resolution>();
  const scopeOfDir = new Map<string, Scope>();
  const scopes = new Map<readonly PathRules[], Map<string, Scope>>();
  const aliasesOf = new Map<ProjectManifest, readonly Alias[]>();

  function resolve(written: string, fromFile: string): Resolution {
    const specifier = parseSpecifier(written);
    const fromTypeScript = prefersTypeScript(fromFile);
    switch (specifier.kind) {
      case "none":
        return UNKNOWN;
      case "package":
        return { kind: "package", name: specifier.name, subpath: specifier.subpath };
      case "relative":
        return resolveRelative(specifier.path, dirOf(fromFile), fromTypeScript);
      case "absolute": {
        const base = manifests.above(fromFile)?.dir ?? files.root;
        return toFile(finder.atPath(joinPath(base, `.${specifier.path}`), fromTypeScript));
      }
      default:
        return resolveBare(
          specifier.path,
          specifier.kind === "internal",
          fromFile,
          scopeOf(fromFile, fromTypeScript),
        );
    }
  }

  function resolveRelative(path: string, dir: string, fromTypeScript: boolean): Resolution {
    const key = `${fromTypeScript ? "t" : "j"}${dir}\n${path}`;
    let found = relative.get(key);
    if (found === undefined) {
      const target = joinPath(dir, path);
      const isFolder = /(?:^|\/)\.{0,2}$/.test(path);
      found = toFile(
        isFolder ? finder.inFolder(target, fromTypeScript) : finder.atPath(target, fromTypeScript),
      );
      relative.set(key, found);
    }
    return found;
  }

  function resolveBare(path: string, isInternal: boolean, fromFile: string, scope: Scope): Resolution {
    let found = scope.known.get(path);
    if (found === undefined) {
      // Guards against aliases that lead to themselves.
      scope.known.set(path, UNKNOWN);
      found = (isInternal ? resolveInternal(path, scope) : null) ?? lookUp(path, scope);
      scope.known.set(path, found);
    }
    // `import Pusher from "pusher"` in src/pusher.ts, with src as the base: it means the package.
    return found.kind === "file" && found.file === fromFile && isFromRegistry(path, scope)
      ? asPackage(path, scope)
      : found;
  }

  /** The steps for a bare specifier, in the order of TypeScript and the bundlers; guesses last. */
  function lookUp(path: string, scope: Scope): Resolution {
    const parsed = splitPackageName(path);
    const declared = parsed === null ? null : findDeclaration(parsed.name, scope.manifests, workspaces);
    const isPlain = declared === null || declared.meaning.kind === "workspace";
    return (
      byPathRules(path, scope) ??
      (isPlain ? byBaseUrl(path, scope) : null) ??
      byAliases(path, scope) ??
      (parsed === null || isBuiltin(path) ? null : byTree(parsed.name, parsed.subpath, declared, scope)) ??
      (declared === null && !isBuiltin(path) ? byGuess(path, scope) : null) ??
      asPackage(path, scope)
    );
  }

  function byPathRules(path: string, scope: Scope): Resolution | null {
    for (const rules of scope.rules) {
      const found = firstFile(pathTargets(rules, path), scope);
      if (found !== null) return found;
    }
    return null;
  }

  function byBaseUrl(path: string, scope: Scope): Resolution | null {
    return firstFile(
      scope.rules.flatMap(({ baseUrl }) => (baseUrl === null ? [] : [joinPath(baseUrl, path)])),
      scope,
    );
  }

  function byAliases(path: string, scope: Scope): Resolution | null {
    for (const manifest of scope.manifests) {
      for (const alias of aliasesIn(manifest)) {
        const target = applyAlias(alias, path);
        if (target === null || target === path) continue;
        const found =
          target.startsWith("/") || /^[A-Za-z]:\//.test(target)
            ? toFile(finder.atPath(target, scope.fromTypeScript))
            : resolve(target, `${manifest.dir}/package.json`);
        if (found.kind !== "unknown") return found;
      }
    }
    return null;
  }

  /** A package of the tree: linked by path, a member of the workspace, or the package that the file itself belongs to. */
  function byTree(
    name: string,
    subpath: string,
    declared: Declaration | null,
    scope: Scope,
  ): Resolution | null {
    const inTree = packageInTree(name, declared, scope);
    if (inTree === null) return null;
    return toFile(finder.inPackage(inTree, subpath, scope.fromTypeScript));
  }

  function packageInTree(name: string, declared: Declaration | null, scope: Scope): ProjectManifest | null {
    const meaning = declared?.meaning;
    if (declared !== null && meaning?.kind === "folder")
      return manifests.in(joinPath(declared.by.dir, meaning.path));
    if (meaning?.kind === "workspace")
      return workspaces.member(meaning.name ?? name) ?? workspaces.anyPackage(meaning.name ?? name);
    const member = meaning === undefined || meaning.kind === "registry" ? workspaces.member(name) : null;
    if (member !== null) {
      if (meaning?.kind !== "registry") return member;
      return meaning.name === null && member !== declared?.by && isAnsweredBy(meaning.range, member.version)
        ? member
        : null;
    }
    // A package may import itself by name when it has `exports`.
    const own = scope.manifests[0];
    return declared === null && own?.name === name && own.raw["exports"] !== undefined ? own : null;
  }

  function byGuess(path: string, scope: Scope): Resolution | null {
    return firstFile(guessedPaths(path, [...scope.manifests.map(({ dir }) => dir), files.root]), scope);
  }

  /** `#x` of package.json's `imports`: a path of the package, or another package. */
  function resolveInternal(path: string, scope: Scope): Resolution | null {
    for (const manifest of scope.manifests) {
      for (const target of matchExports(manifest.raw["imports"], path)) {
        const found = /^\.{1,2}\//.test(target)
          ? toFile(finder.ofTarget(manifest.dir, target, scope.fromTypeScript))
          : resolve(target, `${manifest.dir}/package.json`);
        if (found.kind !== "unknown") return found;
      }
    }
    return null;
  }

  function isFromRegistry(path: string, scope: Scope): boolean {
    const parsed = splitPackageName(path);
    return (
      isBuiltin(path) ||
      (parsed !== null &&
        findDeclaration(parsed.name, scope.manifests, workspaces)?.meaning.kind === "registry")
    );
  }

  function asPackage(path: string, scope: Scope): Resolution {
    if (isBuiltin(path)) return { kind: "package", name: `node:${path}`, subpath: "" };
    const parsed = splitPackageName(path);
    if (parsed === null) return UNKNOWN;
    const meaning = findDeclaration(parsed.name, scope.manifests, workspaces)?.meaning;
    return {
      kind: "package",
      name: (meaning?.kind === "registry" ? meaning.name : null) ?? parsed.name,
      subpath: parsed.subpath,
    };
  }

  function firstFile(paths: readonly string[], scope: Scope): Resolution | null {
    for (const path of paths) {
      const file = finder.atPath(path, scope.fromTypeScript);
      if (file !== null) return { kind: "file", file };
    }
    return null;
  }

  function aliasesIn(manifest: ProjectManifest): readonly Alias[] {
    let aliases = aliasesOf.get(manifest);
    if (aliases === undefined) {
      aliases = declaredAliases(files, manifest);
      aliasesOf.set(manifest, aliases);
    }
    return aliases;
  }

  function scopeOf(fromFile: string, fromTypeScript: boolean): Scope {
    const dir = dirOf(fromFile);
    const key = fromTypeScript ? `t${dir}` : `j${dir}`;
    let scope = scopeOfDir.get(key);
    if (scope === undefined) {
      scope = internScope(fromFile, fromTypeScript);
      scopeOfDir.set(key, scope);
    }
    return scope;
  }

  function internScope(fromFile: string, fromTypeScript: boolean): Scope {
    const rules = tsconfigs.rulesFor(dirOf(fromFile));
    const chain = manifests.chainAbove(fromFile);
    const key = `${fromTypeScript ? "t" : "j"}${chain[0]?.dir ?? ""}`;
    let byManifest = scopes.get(rules);
    if (byManifest === undefined) scopes.set(rules, (byManifest = new Map()));
    let scope = byManifest.get(key);
    if (scope === undefined)
      byManifest.set(key, (scope = { manifests: chain, rules, fromTypeScript, known: new Map() }));
    return scope;
  }

  return { resolve };
}

function toFile(file: string | null): Resolution {
  return file === null ? UNKNOWN : { kind: "file", file };
}

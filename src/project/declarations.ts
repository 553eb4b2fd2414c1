import { parseDeclared, type Declared } from "./dependencyRange.ts";
import type { ProjectManifest } from "./manifests.ts";
import type { Workspaces } from "./workspaces.ts";

/** A dependency's declaration, and the package.json that holds it. */
export interface Declaration {
  readonly meaning: Declared;
  readonly by: ProjectManifest;
}

/** The nearest declaration of a dependency, with pnpm's and yarn's catalogs looked up. */
export function findDeclaration(
  name: string,
  manifests: readonly ProjectManifest[],
  workspaces: Workspaces,
): Declaration | null {
  for (const by of manifests) {
    const written = by.dependencies[name];
    if (written !== undefined) return { meaning: meaningOf(written, name, workspaces), by };
  }
  return null;
}

/**
 * The version range that the nearest package.json declares for a package, be it under another name; null when none
 * does, or without a range that can be compared.
 */
export function findRange(
  packageName: string,
  manifests: readonly ProjectManifest[],
  workspaces: Workspaces,
): string | null {
  for (const by of manifests) {
    const ranges: string[] = [];
    let isDeclared = false;
    for (const [name, written] of Object.entries(by.dependencies)) {
      if (name !== packageName && !written.includes(packageName) && !written.startsWith("catalog:")) continue;
      const meaning = meaningOf(written, name, workspaces);
      if (realName(meaning, name) !== packageName) continue;
      isDeclared = true;
      const range = rangeOf(meaning, name, workspaces);
      if (range !== null) ranges.push(range);
    }
    if (isDeclared) return ranges.length === 0 ? null : ranges.join(" || ");
  }
  return null;
}

/** The names other than its own by which a package.json's dependencies call a package ("npm:pusher@5"). */
export function aliasNames(packageName: string, manifest: ProjectManifest, workspaces: Workspaces): string[] {
  return Object.entries(manifest.dependencies)
    .filter(
      ([name, written]) =>
        name !== packageName && realName(meaningOf(written, name, workspaces), name) === packageName,
    )
    .map(([name]) => name);
}

function meaningOf(written: string, name: string, workspaces: Workspaces): Declared {
  const meaning = parseDeclared(written);
  if (meaning.kind !== "catalog") return meaning;
  const range = workspaces.catalogRange(meaning.catalog, name);
  return range === null ? { kind: "address", range: null } : parseDeclared(range);
}

function realName(meaning: Declared, name: string): string {
  return (meaning.kind === "registry" || meaning.kind === "workspace" ? meaning.name : null) ?? name;
}

function rangeOf(meaning: Declared, name: string, workspaces: Workspaces): string | null {
  switch (meaning.kind) {
    case "registry":
    case "address":
      return meaning.range;
    case "workspace":
      return (
        workspaces.anyPackage(meaning.name ?? name)?.version ??
        (/\d/.test(meaning.range) ? meaning.range : null)
      );
    default:
      return null;
  }
}

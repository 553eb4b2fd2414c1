import type { FileSet } from "./fileSet.ts";
import { stemsOf } from "./fileSet.ts";
import { looksGenerated } from "./looksGenerated.ts";
import type { Manifests } from "./manifests.ts";
import { baseOf, dirOf, relativeTo } from "./paths.ts";
import { readBytes } from "./readBytes.ts";
import type { Resolver } from "./resolver.ts";
import { scanImportsOfBytes } from "./scanImports.ts";

/** Who imports a file. */
export interface ImportIndex {
  importersOf(file: string): readonly string[];
}

interface Import {
  readonly file: string;
  readonly specifier: string;
}

/** The last segments of "." and "./.." say nothing about the file that they lead to. */
const ANY = ".";

/**
 * Reads every file's import specifiers once. Relative ones are resolved only when their last segment could name the
 * file asked for; bare ones, few of which differ, are all resolved at the first question.
 */
export function createImportIndex(
  files: FileSet,
  sources: Iterable<string>,
  links: readonly string[],
  manifests: Manifests,
  resolver: Resolver,
): ImportIndex {
  const relative = new Map<string, Import[]>();
  const bare: Import[] = [];
  const interned = new Map<string, string>();
  for (const file of sources) {
    const bytes = readBytes(file);
    if (bytes === null || looksGenerated(relativeTo(file, files.root), bytes) !== null) continue;
    for (const found of scanImportsOfBytes(bytes)) {
      const specifier = intern(interned, found);
      if (!/^[./]/.test(specifier)) bare.push({ file, specifier });
      else add(relative, lastSegment(specifier), { file, specifier });
    }
  }
  const linkNames = links.map((link) => lastSegment(baseOf(link)));
  const known = new Map<string, readonly string[]>();
  let byBare: Map<string, string[]> | null = null;

  function find(file: string): string[] {
    const importers = new Set<string>();
    for (const name of namesOf(file)) {
      for (const candidate of relative.get(name) ?? []) {
        if (!importers.has(candidate.file) && leadsTo(candidate, file)) importers.add(candidate.file);
      }
    }
    byBare ??= invert(bare);
    for (const importer of byBare.get(file) ?? []) importers.add(importer);
    importers.delete(file);
    return [...importers].toSorted();
  }

  function leadsTo(candidate: Import, file: string): boolean {
    const resolution = resolver.resolve(candidate.specifier, candidate.file);
    return resolution.kind === "file" && resolution.file === file;
  }

  function invert(imports: readonly Import[]): Map<string, string[]> {
    const importers = new Map<string, string[]>();
    for (const { file, specifier } of imports) {
      const resolution = resolver.resolve(specifier, file);
      if (resolution.kind === "file") add(importers, resolution.file, file);
    }
    return importers;
  }

  /** The last segments by which a relative import may mean the file: its name, its folder's, its package's, a link's. */
  function namesOf(file: string): Set<string> {
    const names = new Set([ANY, ...stemsOf(baseOf(file)), ...linkNames]);
    if (names.has("index")) names.add(lastSegment(baseOf(dirOf(file))));
    const manifest = manifests.above(file);
    if (manifest !== null) names.add(lastSegment(baseOf(manifest.dir)));
    return names;
  }

  return {
    importersOf(file) {
      let importers = known.get(file);
      if (importers === undefined) known.set(file, (importers = find(file)));
      return importers;
    },
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The last segment without query and source extension. */
function lastSegment(specifier: string): string {
  const path = specifier.replace(/\?.*$/, "").replace(/\/+$/, "");
  const last = baseOf(path).replace(/\.[cm]?[jt]sx?$/, "");
  return last === "" || last === "." || last === ".." ? ANY : last;
}

/** A copy of its own: a slice would keep the whole text of its file in memory. */
function intern(known: Map<string, string>, text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const copy = Buffer.from(text).toString();
  known.set(copy, copy);
  return copy;
}

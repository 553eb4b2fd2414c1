import { addNamedFiles } from "./addNamedFiles.ts";
import { findRange } from "./declarations.ts";
import { createModuleFinder } from "./findModule.ts";
import type { FileSet } from "./fileSet.ts";
import { createImportIndex, type ImportIndex } from "./importIndex.ts";
import { kindOfName } from "./isSourceFile.ts";
import { isTestFile } from "./isTestFile.ts";
import { createLinks } from "./links.ts";
import { listTree } from "./listTree.ts";
import { createManifests } from "./manifests.ts";
import { namesOfPackage } from "./packageNames.ts";
import { baseOf, relativeTo, toAbsolute } from "./paths.ts";
import { readText } from "./readBytes.ts";
import { createResolver } from "./resolver.ts";
import { scanImports } from "./scanImports.ts";
import { searchFiles, type SearchResult } from "./searchFiles.ts";
import { selectTargets } from "./selectTargets.ts";
import { createTsconfigs } from "./tsconfigs.ts";
import type { FileNote, Project, ProjectOptions } from "./types.ts";
import { createWorkspaces } from "./workspaces.ts";

const FOREIGN = /\/(?:node_modules|bower_components|jspm_packages|\.git|\.yarn)\//;
const NAMES_PACKAGES =
  /^(?:package\.json|pnpm-workspace\.yaml|lerna\.json|\.babelrc|\.babelrc\.json|babel\.config\.json|deno\.jsonc?|import_map\.json)$/;

/** Characters of source text that are kept, at most. */
const TEXTS_KEPT = 1 << 26;

/**
 * Lists a tree and searches it for the packages. Everything beyond that (manifests, tsconfigs, the imports of files)
 * is read when it is first asked for; a tree that mentions none of the packages costs a text search.
 */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const root = toAbsolute(options.root);
  const started = performance.now();
  const tree = addNamedFiles(await listTree(root), root, options.paths);
  const listed = new Set(tree.files.filter((file) => !FOREIGN.test(file)));
  const sources = new Set<string>();
  const unsorted: string[] = [];
  for (const file of listed) {
    const kind = kindOfName(relativeTo(file, root));
    if (kind !== "other") unsorted.push(file);
    if (kind === "source") sources.add(file);
  }
  const searchable = unsorted.toSorted();

  const warnings: FileNote[] = [];
  const files: FileSet = {
    root,
    isSource: (file) => sources.has(file),
    isFile: (file) => listed.has(file),
    readConfig: (file) => (listed.has(file) ? readText(file) : null),
    warn(file, reason) {
      if (!warnings.some((warning) => warning.file === file)) warnings.push({ file, reason });
    },
  };
  const configFiles = [...listed].filter((file) => NAMES_PACKAGES.test(baseOf(file))).toSorted();
  const manifests = createManifests(files);
  const workspaces = createWorkspaces(files, manifests, configFiles);
  const findPackageDir = (name: string): string | null => workspaces.anyPackage(name)?.dir ?? null;
  const tsconfigs = createTsconfigs(files, [...listed], findPackageDir);
  const finder = createModuleFinder(files, manifests, createLinks(root, tree.links));
  const resolver = createResolver({ files, manifests, workspaces, tsconfigs, finder });

  const searching = performance.now();
  const search = (packages: readonly string[]): SearchResult => {
    const names = packages.flatMap((name) => namesOfPackage(name, files, configFiles, manifests, workspaces));
    return searchFiles(root, searchable, names, options.hosts);
  };
  const first = search(options.packages);
  for (const file of first.unreadable) {
    sources.delete(file);
    listed.delete(file);
  }
  const searched = performance.now();

  const all = [...sources].toSorted();
  const targets = selectTargets(all, options);
  const targetSet = new Set(targets);
  const skipped = [...first.skipped];
  const seedsOf = new Map<string, readonly string[]>();
  const reachingOf = new Map<string, readonly string[]>();
  let index: ImportIndex | null = null;

  const importersOf = (file: string): readonly string[] => {
    index ??= createImportIndex(files, all, tree.links, manifests, resolver);
    return index.importersOf(file);
  };

  function importsOf(file: string): readonly string[] {
    const resolved = scanImports((listed.has(file) ? readText(file) : null) ?? "").map((specifier) =>
      resolver.resolve(specifier, file),
    );
    return [...new Set(resolved.flatMap((target) => (target.kind === "file" ? [target.file] : [])))];
  }

  function findSeeds(packageName: string): string[] {
    if (options.hosts?.includes(packageName)) return [...(first.byHost.get(packageName) ?? [])];
    const { mentions } = options.packages.includes(packageName) ? first : search([packageName]);
    const leads = (specifier: string, file: string): boolean => {
      const resolution = resolver.resolve(specifier, file);
      return resolution.kind === "package" && resolution.name === packageName;
    };
    return mentions
      .filter(({ file, specifiers }) => specifiers.some((specifier) => leads(specifier, file)))
      .map(({ file }) => file);
  }

  function seeds(packageName: string): readonly string[] {
    let found = seedsOf.get(packageName);
    if (found === undefined) seedsOf.set(packageName, (found = findSeeds(packageName)));
    return found;
  }

  function reaching(packageName: string): readonly string[] {
    let found = reachingOf.get(packageName);
    if (found === undefined) {
      const reached = new Set(seeds(packageName));
      for (const file of reached) for (const importer of importersOf(file)) reached.add(importer);
      reachingOf.set(packageName, (found = [...reached].toSorted()));
    }
    return found;
  }

  function declarations(packageName: string): readonly string[] {
    const wanted = new Set(reaching(packageName));
    if (wanted.size === 0) return [];
    const leads = (specifier: string, file: string): boolean => {
      const resolution = resolver.resolve(specifier, file);
      return resolution.kind === "file"
        ? wanted.has(resolution.file)
        : resolution.kind === "package" && resolution.name === packageName;
    };
    const candidates = [...listed].filter((file) => /\.d\.[cm]?ts$/.test(file)).toSorted();
    return candidates.filter((file) =>
      scanImports(readText(file) ?? "").some((specifier) => leads(specifier, file)),
    );
  }

  const texts = new Map<string, string | null>();
  let kept = 0;
  /** Who looks for the callers of functions asks for the same files again and again. */
  function read(file: string): string | null {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = listed.has(file) ? readText(file) : null;
    kept += text?.length ?? 0;
    if (kept < TEXTS_KEPT) texts.set(file, text);
    return text;
  }

  return {
    root,
    files: all,
    targets,
    skipped,
    warnings,
    stats: {
      listedBy: tree.listedBy,
      filesListed: listed.size,
      bytesSearched: first.bytes,
      listMilliseconds: searching - started,
      searchMilliseconds: searched - searching,
    },
    resolve: resolver.resolve,
    read,
    importersOf,
    importsOf,
    manifestOf: manifests.above,
    isTarget: (file) => targetSet.has(file),
    isTest: (file) => isTestFile(relativeTo(file, root)),
    seeds,
    reaching,
    declarations,
    declaredRange: (file, packageName) => findRange(packageName, manifests.chainAbove(file), workspaces),
  };
}

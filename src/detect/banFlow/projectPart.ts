import type { ModuleGraph } from "../../resolve/moduleGraph.ts";

const MAX_FILES = 4000;

const parts = new WeakMap<ModuleGraph, Map<string, readonly string[]>>();

/**
 * One application of a repository, tests left out: the files that hang together with a file by imports, in either
 * direction, and those of its package where that depends on Pusher (routes that are found by their place import nothing of each other).
 */
function projectPart(graph: ModuleGraph, file: string): readonly string[] {
  let known = parts.get(graph);
  if (!known) parts.set(graph, (known = new Map<string, readonly string[]>()));
  const found = known.get(file);
  if (found) return found;
  const seen = new Set([file, ...filesOfPackage(graph, file)]);
  for (const next of seen) {
    if (seen.size >= MAX_FILES) break;
    for (const other of [...graph.importersOf(next), ...graph.importsOf(next)])
      if (!graph.isTest(other)) seen.add(other);
  }
  const part = [...seen];
  for (const member of part) known.set(member, part);
  return part;
}

function filesOfPackage(graph: ModuleGraph, file: string): readonly string[] {
  const manifest = graph.manifestOf(file);
  if (!manifest || !("pusher" in manifest.dependencies)) return [];
  return (graph.files ?? []).filter(
    (other) => graph.manifestOf(other)?.dir === manifest.dir && !graph.isTest(other),
  );
}

/** Those of them whose text has a word. */
export function filesWith(graph: ModuleGraph, file: string, pattern: RegExp): readonly string[] {
  return projectPart(graph, file).filter((other) => pattern.test(graph.read(other) ?? ""));
}

import type { ModuleGraph } from "../../resolve/moduleGraph.ts";

const MAX_FILES = 4000;

const parts = new WeakMap<ModuleGraph, Map<string, readonly string[]>>();

/** The files that hang together with a file by imports, in either direction, tests left out: one application of a repository. */
function projectPart(graph: ModuleGraph, file: string): readonly string[] {
  let known = parts.get(graph);
  if (!known) parts.set(graph, (known = new Map<string, readonly string[]>()));
  const found = known.get(file);
  if (found) return found;
  const seen = new Set([file]);
  for (const next of seen) {
    if (seen.size >= MAX_FILES) break;
    for (const other of [...graph.importersOf(next), ...graph.importsOf(next)])
      if (!graph.isTest(other)) seen.add(other);
  }
  const part = [...seen];
  for (const member of part) known.set(member, part);
  return part;
}

/** Those of them whose text has a word. */
export function filesWith(graph: ModuleGraph, file: string, pattern: RegExp): readonly string[] {
  return projectPart(graph, file).filter((other) => pattern.test(graph.read(other) ?? ""));
}

import type { Edit } from "../model/edit.ts";

const IMPORT = /^(\s*(?:import|const) \{ )([\w, ]+)( \} (?:from|= require\()\s*["'].*)$/s;

/** Imports of the same file that several plans bring, each of the names that it needs, become one of all these names. */
export function mergeHelperImports(edits: readonly Edit[]): readonly Edit[] {
  const merged = new Map<string, { readonly edit: Edit; readonly names: Set<string> }>();
  const others: Edit[] = [];
  for (const edit of edits) {
    const [, before, list, after] = IMPORT.exec(edit.text) ?? [];
    if (before === undefined || list === undefined || after === undefined || edit.start !== edit.end) {
      others.push(edit);
      continue;
    }
    const key = `${edit.start}:${before}:${after}`;
    const known = merged.get(key) ?? { edit, names: new Set<string>() };
    for (const name of list.split(", ")) known.names.add(name);
    const text = before + [...known.names].toSorted().join(", ") + after;
    merged.set(key, { edit: { ...edit, text }, names: known.names });
  }
  return [...[...merged.values()].map(({ edit }) => edit), ...others];
}

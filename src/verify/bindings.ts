import type { Edit } from "../model/edit.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { IsInserted } from "./structure.ts";

/** Globals that inserted code may use. */
const KNOWN = new Set([
  "console",
  "String",
  "Error",
  "Promise",
  "process",
  "undefined",
  "ReturnType",
  "JSON",
  "Math",
  "Number",
  "setTimeout",
  "encodeURIComponent",
  "crypto",
  "AbortSignal",
  "Object",
  "Parameters",
  "Response",
]);

/** Where an offset of the old text stands in the new one. */
function offsetMap(edits: readonly Edit[]): (offset: number) => number {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  return (offset) => {
    let shift = 0;
    for (const edit of ordered) {
      if (edit.start > offset || (edit.start !== edit.end && edit.end > offset)) break;
      shift += edit.text.length - (edit.end - edit.start);
    }
    return offset + shift;
  };
}

/**
 * Gate 4: every name still means what it meant, and what was inserted uses only names that exist.
 * Returns what is wrong, or null. `allowed` are names that the user vouches for (`--logger`).
 */
export function compareBindings(
  before: SourceModule,
  after: SourceModule,
  edits: readonly Edit[],
  isInserted: IsInserted,
  allowed: readonly string[],
): string | null {
  const move = offsetMap(edits);
  const meanings = new Map<number, number | null>();
  for (const [node, binding] of after.scopes.bindings)
    meanings.set(node.start ?? 0, binding.identifier.start ?? 0);
  const isReplaced = (node: { start?: number | null | undefined; end?: number | null | undefined }) =>
    edits.some(
      (edit) => edit.start <= (node.start ?? 0) && (node.end ?? 0) <= edit.end && edit.start < edit.end,
    );
  for (const [node, binding] of before.scopes.bindings) {
    if (isReplaced(node)) continue;
    const now = meanings.get(move(node.start ?? 0));
    // Its declaration is written anew: the name has to be declared again.
    if (isReplaced(binding.identifier) && now !== undefined && now !== null) continue;
    if (now !== move(binding.identifier.start ?? 0))
      return `"${binding.name}" would mean something else, or nothing`;
  }
  const unresolvedBefore = new Set(before.scopes.unresolved.map((identifier) => identifier.name));
  for (const identifier of after.scopes.unresolved) {
    const isNew = isInserted(identifier.start ?? 0)
      ? !KNOWN.has(identifier.name) && !allowed.includes(identifier.name)
      : !unresolvedBefore.has(identifier.name);
    if (isNew && !unresolvedBefore.has(identifier.name)) return `"${identifier.name}" is not declared`;
  }
  for (const node of before.scopes.unresolved) {
    if (!isReplaced(node) && meanings.has(move(node.start ?? 0)))
      return `"${node.name}" would be captured by a new declaration`;
  }
  return null;
}

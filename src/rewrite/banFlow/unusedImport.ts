import type { Edit } from "../../model/edit.ts";
import { encloses, type Node } from "../../syntax/node.ts";
import { bindingOf, parentOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { lineStart } from "../../text/sourceText.ts";

/** The import that some nodes, once gone, leave without a use, and the edit that takes it away. */
export interface DroppedImport {
  readonly edit: Edit;
  readonly statement: Node;
}

/** The import of the name that calls start with, where those calls are its only uses; null where others are left. */
export function droppedImport(
  calls: readonly Node[],
  root: Node,
  module: SourceModule,
): DroppedImport | null {
  const binding = root.type === "Identifier" ? bindingOf(module, root) : null;
  if (binding?.kind !== "import") return null;
  if (!binding.references.every((use) => calls.some((call) => encloses(call, use)))) return null;
  const specifier = binding.declaration;
  const statement = parentOf(module, specifier);
  if (statement?.type !== "ImportDeclaration") return null;
  const start = statement.start ?? 0;
  const end = statement.end ?? 0;
  if (statement.specifiers.length === 1) {
    const from = lineStart(module.text, start);
    const rest = /^[ \t]*\r?\n/.exec(module.text.slice(end));
    if (from !== start || !rest) return null;
    return { edit: { start, end: end + rest[0].length, text: "" }, statement };
  }
  const text = module.text.slice(start, end);
  const open = text.indexOf("{");
  const named = statement.specifiers.filter((one) => one.type === "ImportSpecifier");
  if (open === -1 || !named.some((one) => one === specifier) || named.length === 1) return null;
  const left = named
    .filter((one) => one !== specifier)
    .map((one) => module.text.slice(one.start ?? 0, one.end ?? 0));
  const close = text.lastIndexOf("}");
  return {
    edit: { start: start + open, end: start + close + 1, text: `{ ${left.join(", ")} }` },
    statement,
  };
}

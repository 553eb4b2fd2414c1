import type { Modules } from "../resolve/modules.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";

/** How a module that imports by an alias (`@/lib/x`) imports another file of the same folder tree; null where it has no alias for it. */
export function aliasSpecifier(file: string, module: SourceModule, modules: Modules): string | null {
  for (const statement of module.ast.program.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const specifier = statement.source.value;
    if (specifier.startsWith(".")) continue;
    const target = modules.graph.resolve(specifier, module.file);
    if (target.kind !== "file") continue;
    const pair = prefixes(specifier, stemOf(target.file));
    const stem = stemOf(file);
    // Another package of the workspace is no alias: its exports decide what can be imported.
    const dir = modules.graph.manifestOf(module.file)?.dir ?? modules.graph.root;
    if (pair && dir !== undefined && !`${pair.folder}/`.startsWith(`${dir}/`)) continue;
    if (pair && stem.startsWith(`${pair.folder}/`)) return pair.alias + stem.slice(pair.folder.length);
  }
  return null;
}

/** `@/lib/x` for `/app/src/lib/x` says that `@` is `/app/src`. */
function prefixes(
  specifier: string,
  stem: string,
): { readonly alias: string; readonly folder: string } | null {
  const words = specifier.split("/");
  const parts = stem.split("/");
  let shared = 0;
  while (shared < words.length - 1 && words.at(-1 - shared) === parts.at(-1 - shared)) shared++;
  if (shared === 0 || words.slice(0, -shared).join("/") === "") return null;
  const alias = words.slice(0, -shared).join("/");
  return /^[@~#$]?[\w-]*$/.test(alias) ? { alias, folder: parts.slice(0, -shared).join("/") } : null;
}

function stemOf(file: string): string {
  return file.replace(/(\/index)?\.[cm]?[jt]sx?$/, "");
}

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ignore from "ignore";

/** Where GitHub and GitLab look, in this order; the first that is there counts. */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];
/** GitHub ignores a larger file. */
const MAX_BYTES = 3_000_000;

/** Who owns a file, by its path from the top of the repository; empty where nobody does. */
export type OwnersOf = (path: string) => readonly string[];

/** Reads the CODEOWNERS of a repository. A file that cannot be read owns nothing to anybody. */
export function readCodeOwners(top: string): OwnersOf {
  for (const place of PLACES) {
    try {
      const path = join(top, place);
      const status = statSync(path);
      if (status.isFile())
        return status.size > MAX_BYTES ? () => [] : parseCodeOwners(readFileSync(path, "utf8"));
    } catch {
      // Not there, or not for us: the next place.
    }
  }
  return () => [];
}

/**
 * Reads the rules: patterns as in .gitignore, of which the last that matches counts. GitLab's sections group them;
 * a section's own owners are those of its patterns without any.
 */
export function parseCodeOwners(text: string): OwnersOf {
  const rules: { readonly matches: (path: string) => boolean; readonly owners: readonly string[] }[] = [];
  let sectionOwners: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [pattern = "", ...rest] = line.trim().split(/(?<!\\)\s+/);
    if (pattern === "" || pattern.startsWith("#")) continue;
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?\s*(.*)$/.exec(line.trim());
    if (section !== null) {
      sectionOwners = ownersIn((section[1] ?? "").split(/\s+/));
      continue;
    }
    const owners = ownersIn(rest);
    rules.push({ matches: matcher(pattern), owners: owners.length > 0 ? owners : sectionOwners });
  }
  return (path) => rules.findLast(({ matches }) => matches(path))?.owners ?? [];
}

function matcher(pattern: string): (path: string) => boolean {
  // No negation in CODEOWNERS; a pattern that starts with "!" matches nothing.
  if (pattern.startsWith("!")) return () => false;
  // `docs/*` owns the files of the folder, not those of its folders, unlike in .gitignore.
  const isShallow = pattern.endsWith("/*");
  const rule = ignore({ ignorecase: false }).add(pattern);
  const depth = pattern.replace(/^\//, "").split("/").length;
  return (path) =>
    ignore.isPathValid(path) && rule.ignores(path) && !(isShallow && path.split("/").length > depth);
}

/** Up to a comment: `@user`, `@org/team` or an address. */
function ownersIn(words: readonly string[]): string[] {
  const end = words.findIndex((word) => word.startsWith("#"));
  return words.slice(0, end === -1 ? undefined : end).filter((word) => word.includes("@"));
}

import { relative, sep } from "node:path";

/**
 * Makes globs that are relative to the config's folder relative to the root, which may lie above or below it.
 * One that can match nothing under the root is left out.
 */
export function rebaseGlobs(globs: readonly string[], folder: string, root: string): string[] {
  const down = segmentsOf(relative(root, folder));
  if (down[0] !== "..") return globs.map((glob) => [...down.map(escapeGlob), clean(glob)].join("/"));
  // The config stands above the root: the folders between must be matched by the glob's beginning.
  const between = segmentsOf(relative(folder, root));
  return globs.flatMap((glob) => withoutFolders(clean(glob).split("/"), between) ?? []);
}

function withoutFolders(glob: readonly string[], folders: readonly string[]): string | undefined {
  const [segment, ...rest] = glob;
  if (folders.length === 0) return glob.join("/");
  if (segment === undefined) return undefined;
  if (segment === "**") {
    // It may stand for any number of the folders, or for all of them and more below the root.
    const shorter = folders.map((_, index) => withoutFolders(rest, folders.slice(index)));
    return shorter.find((found) => found !== undefined) ?? glob.join("/");
  }
  if (!matchesSegment(segment, folders[0] ?? "")) return undefined;
  // A glob that names a folder above the root means all of it.
  return rest.length === 0 ? "**" : withoutFolders(rest, folders.slice(1));
}

/** A segment with braces or brackets is taken to match: better a file too many than a config that does nothing. */
function matchesSegment(glob: string, name: string): boolean {
  if (/[{}[\]()!]/.test(glob)) return true;
  const pattern = glob
    .replace(/[.+^$|\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "s").test(name);
}

function clean(glob: string): string {
  return glob.replace(/^\.\//, "").replace(/\/$/, "/**");
}

function segmentsOf(path: string): string[] {
  return path.split(sep).filter((segment) => segment !== "" && segment !== ".");
}

function escapeGlob(segment: string): string {
  return segment.replace(/[*?{}[\]()!+@\\]/g, "\\$&");
}

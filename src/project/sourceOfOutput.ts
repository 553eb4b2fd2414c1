import { findSource, type FileSet } from "./fileSet.ts";
import { baseOf, joinPath } from "./paths.ts";

const OUTPUT_FOLDER =
  /^(?:dist|lib|build|out|output|es|esm|cjs|compiled|target|\.output|bin|release|pkg|typings|types|umd)$/;
const FLAVOUR_FOLDER =
  /^(?:es|esm|cjs|mjs|umd|module|commonjs|types|typings|node|browser|es20\d\d|src|source)$/;

/**
 * The source file behind a target of a package.json: what a build would make it from, by a guess
 * (`dist/esm/index.d.ts` from `src/index.ts`), else the file itself. Build output is at times committed next to its
 * source; the source is what people edit.
 */
export function sourceOfOutput(files: FileSet, packageDir: string, target: string): string | null {
  const relative = target.replace(/^\.\//, "").replace(/\/$/, "");
  const isOwn = relative !== "" && !relative.startsWith("..") && !relative.startsWith("/");
  return (
    (isOwn ? guessSource(files, packageDir, relative, ["src/", "source/"]) : null) ??
    findSource(files, joinPath(packageDir, target), true) ??
    (isOwn ? guessSource(files, packageDir, relative, ["", "lib/", `${baseOf(packageDir)}/`]) : null)
  );
}

function guessSource(
  files: FileSet,
  packageDir: string,
  target: string,
  folders: readonly string[],
): string | null {
  const stem = target.replace(/\.d\.([cm]?ts)$/, ".$1").replace(/\.[cm]?[jt]sx?$/, "");
  for (const shorter of withoutOutputFolders(stem)) {
    for (const folder of folders) {
      const path = joinPath(packageDir, folder + shorter);
      const found =
        findSource(files, path, true) ??
        findSource(
          files,
          path.replace(/\.(?:min|umd|esm|es|cjs|module|prod|production|development|bundle)$/, ""),
          true,
        ) ??
        findSource(files, `${path}/index`, true);
      if (found !== null) return found;
    }
  }
  return null;
}

/** "dist/esm/a/b" → "a/b", "esm/a/b"; nothing when the first folder is not one of build output. */
function withoutOutputFolders(stem: string): string[] {
  const segments = stem.split("/");
  if (!OUTPUT_FOLDER.test(segments[0] ?? "")) return [];
  const results: string[] = [segments.slice(1).join("/")];
  for (let at = 1; at < segments.length - 1 && FLAVOUR_FOLDER.test(segments[at] ?? ""); at += 1) {
    results.unshift(segments.slice(at + 1).join("/"));
  }
  return results;
}

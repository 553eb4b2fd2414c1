import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const DATA_FILES = [
  ".prettierrc",
  ".prettierrc.json",
  ".prettierrc.yaml",
  ".prettierrc.yml",
  ".prettierrc.json5",
  ".prettierrc.toml",
];
const CODE_FILES = ["js", "mjs", "cjs", "ts", "mts", "cts"].flatMap((ext) => [
  `.prettierrc.${ext}`,
  `prettier.config.${ext}`,
]);

/**
 * Formats `after` as the project's Prettier would, where `before` was already exactly that; else gives it back as it is.
 * Config is data: a config that would have to be executed, a shared one from a package, or one with plugins is left alone.
 */
export async function formatLike(before: string, after: string, file: string, root: string): Promise<string> {
  const config = findConfig(file, root);
  if (config === null) return after;
  try {
    const prettier = await import("prettier");
    const settings = await prettier.resolveConfig(file, { config, editorconfig: true, useCache: false });
    if (!settings || (settings.plugins?.length ?? 0) > 0) return after;
    const options = { ...settings, filepath: file };
    return (await prettier.check(before, options)) ? await prettier.format(after, options) : after;
  } catch {
    // A config that Prettier itself refuses, or syntax that its parser does not take: the text stays as it was spliced.
    return after;
  }
}

/** The data file that configures Prettier for a file; null where there is none that is only data. */
function findConfig(file: string, root: string): string | null {
  for (let folder = dirname(file); folder.length >= root.length; folder = dirname(folder)) {
    if (CODE_FILES.some((name) => existsSync(join(folder, name)))) return null;
    const data = DATA_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (data !== undefined) return isPlainData(readFileSync(data, "utf8")) ? data : null;
    const manifest = join(folder, "package.json");
    const own = existsSync(manifest) ? prettierKey(readFileSync(manifest, "utf8")) : undefined;
    if (own !== undefined) return typeof own === "object" ? manifest : null;
    if (dirname(folder) === folder) break;
  }
  return null;
}

/** A bare string names a package that would be loaded. */
function isPlainData(text: string): boolean {
  return !/^\s*["'@\w./-]+\s*$/.test(text) && !/\bplugins\b/.test(text);
}

function prettierKey(text: string): unknown {
  try {
    return (JSON.parse(text) as { prettier?: unknown }).prettier;
  } catch {
    return undefined;
  }
}

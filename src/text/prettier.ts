import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

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
 * Config is data: code is not executed but read for its plain options, a shared config from a package is left alone,
 * and plugins are not loaded. That `before` comes out unchanged shows that the options are the right ones.
 */
export async function formatLike(before: string, after: string, file: string, root: string): Promise<string> {
  try {
    const options = await prettierOptions(file, root);
    if (!options) return after;
    const prettier = await import("prettier");
    return (await prettier.check(before, options)) ? await prettier.format(after, options) : after;
  } catch {
    // A config that Prettier itself refuses, or syntax that its parser does not take: the text stays as it was spliced.
    return after;
  }
}

/** The options that the project's own config gives for a file, without plugins; null where it has none that is plain. */
export async function prettierOptions(file: string, root: string): Promise<Record<string, unknown> | null> {
  const config = findConfig(file, root);
  if (config === null) return null;
  const prettier = await import("prettier");
  const resolved = config.isCode
    ? optionsInCode(readFileSync(config.path, "utf8"))
    : await prettier.resolveConfig(file, { config: config.path, editorconfig: true, useCache: false });
  if (!resolved) return null;
  const { plugins: _, ...plain } = resolved as Record<string, unknown>;
  return { ...plain, filepath: file };
}

interface ConfigFile {
  readonly path: string;
  readonly isCode: boolean;
}

/** The file that configures Prettier for a file; null where there is none, or only a shared one. */
function findConfig(file: string, root: string): ConfigFile | null {
  for (let folder = dirname(file); folder.length >= root.length; folder = dirname(folder)) {
    const own = findIn(folder, [...DATA_FILES, ...CODE_FILES]);
    if (own !== undefined) {
      if (CODE_FILES.includes(basename(own))) return { path: own, isCode: true };
      return isPlainData(readFileSync(own, "utf8")) ? { path: own, isCode: false } : null;
    }
    const manifest = join(folder, "package.json");
    const key = existsSync(manifest) ? prettierKey(readFileSync(manifest, "utf8")) : undefined;
    if (key !== undefined) return typeof key === "object" ? { path: manifest, isCode: false } : null;
    if (dirname(folder) === folder) break;
  }
  return null;
}

function findIn(folder: string, names: readonly string[]): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}

const OPTION =
  /\b(printWidth|tabWidth|useTabs|semi|singleQuote|jsxSingleQuote|quoteProps|trailingComma|bracketSpacing|bracketSameLine|arrowParens|endOfLine|objectWrap)["']?\s*:\s*(\d+|true|false|"[^"\n]*"|'[^'\n]*')/g;

/** The plain options in a config that is code. */
function optionsInCode(text: string): Record<string, unknown> {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, "");
  return Object.fromEntries(
    [...code.matchAll(OPTION)].map(([, name = "", value = ""]) => [
      name,
      JSON.parse(value.replaceAll("'", '"')) as unknown,
    ]),
  );
}

/** A bare string names a package that would be loaded. */
function isPlainData(text: string): boolean {
  return !/^\s*["'@\w./-]+\s*$/.test(text);
}

function prettierKey(text: string): unknown {
  try {
    return (JSON.parse(text) as { prettier?: unknown }).prettier;
  } catch {
    return undefined;
  }
}

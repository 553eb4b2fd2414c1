import { readFile } from "node:fs/promises";
import { basename, dirname, extname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lilconfig } from "lilconfig";
import { codeOf, messageOf, UserError } from "../../pipeline/userError.ts";
import { findRoot } from "../../project/findRoot.ts";
import { parseJsonc } from "./jsonc.ts";
import { parseConfig, type Config } from "./schema.ts";

/** A config and where it stands; its globs and paths are relative to that folder. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute; undefined where there is none. */
  readonly file?: string;
  /** One line for the user, on stderr. */
  readonly notice?: string;
}

const DATA_FILES = ["sadpath.config.json", "package.json"];
const CODE_FILES = ["sadpath.config.ts", "sadpath.config.mjs", "sadpath.config.js"];

/**
 * Loads the config for a run.
 * @param named the file of `--config`, absolute; only then may it be code, which is executed.
 * @param from the folder from which to look upwards otherwise. What is found so is read as data:
 *   the target's code is never executed unless the user asked for it.
 */
export async function loadConfig(named: string | undefined, from: string): Promise<LoadedConfig> {
  return named === undefined ? findConfig(from) : loadNamed(named);
}

async function findConfig(from: string): Promise<LoadedConfig> {
  // Up to the top of the project: what lies above it belongs to somebody else.
  const options = { stopDir: findRoot([from], from), ignoreEmptySearchPlaces: true };
  const data = await lilconfig("sadpath", {
    ...options,
    searchPlaces: DATA_FILES,
    loaders: { ".json": readFound },
  }).search(from);
  const code = await lilconfig("sadpath", {
    ...options,
    searchPlaces: CODE_FILES,
    loaders: { ".ts": onlySeen, ".mjs": onlySeen, ".js": onlySeen },
  }).search(from);

  const notice = code === null ? {} : { notice: noticeFor(relative(from, code.filepath)) };
  if (data === null || data.config === undefined) return { config: {}, ...notice };
  return { config: parseConfig(data.config, relative(from, data.filepath)), file: data.filepath, ...notice };
}

function noticeFor(file: string): string {
  return `${file} is code, so it was not run. To use it: --config ${file}. To stop this notice: --no-config`;
}

/** Takes the place of a loader that would execute the file. */
function onlySeen(): unknown {
  return true;
}

function readFound(file: string, text: string): unknown {
  return basename(file) === "package.json" ? packageJson(file, text) : parseJsonc(text, file);
}

/** A package.json that does not parse is broken config only if it might hold ours. lilconfig takes the key out itself. */
function packageJson(file: string, text: string): unknown {
  return text.includes('"sadpath"') ? parseJsonc(text, file) : {};
}

async function loadNamed(file: string): Promise<LoadedConfig> {
  const value = extname(file) === ".json" ? await readData(file) : await execute(file);
  return { config: parseConfig(value, file), file };
}

async function readData(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new UserError(
      codeOf(error) === "ENOENT" ? `--config: there is no file ${file}` : `--config: ${messageOf(error)}`,
    );
  }
  const value = parseJsonc(text, file);
  if (basename(file) !== "package.json") return value;
  return (value as { sadpath?: unknown } | null)?.sadpath ?? {};
}

async function execute(file: string): Promise<unknown> {
  await readFile(file).catch((error: unknown) => {
    throw new UserError(
      codeOf(error) === "ENOENT" ? `--config: there is no file ${file}` : `--config: ${messageOf(error)}`,
    );
  });
  try {
    const module: unknown =
      extname(file) === ".ts" ? await importTypeScript(file) : await import(pathToFileURL(file).href);
    const value = (module as { default?: unknown }).default ?? module;
    return value;
  } catch (error) {
    throw new UserError(`${file} could not be run: ${messageOf(error)}`);
  }
}

async function importTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  // No caches: one would write into the target's node_modules.
  return createJiti(pathToFileURL(dirname(resolve(file))).href, {
    fsCache: false,
    moduleCache: false,
  }).import(file);
}

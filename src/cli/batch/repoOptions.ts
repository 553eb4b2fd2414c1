import { dirname } from "node:path";
import type { AnalysisOptions, EntryOptions } from "../../batch/options.ts";
import { loadConfig, type LoadedConfig } from "../config/load.ts";
import { rebaseGlobs } from "../config/rebaseGlobs.ts";
import { checkPackages, checkRules } from "../names.ts";

/** The options in a repository's own config. It is read as data; a config in code is never run in a batch. */
export async function repoOptions(root: string): Promise<AnalysisOptions> {
  const loaded = await loadConfig(undefined, root);
  const options = optionsOf(loaded);
  if (loaded.file === undefined) return options;
  const folder = dirname(loaded.file);
  return {
    ...options,
    ...(options.include === undefined ? {} : { include: rebaseGlobs(options.include, folder, root) }),
    ...(options.exclude === undefined ? {} : { exclude: rebaseGlobs(options.exclude, folder, root) }),
  };
}

/** What a config says that matters to a batch. Globs are taken as relative to each repository. */
export function optionsOf({ config, file = "the config" }: LoadedConfig): AnalysisOptions {
  const { $schema: _schema, failOn: _failOn, baseline: _baseline, ...options } = config;
  return checkNames(options, file);
}

/** Options whose rules and packages exist. @throws {UserError} that suggests the nearest one. */
export function checkNames<T extends EntryOptions>(options: T, where: string): T {
  return {
    ...options,
    ...(options.rules === undefined ? {} : { rules: [...checkRules(options.rules, `${where}, "rules"`)] }),
    ...(options.packages === undefined
      ? {}
      : { packages: [...checkPackages(options.packages, `${where}, "packages"`)] }),
  };
}

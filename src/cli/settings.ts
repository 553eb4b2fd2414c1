import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { RunOptions } from "../pipeline/options.ts";
import { UserError } from "../pipeline/userError.ts";
import { banFlowOf } from "./config/banFlow.ts";
import { loadConfig, type LoadedConfig } from "./config/load.ts";
import { rebaseGlobs } from "./config/rebaseGlobs.ts";
import type { FailOn } from "./exitCode.ts";
import { checkPackages, checkRules, ruleIds } from "./names.ts";
import { isInside, resolvePlaces } from "./paths.ts";
import type { ReportFile, RunFlags } from "./runOptions.ts";
import { splitVariadic } from "./splitVariadic.ts";

/** Everything that a run of `fix` or `scan` needs, from the flags and the config. */
export interface Settings {
  readonly run: RunOptions;
  readonly isInteractive: boolean;
  readonly isForced: boolean;
  readonly since?: string;
  readonly isStaged: boolean;
  readonly format: string;
  readonly reports: readonly ReportFile[];
  readonly failOn: FailOn;
  /** Absolute. */
  readonly baseline?: string;
  readonly updatesBaseline: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  readonly color: boolean;
  /** Absolute: what file names in reports are relative to. */
  readonly shownFrom: string;
  /** As typed. */
  readonly typedPaths: readonly string[];
  readonly notice?: string;
}

/** Commands that a misspelt lone argument may have meant. */
const COMMANDS = ["fix", "scan", "batch", "worker", "list", "explain", "init", "undo", "github-comment"];

/** Checks flags and config, and merges them; flags win. @throws {UserError} for whatever does not fit. */
export async function resolveSettings(
  kind: "fix" | "scan",
  args: readonly string[],
  flags: RunFlags,
  cwd: string,
): Promise<Settings> {
  const rules = splitVariadic(flags.rule ?? [], ruleIds(), cwd);
  const packages = splitVariadic(flags.package ?? [], [], cwd);
  const ruleFlag = checkRules(rules.values, "--rule");
  const packageFlag = checkPackages(packages.values, "--package");
  const typedPaths = [...args, ...rules.paths, ...packages.paths];
  const { root, paths, shownFrom } = await resolvePlaces(typedPaths, cwd, COMMANDS);
  const loaded = await configFor(flags, cwd, root);
  checkCombinations(flags);
  const run = {
    root,
    paths,
    mode: modeOf(kind, flags),
    ...rewriting(flags, loaded),
    ...selection(ruleFlag, packageFlag, loaded),
  };
  const globs = globsOf(loaded, root);
  const baseline = baselineOf(flags, loaded, cwd);
  if (flags.updateBaseline === true && baseline === undefined)
    throw new UserError(
      '--update-baseline needs to know the file: --baseline <file>, or "baseline" in the config',
    );
  return {
    run: { ...run, ...globs, ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }) },
    isInteractive: flags.interactive === true,
    isForced: flags.force === true,
    ...(flags.since === undefined ? {} : { since: flags.since }),
    isStaged: flags.staged === true,
    format: flags.format,
    reports: flags.report ?? [],
    failOn: flags.failOn ?? loaded.config.failOn ?? "error",
    ...(baseline === undefined ? {} : { baseline }),
    updatesBaseline: flags.updateBaseline === true,
    isQuiet: flags.quiet === true,
    isVerbose: flags.verbose === true,
    color: flags.color,
    shownFrom,
    typedPaths,
    ...(loaded.notice === undefined ? {} : { notice: loaded.notice }),
  };
}

async function configFor({ config }: RunFlags, cwd: string, root: string): Promise<LoadedConfig> {
  if (config === false) return { config: {} };
  return loadConfig(
    config === undefined ? undefined : resolve(cwd, config),
    isInside(cwd, root) ? cwd : root,
  );
}

function modeOf(kind: "fix" | "scan", { write, interactive }: RunFlags): RunOptions["mode"] {
  if (kind === "scan") return "scan";
  // Asking for each change is the consent that --write gives for all.
  return write === true || interactive === true ? "write" : "dry-run";
}

function rewriting(flags: RunFlags, { config, file }: LoadedConfig) {
  const logger = flags.logger ?? config.logger;
  if (logger !== undefined && (logger.trim() === "" || /[\n\r;]/.test(logger)))
    throw new UserError(`--logger must be one expression, such as logger.error; "${logger}" is not`);
  return {
    safety: flags.safety ?? config.safety ?? "safe",
    onError: flags.onError ?? config.onError ?? "rethrow",
    ...(logger === undefined ? {} : { logger: logger.trim() }),
    errorCheck: config.errorCheck ?? "auto",
    ...(config.banFlow ? { banFlow: banFlowOf(config.banFlow, dirname(file ?? "")) } : {}),
    prettier: flags.prettier && (config.prettier ?? true),
    typecheck: flags.typecheck === true,
  } as const;
}

function selection(rules: readonly string[], packages: readonly string[], { config, file }: LoadedConfig) {
  const where = file ?? "the config";
  const wantedRules = rules.length > 0 ? rules : checkRules(config.rules ?? [], `${where}, "rules"`);
  const wantedPackages =
    packages.length > 0 ? packages : checkPackages(config.packages ?? [], `${where}, "packages"`);
  return {
    ...(wantedRules.length === 0 ? {} : { rules: wantedRules }),
    ...(wantedPackages.length === 0 ? {} : { packages: wantedPackages }),
  };
}

function globsOf({ config, file }: LoadedConfig, root: string): Pick<RunOptions, "include" | "exclude"> {
  if (file === undefined) return {};
  const folder = dirname(file);
  return {
    ...(config.include === undefined ? {} : { include: rebaseGlobs(config.include, folder, root) }),
    ...(config.exclude === undefined ? {} : { exclude: rebaseGlobs(config.exclude, folder, root) }),
  };
}

/** The flag's file is the user's choice; the config's must stay in its own folder, since it may be overwritten. */
function baselineOf(flags: RunFlags, { config, file }: LoadedConfig, cwd: string): string | undefined {
  if (flags.baseline !== undefined) return resolve(cwd, flags.baseline);
  if (config.baseline === undefined || file === undefined) return undefined;
  const path = resolve(dirname(file), config.baseline);
  if (isAbsolute(config.baseline) || !isInside(path, dirname(file)))
    throw new UserError(
      `${relative(cwd, file)}: "baseline" must lie in the config's own folder; name another with --baseline`,
    );
  return path;
}

function checkCombinations(flags: RunFlags): void {
  const isPartial = flags.since !== undefined || flags.staged === true;
  if (flags.updateBaseline === true && isPartial)
    throw new UserError("--update-baseline needs to see everything: leave out --since and --staged");
}

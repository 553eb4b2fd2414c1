import { relative, resolve } from "node:path";
import type { RunResult } from "../model/result.ts";
import { enclosingWorkTree } from "../pipeline/git.ts";
import { messageOf, UserError } from "../pipeline/userError.ts";
import { writeOwnFile } from "../pipeline/write.ts";
import { loadReporter } from "../report/formats.ts";
import type { ReportOptions } from "../report/types.ts";
import { wantsColor, type Io } from "./io.ts";
import { isInside } from "./paths.ts";
import type { Settings } from "./settings.ts";
import { showFrom } from "./showFrom.ts";
import { scopeOf } from "./scope.ts";
import { sourceUrlOf } from "./sourceUrl.ts";

/** Columns where there is no terminal to ask. */
const DEFAULT_WIDTH = 100;
/** Narrower, and every line would break. */
const MIN_WIDTH = 40;

/** Formats for services that know files by their path in the repository, wherever in it sadpath runs. */
const FROM_TOP = new Set(["sarif", "github", "gitlab"]);

/** Prints the report, and writes those that `--report` asks for. */
export async function writeReports(result: RunResult, settings: Settings, io: Io): Promise<void> {
  const scope = scopeOf(settings);
  const sourceUrl = sourceUrlOf(io.env, settings.shownFrom);
  const forFile: ReportOptions = {
    cwd: io.cwd,
    color: false,
    width: DEFAULT_WIDTH,
    isTerminal: false,
    verbose: settings.isVerbose,
    quiet: settings.isQuiet,
    safety: settings.run.safety,
    paths: settings.typedPaths,
    undoPath: isInside(io.cwd, settings.run.root) ? "" : relative(io.cwd, settings.run.root),
    ...(scope === undefined ? {} : { scope }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
  const forStdout: ReportOptions = {
    ...forFile,
    color: wantsColor(io, settings.color),
    width: io.isStdoutTerminal ? Math.max(MIN_WIDTH, io.columns ?? DEFAULT_WIDTH) : DEFAULT_WIDTH,
    isTerminal: io.isStdoutTerminal,
  };
  await io.out(await render(settings.format, result, forStdout));
  for (const { format, file } of settings.reports) {
    const text = await render(format, result, forFile);
    await writeOwnFile(resolve(io.cwd, file), text).catch((error: unknown) => {
      throw new UserError(`--report: ${file} cannot be written: ${messageOf(error)}`);
    });
  }
}

async function render(format: string, result: RunResult, options: ReportOptions): Promise<string> {
  const report = await loadReporter(format);
  const top = FROM_TOP.has(format) ? enclosingWorkTree(result.root) : undefined;
  return report?.(top === undefined ? result : showFrom(result, top), options) ?? "";
}

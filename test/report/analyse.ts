import { withOwners } from "../../src/cli/withOwners.ts";
import { withReplacements } from "../../src/cli/withReplacements.ts";
import { withSources } from "../../src/cli/withSources.ts";
import { pipelineEngine } from "../../src/cli/engine.ts";
import type { RunResult } from "../../src/model/result.ts";
import type { RunOptions } from "../../src/pipeline/options.ts";
import type { ReportOptions } from "../../src/report/index.ts";

/** What a report needs to know, as for a file. */
export const REPORT_OPTIONS: ReportOptions = {
  cwd: "/repo",
  color: false,
  width: 100,
  isTerminal: false,
  verbose: false,
  quiet: false,
  safety: "safe",
  paths: [],
};

/** The real pipeline over a folder, with all that the CLI adds for reports. */
export async function analyse(root: string, rest: Partial<RunOptions> = {}): Promise<RunResult> {
  const run: RunOptions = {
    root,
    paths: [root],
    mode: "dry-run",
    safety: "safe",
    onError: "rethrow",
    errorCheck: "auto",
    prettier: true,
    typecheck: false,
    ...rest,
  };
  const known = await withSources(await pipelineEngine.run(run));
  return withOwners(await withReplacements(known, { run, format: "sarif", reports: [] }, pipelineEngine));
}

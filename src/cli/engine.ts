import type { EditPlan } from "../model/edit.ts";
import type { FileChange, RunResult } from "../model/result.ts";
import type { RunOptions } from "../pipeline/options.ts";

/** What commands need of the pipeline; tests put another in its place. */
export interface Engine {
  readonly run: (options: RunOptions) => Promise<RunResult>;
  /** The change that these plans make to a file. */
  readonly compose: (
    root: string,
    file: string,
    before: string,
    plans: readonly EditPlan[],
    options: RunOptions,
  ) => Promise<FileChange>;
  /** Why a text does not parse; undefined where it does. */
  readonly syntaxProblem: (file: string, text: string) => Promise<string | undefined>;
}

/** The real pipeline. Loaded when it is first used: `--help` and `list` should not wait for parsers. */
export const pipelineEngine: Engine = {
  run: async (options) => (await import("../pipeline/run.ts")).run(options),
  compose: async (...args) => (await import("../pipeline/compose.ts")).composeChange(...args),
  syntaxProblem: async (file, text) =>
    (await import("../pipeline/checkSyntax.ts")).syntaxProblemOf(file, text),
};

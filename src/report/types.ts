import type { RunResult } from "../model/result.ts";
import type { Palette } from "./palette.ts";

/** What a format needs to know besides the result. */
export interface ReportOptions {
  /** Absolute; the JSON's `root` is relative to it. */
  readonly cwd: string;
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** True where the text goes to a terminal and not into a file or a program. */
  readonly isTerminal: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** The chosen level; what is above it is only shown. */
  readonly safety: "safe" | "review";
  /** The paths as they were given, for the commands that the report proposes. */
  readonly paths: readonly string[];
  /** The folder to be given to `sadpath undo`; empty where it finds the write by itself. */
  readonly undoPath?: string;
  /** What the run was limited to ("on the lines changed since main"): what was not found there may well be elsewhere. */
  readonly scope?: string;
  /** Where a line of the code can be read in a browser: the address of `cwd` at the commit, for example `https://github.com/o/r/blob/<sha>`. */
  readonly sourceUrl?: string;
}

/** A format: a pure function, so that every format tells the same. The text ends with a line break, or is empty. */
export type Reporter = (result: RunResult, options: ReportOptions) => string;

/** What the parts of the pretty report share. */
export interface PrettyContext {
  readonly result: RunResult;
  readonly options: ReportOptions;
  readonly palette: Palette;
}

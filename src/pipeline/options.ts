import type { BanFlowOptions } from "../model/banFlow.ts";

/** What a run is asked to do: the command line and the config, checked and merged. */
export interface RunOptions {
  /** Absolute; all file names of the result are relative to it. */
  readonly root: string;
  /** Absolute files or folders, already checked to exist, globs expanded. */
  readonly paths: readonly string[];
  readonly mode: "scan" | "dry-run" | "write";
  /** Only these rule ids. */
  readonly rules?: readonly string[];
  /** Only these contracts. */
  readonly packages?: readonly string[];
  readonly safety: "safe" | "review";
  readonly onError: "rethrow" | "log";
  /** An expression, for example `logger.error`. */
  readonly logger?: string;
  readonly errorCheck: "auto" | "instanceof" | "name";
  /** What the config says of ban flows. */
  readonly banFlow?: BanFlowOptions;
  readonly prettier: boolean;
  /** Gate 5: no TypeScript diagnostic that was not there before. */
  readonly typecheck: boolean;
  /** Globs of the config: only these files. */
  readonly include?: readonly string[];
  /** Globs of the config: not these files. */
  readonly exclude?: readonly string[];
  /** How many files at once; the pipeline chooses where it is not set. */
  readonly concurrency?: number;
  /** `--since` and `--staged`: whether these lines of a file (relative to the root) are wanted. */
  readonly selects?: (file: string, startLine: number, endLine: number) => boolean;
  readonly onProgress?: (event: ProgressEvent) => void;
}

/** How far a stage has come. */
export interface ProgressEvent {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly file?: string;
}

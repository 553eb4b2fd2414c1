import type { Safety } from "./contract.ts";

/** A replacement of `[start, end)` of the original text (UTF-16 offsets, BOM not counted). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file that a rewrite brings along. */
export interface NewFile {
  /** Relative to the root, forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** The edits that mend one finding, or several that share a statement. They are applied together or not at all. */
export interface EditPlan {
  readonly edits: readonly Edit[];
  /** Edits that other plans of the file may need too, and that are made once: an import. */
  readonly shared?: readonly Edit[];
  /** Lines that the edits indent: what other plans insert there is indented along. */
  readonly shifted?: { readonly start: number; readonly end: number; readonly by: string };
  /** Statements that are written anew, their expressions kept; elsewhere the edits only insert. */
  readonly replaced?: readonly { readonly start: number; readonly end: number }[];
  /** Files that the rewrite needs and that do not exist yet, relative to the root. */
  readonly newFiles?: readonly NewFile[];
  readonly safety: Safety;
  /** For example "wrap in try/catch". */
  readonly title: string;
  /** Why it is not `safe`. */
  readonly reason?: string;
  /** Fingerprints of the findings that it mends. */
  readonly fingerprints: readonly string[];
}

/** Whole lines of a text, replaced by others. Exact: nothing else of the text changes. */
export interface LineReplacement {
  /** 1-based: the first line that goes, or, with a count of 0, the line before which the text is inserted. */
  readonly line: number;
  /** How many lines go. */
  readonly count: number;
  /** Lines with their line endings; empty where lines only go. */
  readonly text: string;
}

/** What one plan, applied by itself, does to its file. */
export interface PlanReplacements {
  readonly fingerprints: readonly string[];
  readonly safety: Safety;
  readonly title: string;
  /** Ascending, without overlap. */
  readonly replacements: readonly LineReplacement[];
}

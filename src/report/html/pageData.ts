import type { Safety, Severity } from "../../model/contract.ts";

/**
 * What the page is made from, as JSON inside of it. It is plain text throughout: the page's script makes text nodes
 * of it, never markup.
 */
export interface PageData {
  readonly version: string;
  readonly mode: "scan" | "dry-run" | "write";
  readonly safety: "safe" | "review";
  readonly summary: PageSummary;
  readonly rules: Readonly<Record<string, PageRule>>;
  readonly files: readonly PageFile[];
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
  /** The command that applies the changes, and the one that applies those for review too. */
  readonly commands: { readonly write: string; readonly review: string };
}

/** The numbers of the run. */
export interface PageSummary {
  readonly filesScanned: number;
  readonly callSites: number;
  readonly duration: string;
  /** What the run was limited to; of the rest the page knows nothing. */
  readonly scope?: string;
}

/** A rule, told where its finding is. */
export interface PageRule {
  readonly severity: Severity;
  readonly summary: string;
  readonly inProduction: string;
  readonly handling: string;
  readonly notSafeWhen: string;
  /** Its page: an address, or a path in the package. */
  readonly page: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** A file with findings, changes or both. */
export interface PageFile {
  readonly path: string;
  readonly owners: readonly string[];
  /** Where its lines can be read in a browser; a line's number is put behind it. */
  readonly url?: string;
  readonly findings: readonly PageFinding[];
  /** What `--write` writes, or wrote. */
  readonly change?: PageDiff;
  /** The same with the rewrites above the chosen level. */
  readonly proposal?: PageDiff;
}

/** A finding; `open` is what fails a run. */
export interface PageFinding {
  readonly rule: string;
  readonly call: string;
  readonly severity: Severity;
  readonly safety: Safety;
  readonly status: "open" | "suppressed" | "known" | "mended";
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly title: string;
  readonly reason?: string;
  readonly trace: readonly PageStep[];
  readonly frame: readonly PageLine[];
  /** Paths of the new files that its rewrite brings along. */
  readonly brings?: readonly string[];
}

/** A step of the trace. */
export interface PageStep {
  readonly file: string;
  readonly line: number;
  readonly note: string;
  readonly url?: string;
}

/** A unified diff; `null` stands between hunks. */
export interface PageDiff {
  readonly added: number;
  readonly removed: number;
  readonly lines: readonly (PageLine | null)[];
}

/** A line of code: its number before and after (0 where it has none), and its text as pairs of class and text. */
export interface PageLine {
  readonly old: number;
  readonly new: number;
  readonly text: readonly string[];
}

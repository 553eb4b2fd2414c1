import type { Finding, FixInfo, Span } from "../../src/model/finding.ts";
import type { FileChange, FileOutcome, RunResult } from "../../src/model/result.ts";
import { diffTexts } from "../../src/text/diff.ts";

/** A result as the pipeline would give it. */
export function resultOf(files: readonly FileOutcome[], rest: Partial<RunResult> = {}): RunResult {
  return {
    mode: "dry-run",
    root: "/repo",
    version: "0.1.0",
    files,
    filesScanned: 40,
    filesParsed: 3,
    durationMs: 812.4,
    timings: [{ stage: "discover", milliseconds: 3, files: 40 }],
    ...rest,
  };
}

/** One file's outcome; its call sites are its findings unless said otherwise. */
export function fileOf(file: string, rest: Partial<FileOutcome> = {}): FileOutcome {
  return { file, status: "ok", callSites: rest.findings?.length ?? 0, findings: [], plans: [], ...rest };
}

/** A finding; `fix` and `span` may be given in part. */
export function findingOf(
  rest: Partial<Omit<Finding, "fix" | "span">> & { fix?: Partial<FixInfo>; span?: Partial<Span> } = {},
): Finding {
  return {
    contract: "pusher",
    function: "trigger",
    file: "src/notify.ts",
    disposition: "awaited",
    ending: "outside",
    trace: [],
    rule: "pusher/api-error",
    severity: "error",
    message: "pusher.trigger may reject, and nobody handles it.",
    fingerprint: "f1",
    suppressed: false,
    ...rest,
    span: { start: 0, end: 10, line: 2, column: 3, endLine: 2, endColumn: 34, ...rest.span },
    fix: { transform: "pusher", safety: "safe", applied: false, title: "wrap in try/catch", ...rest.fix },
  };
}

/** A change that mends these findings. */
export function changeOf(
  file: string,
  before: string,
  after: string,
  fingerprints: readonly string[] = ["f1"],
): FileChange {
  return { file, before, after, ...diffTexts(file, before, after), fingerprints };
}

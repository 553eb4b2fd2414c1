import { join, relative } from "node:path";
import type { FileChange, FileOutcome, RunResult } from "../model/result.ts";
import { applyChanges } from "../pipeline/applyChanges.ts";
import { findUnsafeFiles } from "../pipeline/dirtyFiles.ts";
import { UserError } from "../pipeline/userError.ts";
import type { Interrupts } from "./interrupts.ts";
import { InterruptedError } from "./interruptedError.ts";
import { markApplied } from "./markApplied.ts";
import { relocateFindings } from "./relocate.ts";
import type { Settings } from "./settings.ts";

/** Writes the changes of a result. @returns the result as it describes the tree then: what could not be written has failed. */
export async function writeResult(
  result: RunResult,
  settings: Settings,
  interrupts: Interrupts,
): Promise<RunResult> {
  const changes = result.files.flatMap(({ change }) => change ?? []);
  if (changes.length === 0) return result;
  if (!settings.isForced) await refuseUnsafe(result.root, changes, settings.shownFrom);
  const report = await interrupts.protect(() => applyChanges(result.root, changes, interrupts.signal));
  if (interrupts.signal.aborted) {
    const total = report.written.length + report.notReached.length + report.failed.length;
    throw new InterruptedError(
      `interrupted: ${report.written.length} of ${total} files were written; sadpath undo puts them back`,
    );
  }
  const failed = new Map(report.failed.map(({ file, reason }) => [file, reason]));
  const files = result.files.map((file): FileOutcome => {
    const reason = failed.get(file.file);
    if (reason !== undefined) return withoutChange(file, reason);
    return file.change === undefined ? file : relocateFindings(markApplied(file), file.change);
  });
  return { ...result, files };
}

/** Files that git could not give back are not overwritten without `--force`. @throws {UserError} that names them. */
export async function refuseUnsafe(
  root: string,
  changes: readonly Pick<FileChange, "file" | "isNew" | "renamedFrom">[],
  shownFrom: string,
): Promise<void> {
  const existing = changes
    .filter(({ isNew }) => isNew !== true)
    .map(({ file, renamedFrom }) => renamedFrom ?? file);
  const unsafe = await findUnsafeFiles(existing.map((file) => join(root, file)));
  if (unsafe.length === 0) return;
  const lines = unsafe.slice(0, 10).map(({ file, reason }) => `  ${relative(shownFrom, file)} ${reason}`);
  const more = unsafe.length > 10 ? [`  … and ${unsafe.length - 10} more`] : [];
  const head =
    "nothing was written: git could not give these files back. Commit or stash them, or use --force";
  throw new UserError([head, ...lines, ...more].join("\n"));
}

function withoutChange(file: FileOutcome, reason: string): FileOutcome {
  const { change, ...rest } = file;
  const mended = new Set(change?.fingerprints ?? []);
  const findings = file.findings.map((finding) => {
    if (!mended.has(finding.fingerprint)) return finding;
    return { ...finding, fix: { ...finding.fix, applied: false, reason: `the file ${reason}` } };
  });
  return { ...rest, findings, status: "failed", stage: "write", reason: `the file ${reason}` };
}

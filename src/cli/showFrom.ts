import { join, relative, sep } from "node:path";
import type { Finding } from "../model/finding.ts";
import type { FileChange, FileOutcome, RunResult } from "../model/result.ts";
import { diffTexts } from "../text/diff.ts";

/** The same result with file names relative to another folder, for reports. Fingerprints stay as they are. */
export function showFrom(result: RunResult, folder: string): RunResult {
  if (result.root === folder) return result;
  const rename = (file: string): string => relative(folder, join(result.root, file)).split(sep).join("/");
  return { ...result, root: folder, files: result.files.map((file) => renameFile(file, rename)) };
}

type Rename = (file: string) => string;

function renameFile(file: FileOutcome, rename: Rename): FileOutcome {
  return {
    ...file,
    file: rename(file.file),
    findings: file.findings.map((finding) => renameFinding(finding, rename)),
    ...(file.change === undefined ? {} : { change: renameChange(file.change, rename) }),
    ...(file.proposal === undefined ? {} : { proposal: renameChange(file.proposal, rename) }),
  };
}

function renameFinding(finding: Finding, rename: Rename): Finding {
  const trace = finding.trace.map((step) => ({ ...step, file: rename(step.file) }));
  return { ...finding, file: rename(finding.file), trace };
}

function renameChange(change: FileChange, rename: Rename): FileChange {
  const file = rename(change.file);
  const moved = change.renamedFrom === undefined ? {} : { renamedFrom: rename(change.renamedFrom) };
  const { diff } = diffTexts(file, change.before, change.after, { isNew: change.isNew === true, ...moved });
  return { ...change, file, diff, ...moved };
}

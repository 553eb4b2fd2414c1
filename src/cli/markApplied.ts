import type { FileOutcome } from "../model/result.ts";

/** The file with `applied` set on exactly those findings that its change mends. */
export function markApplied(file: FileOutcome): FileOutcome {
  const mended = new Set(file.change?.fingerprints ?? []);
  const findings = file.findings.map((finding) => {
    const applied = mended.has(finding.fingerprint);
    return applied === finding.fix.applied ? finding : { ...finding, fix: { ...finding.fix, applied } };
  });
  return { ...file, findings };
}

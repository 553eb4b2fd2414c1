import type { CodeFlow, Fix, Location, Region, Result, ThreadFlowLocation } from "sarif";
import type { LineReplacement } from "../../model/edit.ts";
import type { Finding } from "../../model/finding.ts";
import type { FileOutcome } from "../../model/result.ts";
import { encodePath } from "../sourceUrl.ts";
import { LEVELS } from "./sarifRules.ts";
import { sarifText } from "./text.ts";

/** Code scanning takes 10,000 steps of a trace and shows 1,000. */
const MAX_STEPS = 1000;
/** What file names are relative to, as SARIF's consumers know it. */
export const SOURCE_ROOT = "%SRCROOT%";

/** A finding as a SARIF result. */
export function sarifResult(finding: Finding, ruleIndex: number, file: FileOutcome | undefined): Result {
  const fix = fixOf(finding, file);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: sarifText(finding.message) },
    locations: [locationOf(finding)],
    // GitHub's upload action adds `primaryLocationLineHash` itself, and warns of one that it did not compute.
    partialFingerprints: { "sadpath/v1": finding.fingerprint },
    ...(finding.trace.length === 0 ? {} : { codeFlows: [codeFlow(finding)] }),
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}

function locationOf({ file, span }: Finding): Location {
  const { line, column, endLine, endColumn } = span;
  return place(file, { startLine: line, startColumn: column, endLine, endColumn });
}

function place(file: string, region: Region, note?: string): Location {
  return {
    physicalLocation: { artifactLocation: { uri: encodePath(file), uriBaseId: SOURCE_ROOT }, region },
    ...(note === undefined ? {} : { message: { text: sarifText(note) } }),
  };
}

/** The trace from the package to the call. A very long one is cut in the middle. */
function codeFlow(finding: Finding): CodeFlow {
  const half = MAX_STEPS / 2;
  const { trace } = finding;
  const steps = trace.length < MAX_STEPS ? trace : [...trace.slice(0, half), ...trace.slice(1 - half)];
  const locations: ThreadFlowLocation[] = steps.map(({ file, line, note }) => ({
    location: place(file, { startLine: line }, note),
  }));
  return {
    threadFlows: [
      { locations: [...locations, { location: { ...locationOf(finding), message: { text: "the call" } } }] },
    ],
  };
}

function fixOf(finding: Finding, file: FileOutcome | undefined): Fix | undefined {
  const plan = file?.replacements?.find(({ fingerprints }) => fingerprints.includes(finding.fingerprint));
  if (plan === undefined || plan.safety === "manual") return undefined;
  const lines = (file?.source ?? "").replace(/^\uFEFF/, "").split("\n");
  return {
    description: { text: sarifText(`${plan.title} (${plan.safety})`) },
    artifactChanges: [
      {
        artifactLocation: { uri: encodePath(finding.file), uriBaseId: SOURCE_ROOT },
        replacements: plan.replacements.map((one) => ({
          deletedRegion: regionOf(one, lines),
          ...(one.text === "" ? {} : { insertedContent: { text: one.text } }),
        })),
      },
    ],
  };
}

/** Whole lines, line break included: up to the start of the line after them, or the end of the last line. */
function regionOf({ line, count }: LineReplacement, lines: readonly string[]): Region {
  const end = line + count;
  const isBeyond = end > lines.length;
  return {
    startLine: line,
    startColumn: 1,
    endLine: isBeyond ? lines.length : end,
    endColumn: isBeyond ? (lines.at(-1)?.length ?? 0) + 1 : 1,
  };
}

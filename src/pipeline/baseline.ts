import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Finding } from "../model/finding.ts";
import type { RunResult } from "../model/result.ts";
import { codeOf, messageOf, UserError } from "./userError.ts";
import { writeOwnFile } from "./write.ts";

const baselineSchema = z.object({
  version: z.literal(1),
  findings: z.array(z.object({ fingerprint: z.string(), rule: z.string(), file: z.string() })),
});

/** Findings that are known and do not fail a run. Sorted, without positions: it should change only when they do. */
export type Baseline = z.infer<typeof baselineSchema>;

/** An empty one, for the first `--update-baseline`. */
export const EMPTY_BASELINE: Baseline = { version: 1, findings: [] };

/** Reads a baseline; undefined where there is no such file. */
export async function readBaseline(path: string): Promise<Baseline | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new UserError(`the baseline ${path} cannot be read: ${messageOf(error)}`);
  }
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError(`${path} is not a sadpath baseline; write a new one with --update-baseline`);
  }
}

/** Marks the findings that the baseline knows. */
export function applyBaseline(result: RunResult, baseline: Baseline): RunResult {
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const files = result.files.map((file) => ({
    ...file,
    findings: file.findings.map((finding) =>
      known.has(finding.fingerprint) ? { ...finding, baselined: true } : finding,
    ),
  }));
  return { ...result, files };
}

/**
 * The baseline that knows what the run left in the tree. Entries whose finding is gone are pruned,
 * but only where the run has looked: a run over one folder says nothing about the others.
 */
export function updateBaseline(
  baseline: Baseline,
  result: RunResult,
  wasLookedAt: (rule: string, file: string) => boolean,
): Baseline {
  const failed = new Set(result.files.filter(({ status }) => status === "failed").map(({ file }) => file));
  const elsewhere = baseline.findings.filter(
    ({ rule, file }) => failed.has(file) || !wasLookedAt(rule, file),
  );
  const present = result.files.flatMap(({ findings }) =>
    findings.filter((finding) => remains(result, finding)),
  );
  const entries = [...elsewhere, ...present].map(({ fingerprint, rule, file }) => ({
    fingerprint,
    rule,
    file,
  }));
  const unique = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  return { version: 1, findings: [...unique.values()].toSorted((a, b) => compare(sortKey(a), sortKey(b))) };
}

/** Saves a baseline, in a form that merges and reviews well: one finding on a line. */
export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  const lines = baseline.findings.map((finding) => `    ${JSON.stringify(finding)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  try {
    await writeOwnFile(path, `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
  } catch (error) {
    throw new UserError(`the baseline ${path} cannot be written: ${messageOf(error)}`);
  }
}

function remains(result: RunResult, finding: Finding): boolean {
  return !finding.suppressed && !(result.mode === "write" && finding.fix.applied);
}

function sortKey({ file, rule, fingerprint }: Baseline["findings"][number]): string {
  return `${file}\0${rule}\0${fingerprint}`;
}

/** By code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { createHash } from "node:crypto";
import { globSync } from "tinyglobby";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Engine } from "../../src/cli/engine.ts";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import type { EditPlan } from "../../src/model/edit.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { FileChange, FileOutcome, RunResult } from "../../src/model/result.ts";
import type { RunOptions } from "../../src/pipeline/options.ts";
import { spliceEdits } from "../../src/cli/interactive/spliceEdits.ts";
import { isInside } from "../../src/cli/paths.ts";
import { diffTexts } from "../../src/text/diff.ts";
import { findingOf } from "../report/fakeResult.ts";

/**
 * A pipeline small enough to see through: `unsafe()` in a file is an error that becomes `safe()`,
 * `doubtful()` a warning whose rewrite to `sure()` is for review, `hopeless()` a warning without a rewrite;
 * a file that holds `broken` cannot be parsed, a text with `nonsense` neither.
 */
export const fakeEngine: Engine = {
  run: async (options) => {
    const names = globSync("**/*.ts", { cwd: options.root, dot: false }).toSorted();
    const wanted = names.filter((name) =>
      options.paths.some((path) => isInside(join(options.root, name), path)),
    );
    const files = wanted.map((name) =>
      analyse(name, readFileSync(join(options.root, name), "utf8"), options),
    );
    options.onProgress?.({
      stage: "detect",
      done: wanted.length,
      total: wanted.length,
      file: wanted.at(-1) ?? "",
    });
    return resultFor(files, options);
  },
  compose: async (_root, file, before, plans) => compose(file, before, plans),
  syntaxProblem: async (_file, text) => (text.includes("nonsense") ? "Unexpected nonsense (1:1)" : undefined),
};

const CALLS = [
  { word: "unsafe()", to: "safe()", severity: "error", safety: "safe" },
  { word: "doubtful()", to: "sure()", severity: "warning", safety: "review" },
  { word: "hopeless()", to: undefined, severity: "warning", safety: "manual" },
] as const;

function resultFor(files: readonly FileOutcome[], options: RunOptions): RunResult {
  const timings = [{ stage: "detect", milliseconds: 1, files: files.length }];
  return {
    mode: options.mode,
    root: options.root,
    version: "0.0.1",
    files,
    filesScanned: files.length,
    filesParsed: files.length,
    durationMs: 5,
    timings,
  };
}

function analyse(file: string, text: string, options: RunOptions): FileOutcome {
  if (text.includes("broken"))
    return {
      file,
      status: "failed",
      stage: "parse",
      reason: "Unexpected token (1:1)",
      callSites: 0,
      findings: [],
      plans: [],
    };
  const body = text.replace(/^\uFEFF/, "");
  const findings: Finding[] = [];
  const plans: EditPlan[] = [];
  for (const match of body.matchAll(/\b(?:unsafe|doubtful|hopeless)\(\)/g)) {
    const call = CALLS.find(({ word }) => word === match[0]);
    const line = body.slice(0, match.index).split("\n").length;
    const column = match.index - body.lastIndexOf("\n", match.index - 1);
    if (call === undefined || options.selects?.(file, line, line) === false) continue;
    const end = match.index + match[0].length;
    const fingerprint = createHash("sha256")
      .update(`${file}:${match[0]}:${findings.length}`)
      .digest("hex")
      .slice(0, 12);
    const span = {
      start: match.index,
      end,
      line,
      column,
      endLine: line,
      endColumn: column + match[0].length,
    };
    findings.push(
      findingOf({
        file,
        span,
        fingerprint,
        severity: call.severity,
        message: `${match[0]} fails.`,
        fix: { safety: call.safety, title: `replace ${match[0]}` },
      }),
    );
    if (call.to !== undefined)
      plans.push({
        edits: [{ start: match.index, end, text: call.to }],
        safety: call.safety,
        title: `replace ${match[0]}`,
        fingerprints: [fingerprint],
      });
  }
  const base = { file, status: "ok" as const, callSites: findings.length, plans };
  if (options.mode === "scan") return { ...base, findings };
  const chosen = plans.filter(({ safety }) => safety === "safe" || safety === options.safety);
  const rest = plans.filter((plan) => !chosen.includes(plan));
  const change = chosen.length === 0 ? undefined : compose(file, text, chosen);
  const proposal = rest.length === 0 ? undefined : compose(file, text, plans);
  const applied = new Set(change?.fingerprints ?? []);
  return {
    ...base,
    findings: findings.map((one) => ({ ...one, fix: { ...one.fix, applied: applied.has(one.fingerprint) } })),
    ...(change === undefined ? {} : { change }),
    ...(proposal === undefined ? {} : { proposal }),
  };
}

function compose(file: string, before: string, plans: readonly EditPlan[]): FileChange {
  const after =
    spliceEdits(
      before,
      plans.flatMap(({ edits }) => edits),
    ) ?? before;
  return {
    file,
    before,
    after,
    ...diffTexts(file, before, after),
    fingerprints: plans.flatMap(({ fingerprints }) => fingerprints),
  };
}

/** What a command printed and how it ended. */
export interface CliOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the CLI in this process on the small pipeline. */
export async function runFake(
  cwd: string,
  args: readonly string[],
  io: Partial<Io> & { input?: string; engine?: Engine } = {},
): Promise<CliOutcome> {
  const { input, engine = fakeEngine, ...overrides } = io;
  let out = "";
  let err = "";
  const fake: Io = {
    cwd,
    env: {},
    stdin: Readable.from(input === undefined ? [] : [input]),
    out: async (text) => void (out += text),
    err: (text) => void (err += text),
    isStdinTerminal: false,
    isStdoutTerminal: false,
    isStderrTerminal: false,
    columns: undefined,
    ...overrides,
  };
  const code = await main(args, { io: fake, engine });
  return { code, out, err };
}

import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { createMonitor, readSnapshot, type BatchEvent } from "../../src/batch/monitor.ts";
import { clock, createBatchProgress } from "../../src/cli/batch/batchProgress.ts";
import type { Io } from "../../src/cli/io.ts";
import { tempFolder } from "../pipeline/tempRepo.ts";
import { until } from "./fleetRuns.ts";

const tally = {
  filesScanned: 2,
  callSites: 1,
  findings: { error: 1, warning: 0, info: 0 },
  fixable: { safe: 1, review: 0, manual: 0 },
  changed: 1,
  failed: 0,
  added: 7,
  removed: 1,
};
const common = { v: 1, at: "", key: "k", work: "analysis" } as const;
const EVENTS: readonly BatchEvent[] = [
  { type: "phase", phase: "analyse", total: 3, already: 5 },
  { type: "started", name: "a" },
  { type: "started", name: "b" },
  { type: "started", name: "c" },
  { type: "update", name: "c", update: { stage: "clone", worker: "host:1" } },
  {
    type: "finished",
    name: "a",
    entry: { ...common, name: "a", status: "done", commit: "c", tally, milliseconds: 1200 },
  },
  {
    type: "finished",
    name: "b",
    entry: { ...common, name: "b", status: "failed", stage: "clone", reason: "gone\u001b[2J" },
  },
];

/** What is seen of these events. */
async function show(isTerminal: boolean, isQuiet: boolean, env: Record<string, string> = {}) {
  let text = "";
  const io: Io = {
    cwd: "/",
    env,
    stdin: new PassThrough(),
    out: () => Promise.resolve(),
    err: (more) => void (text += more),
    isStdinTerminal: false,
    isStdoutTerminal: false,
    isStderrTerminal: isTerminal,
    columns: 90,
  };
  const out = tempFolder();
  const monitor = createMonitor(out);
  const progress = createBatchProgress(io, isQuiet, monitor);
  for (const event of EVENTS) {
    monitor.take(event);
    progress.take(event);
  }
  if (isTerminal && env["CI"] === undefined) await until(() => text.includes("█"), "the bar");
  progress.clear();
  const snapshot = monitor.snapshot();
  await monitor.stop();
  return { text, snapshot, stopped: await readSnapshot(out) };
}

describe("what is seen of a run", () => {
  test("in a log, a line for each job", async () => {
    const { text } = await show(false, false);
    expect(text).toBe(
      "sadpath: 5 done before\n[1/3] done     a: 1 finding, 1 file changed (1.2 s)\n[2/3] failed   b: clone: gone\\u{1b}[2J\n",
    );
    expect((await show(true, false, { CI: "true" })).text).toBe(text);
  });

  test("with --quiet, only what failed", async () => {
    expect((await show(false, true)).text).toBe("[2/3] failed   b: clone: gone\\u{1b}[2J\n");
  });

  test("at a terminal, a bar with the rate and the time left, no wider than it", async () => {
    const { text } = await show(true, false);
    const lines = text.replaceAll("\r\u001b[2K", "\n").split("\n");
    const bar = lines.find((line) => line.includes("█")) ?? "";
    expect(bar).toMatch(/^analyse █+░+ 2\/3, 1 failed, \d+\/min, \d+:\d\d left {2}c \(clone\)/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(90);
  });

  test("other processes see who is at work", async () => {
    const { snapshot, stopped } = await show(false, true);
    expect(snapshot).toMatchObject({
      total: 3,
      finished: 2,
      failed: 1,
      running: [{ name: "c", stage: "clone", worker: "host:1" }],
    });
    expect(stopped).toMatchObject({ finished: 2, running: [] });
  });

  test.each([
    [5, "0:05"],
    [65, "1:05"],
    [3725, "1:02:05"],
  ])("%i seconds are %s", (seconds, shown) => {
    expect(clock(seconds)).toBe(shown);
  });
});

import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readJobs } from "../../batch/jobsFile.ts";
import { readLedger } from "../../batch/ledger.ts";
import { lockOwner } from "../../batch/lock.ts";
import { readSnapshot, type Snapshot } from "../../batch/monitor.ts";
import { summarise } from "../../batch/summary.ts";
import type { BatchSummary } from "../../batch/summaryTypes.ts";
import { pad } from "../../report/layout.ts";
import { visible } from "../../report/visible.ts";
import { clock } from "../batch/batchProgress.ts";
import type { Io } from "../io.ts";

const INTERVAL_MS = 1000;

/** `batch status`: where a run stands. At a terminal the table is drawn anew until the run ends; elsewhere once. */
export async function runBatchStatus(folder: string, io: Io): Promise<number> {
  const out = resolve(io.cwd, folder);
  for (let isFirst = true; ; isFirst = false) {
    const isRunning = (await lockOwner(out)) !== undefined;
    const table = await statusTable(out, isRunning);
    await io.out(isFirst || !io.isStdoutTerminal ? table : `\u001b[H\u001b[J${table}`);
    if (!isRunning || !io.isStdoutTerminal) return 0;
    await delay(INTERVAL_MS);
  }
}

async function statusTable(out: string, isRunning: boolean): Promise<string> {
  const { state } = await readLedger(join(out, "ledger.jsonl"));
  const summary = summarise(await readJobs(out), state);
  const snapshot = isRunning ? await readSnapshot(out) : undefined;
  return (
    [...totalLines(summary, isRunning), ...runningLines(snapshot), ...failureLines(summary)].join("\n") + "\n"
  );
}

function totalLines({ totals }: BatchSummary, isRunning: boolean): string[] {
  const rows: readonly (readonly [string, number])[] = [
    ["repositories", totals.repositories],
    ["done", totals.done],
    ["to publish", totals.toPublish],
    ["waiting", totals.waiting],
    ["failed", totals.failed],
    ["with findings", totals.affected],
    ["files changed", totals.changedFiles],
    ["published", totals.published],
    ["pull requests", totals.pullRequests],
  ];
  const todo = totals.waiting + totals.toPublish;
  const head = isRunning ? "running" : todo > 0 ? "stopped; the same command goes on" : "ended";
  return [head, ...rows.map(([name, amount]) => `  ${name.padEnd(14)} ${String(amount).padStart(7)}`)];
}

function runningLines(snapshot: Snapshot | undefined): string[] {
  if (snapshot === undefined) return [];
  const { phase, finished, total, since, running } = snapshot;
  const minutes = (Date.now() - since) / 60_000;
  const rate = finished / Math.max(minutes, 1 / 600);
  const left = finished === 0 ? "" : `, ${clock(((total - finished) / rate) * 60)} left`;
  const width = Math.max(0, ...running.map(({ name }) => name.length));
  const lines = running.slice(0, 40).map(({ name, stage, worker, since: start }) => {
    const age = clock((Date.now() - start) / 1000);
    return `  ${pad(visible(name), width)}  ${age.padStart(7)}  ${stage.padEnd(12)} ${visible(worker ?? "")}`.trimEnd();
  });
  return [`${phase}: ${finished}/${total}, ${rate.toFixed(0)}/min${left}`, ...lines];
}

function failureLines({ failures }: BatchSummary): string[] {
  if (failures.length === 0) return [];
  const lines = failures
    .slice(0, 20)
    .map(
      ({ stage, reason, repositories }) =>
        `  ${repositories.length} × ${stage}: ${visible(reason)} (${visible(repositories[0] ?? "")}${repositories.length > 1 ? ", …" : ""})`,
    );
  return ["failures", ...lines];
}

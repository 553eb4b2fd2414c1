import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Executor, JobUpdate, RetryPolicy } from "./executor.ts";
import type { AnalysisJob, AnalysisOutcome, PublishJob, PublishOutcome } from "./job.ts";
import { JobProcess, type ProcessSettings } from "./jobProcess.ts";

/** How a pool works. */
export interface PoolSettings extends ProcessSettings {
  readonly concurrency: number;
  /** Absolute: the pool's own; what is in it is removed. */
  readonly workFolder: string;
  readonly retry: RetryPolicy;
}

/** Child processes of this machine. */
export interface LocalPool extends Executor {
  readonly publish: (job: PublishJob, onUpdate: (update: JobUpdate) => void) => Promise<PublishOutcome>;
}

/** Processes are started when they are needed, and do one job after the other. */
export function createLocalPool(settings: PoolSettings): LocalPool {
  const idle: JobProcess[] = [];
  const all = new Set<JobProcess>();
  let tries = 0;
  let isClosed = false;

  const take = (): JobProcess => {
    const process = idle.pop() ?? new JobProcess(settings);
    all.add(process);
    return process;
  };
  const giveBack = (process: JobProcess): void => {
    if (!process.isSpent && !isClosed) return void idle.push(process);
    process.kill();
    all.delete(process);
  };
  const once = async (
    request: RequestWithoutFolder,
    onUpdate: (update: JobUpdate) => void,
  ): Promise<AnalysisOutcome | PublishOutcome> => {
    const workFolder = join(settings.workFolder, String((tries += 1)));
    const process = take();
    try {
      return await process.perform({ ...request, workFolder }, (stage) => onUpdate({ stage }));
    } finally {
      giveBack(process);
      // Git children that were killed with it may still be writing for a moment.
      await rm(workFolder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    }
  };
  const withRetries = async (
    request: RequestWithoutFolder,
    onUpdate: (update: JobUpdate) => void,
  ): Promise<AnalysisOutcome | PublishOutcome> => {
    for (let retry = 0; ; retry++) {
      const outcome = await once(request, onUpdate);
      const mayPass = outcome.status === "failed" && outcome.isTransient;
      if (!mayPass || retry >= settings.retry.retries || isClosed) return outcome;
      onUpdate({ stage: `waits for try ${retry + 2}` });
      await delay(settings.retry.delayMs * 2 ** retry);
    }
  };
  return {
    capacity: settings.concurrency,
    // The request says which outcome there is.
    analyse: async (job, onUpdate) =>
      (await withRetries({ work: "analyse", job }, onUpdate)) as AnalysisOutcome,
    publish: async (job, onUpdate) =>
      (await withRetries({ work: "publish", job }, onUpdate)) as PublishOutcome,
    close: async () => {
      isClosed = true;
      const processes = [...all];
      for (const process of processes) process.kill();
      await Promise.all(processes.map((process) => process.gone()));
      await rm(settings.workFolder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    },
  };
}

type RequestWithoutFolder =
  | { readonly work: "analyse"; readonly job: AnalysisJob }
  | { readonly work: "publish"; readonly job: PublishJob };

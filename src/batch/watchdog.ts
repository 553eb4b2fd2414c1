import { Worker } from "node:worker_threads";

const INTERVAL_MS = 500;

/**
 * Runs beside the job's own thread, and so also while that one is busy or stuck. Ends the process group
 * when the run that started it is gone, or when the process takes more memory than it may:
 * V8's own limit knows nothing of buffers.
 */
const CODE = `
const { workerData } = require("node:worker_threads");
const { writeSync } = require("node:fs");
setInterval(() => {
  const isOrphan = process.ppid !== workerData.parent;
  const isTooBig = process.memoryUsage.rss() > workerData.maxBytes;
  if (!isOrphan && !isTooBig) return;
  if (isTooBig) try { writeSync(2, workerData.message + "\\n"); } catch {}
  try { process.kill(-process.pid, "SIGKILL"); } catch {}
  process.kill(process.pid, "SIGKILL");
}, workerData.interval);
`;

/** What the watchdog writes to stderr before it ends a process that has grown too big. */
export const TOO_BIG = "sadpath: the process takes too much memory";

/** Starts it, for this process. @param maxBytes resident memory. */
export function startWatchdog(maxBytes: number): void {
  const workerData = { parent: process.ppid, maxBytes, message: TOO_BIG, interval: INTERVAL_MS };
  new Worker(CODE, {
    eval: true,
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref();
}

import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Executor } from "../../batch/executor.ts";
import { createLocalPool, type LocalPool } from "../../batch/localPool.ts";
import type { BatchFlags } from "./batchOptions.ts";

/** How long is waited before the second try; doubled before each further one. */
const RETRY_DELAY_MS = 1000;

/** The child processes of this machine. */
export function openPool(
  { concurrency, memory, retries }: Pick<BatchFlags, "concurrency" | "memory"> & { readonly retries: number },
  workFolder: string,
): LocalPool {
  return createLocalPool({
    entry: jobModule(),
    memoryMb: memory,
    concurrency: concurrency ?? availableParallelism(),
    workFolder,
    retry: { retries, delayMs: RETRY_DELAY_MS },
  });
}

/** Where analyses are done: here, or by the workers of a queue. */
export async function openExecutor(
  flags: Pick<BatchFlags, "queue" | "queueTimeout" | "retries">,
  pool: LocalPool,
  onNotice: (text: string) => void,
): Promise<Executor> {
  if (flags.queue === undefined) return pool;
  const { connectQueue } = await import("../../batch/queueExecutor.ts");
  return connectQueue({
    url: flags.queue,
    timeoutSeconds: flags.queueTimeout,
    retry: { retries: flags.retries, delayMs: RETRY_DELAY_MS },
    onNotice,
  });
}

/** The module of the child processes, beside this one: `.ts` in the sources, `.js` in the package. */
function jobModule(): string {
  return fileURLToPath(new URL(`./jobProcess${extname(fileURLToPath(import.meta.url))}`, import.meta.url));
}

import { hostname } from "node:os";
import { openPool } from "../batch/openExecutor.ts";
import type { WorkerFlags } from "../batch/batchOptions.ts";
import { makeWorkPlace } from "../../batch/workPlace.ts";
import { runWorker } from "../../batch/queueWorker.ts";
import { connectionTo, loadBullmq, shownQueue } from "../../batch/queueConnection.ts";
import { UserError } from "../../pipeline/userError.ts";
import { visible } from "../../report/visible.ts";
import type { CommandContext } from "./fix.ts";

/** `worker`: takes jobs until SIGTERM or Ctrl-C; then it gives them back and ends with 0. */
export async function runWorkerCommand(
  flags: WorkerFlags,
  { io, interrupts }: CommandContext,
): Promise<number> {
  if (flags.queue === undefined) throw new UserError("--queue <url> says where the jobs are");
  connectionTo(flags.queue);
  await loadBullmq();
  const pool = openPool({ ...flags, retries: 0 }, await makeWorkPlace());
  const say = (text: string): void => {
    if (flags.quiet !== true) io.err(`${text}\n`);
  };
  say(
    `sadpath: worker ${hostname()}:${process.pid} takes jobs from ${shownQueue(flags.queue)}, ${pool.capacity} at once`,
  );
  try {
    await interrupts.protect(() =>
      runWorker({
        url: flags.queue ?? "",
        timeoutSeconds: flags.queueTimeout,
        stalledSeconds: flags.stalledAfter,
        allowVerify: flags.allowVerify === true,
        allowLocal: flags.allowLocal === true,
        pool,
        signal: interrupts.signal,
        onJob: (name, outcome) => {
          const how =
            outcome.status === "failed" ? `failed: ${outcome.stage}: ${visible(outcome.reason)}` : "done";
          say(`${visible(name)}: ${how}`);
        },
      }),
    );
  } finally {
    await pool.close();
  }
  say("sadpath: worker ended; jobs at hand went back to the queue");
  return 0;
}

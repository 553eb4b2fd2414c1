import { mkdir } from "node:fs/promises";
import { messageOf } from "../pipeline/userError.ts";
import { analyse } from "./analyse.ts";
import {
  failure,
  type AnalysisJob,
  type AnalysisOutcome,
  type PublishJob,
  type PublishOutcome,
} from "./job.ts";
import type { AnalysisOptions } from "./options.ts";
import { startWatchdog } from "./watchdog.ts";

/** What a child process is asked to do, one thing at a time. */
export type Request = { readonly workFolder: string } & (
  | { readonly work: "analyse"; readonly job: AnalysisJob }
  | { readonly work: "publish"; readonly job: PublishJob }
);

/** What it says. */
export type Reply =
  | { readonly type: "ready" }
  | { readonly type: "stage"; readonly stage: string }
  | { readonly type: "outcome"; readonly outcome: AnalysisOutcome | PublishOutcome; readonly rss: number };

/** The environment variable that tells a child its memory limit, in bytes. */
export const MAX_BYTES = "SADPATH_JOB_MAX_BYTES";

/** The child process: takes jobs from its parent until that one lets go. */
export function serveJobs(repoOptions: (root: string) => Promise<AnalysisOptions>): void {
  startWatchdog(Number(process.env[MAX_BYTES] ?? Number.POSITIVE_INFINITY));
  // Whatever this process has started (git, a verify command) is in its group, and ends with it.
  process.on("disconnect", () => {
    try {
      process.kill(-process.pid, "SIGKILL");
    } catch {
      process.exit(1);
    }
  });
  process.on("message", (request: Request) => {
    void perform(request, (stage) => reply({ type: "stage", stage }), repoOptions).then((outcome) =>
      reply({ type: "outcome", outcome, rss: process.memoryUsage.rss() }),
    );
  });
  reply({ type: "ready" });
}

function reply(message: Reply): void {
  process.send?.(message);
}

async function perform(
  request: Request,
  onStage: (stage: string) => void,
  repoOptions: (root: string) => Promise<AnalysisOptions>,
): Promise<AnalysisOutcome | PublishOutcome> {
  try {
    await mkdir(request.workFolder, { recursive: true });
    if (request.work === "analyse")
      return await analyse(request.job, { workFolder: request.workFolder, onStage, repoOptions });
    onStage("push");
    return await publish(request);
  } catch (error) {
    return failure("start", messageOf(error));
  }
}

async function publish({ job, workFolder }: Extract<Request, { work: "publish" }>): Promise<PublishOutcome> {
  return (await import("./publish.ts")).publish(job, workFolder);
}

import type { Command } from "commander";
import type { CommandContext } from "../commands/fix.ts";
import { examples } from "../examples.ts";
import type { ProgramOutput } from "../programOutput.ts";
import { addBatchOptions, addWorkerOptions, type BatchFlags, type WorkerFlags } from "./batchOptions.ts";

const EXIT_CODES = `

Exit codes:
  0  every job is done
  2  the run could not go on; the same command resumes it
  3  some jobs failed, each is named`;

/** Registers `batch`, `batch status` and `worker`. */
export function addBatchCommands(program: Command, context: CommandContext, output: ProgramOutput): void {
  const batch = program
    .command("batch")
    .argument(
      "<manifest>",
      "YAML, JSON, or a plain list: a path or git URL on each line, with an optional #ref",
    )
    .description("one migration over many repositories; what is done is not done again");
  addBatchOptions(batch).action(async (manifest: string, flags: BatchFlags) => {
    const { runBatchCommand } = await import("../commands/batch.ts");
    output.exitWith(await runBatchCommand(manifest, flags, context));
  });
  batch.addHelpText(
    "after",
    examples([
      ["sadpath batch repos.txt --out out --plan", "what would happen"],
      ["sadpath batch repos.txt --out out", "find and rewrite in clones; nothing is pushed"],
      ["sadpath batch repos.txt --out out --pr --draft --limit 20", "the next twenty pull requests"],
      ["sadpath batch status out", "where it stands"],
    ]) + EXIT_CODES,
  );
  batch
    .command("status")
    .argument("<out>", "the output folder of a batch")
    .description("where a batch stands; at a terminal, until it ends")
    .action(async (folder: string) => {
      const { runBatchStatus } = await import("../commands/batchStatus.ts");
      output.exitWith(await runBatchStatus(folder, context.io));
    });

  const worker = program
    .command("worker")
    .description("take batch jobs from a queue, until SIGTERM; see docs/scaling.md");
  addWorkerOptions(worker).action(async (flags: WorkerFlags) => {
    const { runWorkerCommand } = await import("../commands/worker.ts");
    output.exitWith(await runWorkerCommand(flags, context));
  });
  worker.addHelpText("after", examples([["sadpath worker --queue redis://queue:6379 --concurrency 4", ""]]));
}

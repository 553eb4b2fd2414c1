import { CommanderError } from "commander";
import { UserError } from "../pipeline/userError.ts";
import { visibleLines } from "../report/visible.ts";
import { pipelineEngine, type Engine } from "./engine.ts";
import { InterruptedError } from "./interruptedError.ts";
import { handleInterrupts, INTERRUPTED } from "./interrupts.ts";
import { processIo, type Io } from "./io.ts";
import { createProgram } from "./program.ts";

/** What a test puts in the place of the process and the pipeline. */
export interface MainOverrides {
  readonly io?: Io;
  readonly engine?: Engine;
}

/**
 * Runs one command.
 * @param argv without node and script.
 * @returns the exit code; `sadpath fix --help` lists them.
 */
export async function main(argv: readonly string[], overrides: MainOverrides = {}): Promise<number> {
  const io = overrides.io ?? processIo();
  const interrupts = handleInterrupts();
  let exitCode = 0;
  let printed = "";
  const program = createProgram(
    { io, engine: overrides.engine ?? pipelineEngine, interrupts },
    { out: (text) => (printed += text), err: io.err, exitWith: (code) => (exitCode = code) },
  );
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    return explainError(error, argv, io);
  } finally {
    await io.out(printed);
    interrupts.stop();
  }
}

/** What the user has to know about an error, and its exit code. Stacks are for our own mistakes, and only on request. */
function explainError(error: unknown, argv: readonly string[], io: Io): number {
  // Commander has said what is wrong; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    io.err(`sadpath: ${visibleLines(error.message)}\n`);
    return 2;
  }
  if (error instanceof InterruptedError) {
    io.err(`\nsadpath: ${error.message}\n`);
    return INTERRUPTED;
  }
  const isVerbose = argv.includes("--verbose");
  const message = error instanceof Error ? error.message.split("\n")[0] : String(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(
    isVerbose
      ? `sadpath: internal error\n${stack}\n`
      : `sadpath: internal error: ${message}; run with --verbose for the stack\n`,
  );
  return 2;
}

import { InvalidArgumentError, Option, type Command } from "commander";

/** The flags of `batch` as commander hands them over. */
export interface BatchFlags {
  readonly out?: string;
  readonly plan?: boolean;
  readonly concurrency?: number;
  readonly timeout: number;
  readonly memory: number;
  readonly retries: number;
  readonly retryFailed?: boolean;
  readonly verify?: string;
  readonly branch?: string;
  readonly commit?: boolean;
  readonly push?: boolean;
  readonly pr?: boolean;
  readonly draft?: boolean;
  readonly limit?: number;
  readonly queue?: string;
  readonly queueTimeout: number;
  readonly trustRepoConfig?: boolean;
  readonly rule?: string[];
  readonly package?: string[];
  readonly safety?: "safe" | "review";
  readonly onError?: "rethrow" | "log";
  readonly logger?: string;
  readonly prettier: boolean;
  readonly typecheck?: boolean;
  readonly config?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** The flags of `worker`. */
export interface WorkerFlags {
  readonly queue?: string;
  readonly concurrency?: number;
  readonly memory: number;
  readonly queueTimeout: number;
  readonly stalledAfter: number;
  readonly allowVerify?: boolean;
  readonly allowLocal?: boolean;
  readonly quiet?: boolean;
}

/** Registers the options of `batch`. */
export function addBatchOptions(command: Command): Command {
  command.option("--out <dir>", "where artefacts, summary and ledger go; the same again to go on");
  command.option("--plan", "print what would happen, and do nothing");
  command.addOption(number("--timeout <seconds>", "for one repository", 600));
  addPoolOptions(command);
  command.addOption(number("--retries <n>", "further tries after a failure that may pass", 2, 0));
  command.option("--retry-failed", "also do again what has failed");
  command.option(
    "--verify <command>",
    "run in each changed clone; its failure fails the job. It is the repository's code",
  );
  command.option("--branch <name>", "the branch for the commit (default: sadpath/handle-failures)");
  command.option("--commit", "commit the changes, as commit.patch for git am");
  command.option("--push", "push the commit on its branch");
  command.option("--pr", "open a pull request on GitHub, or bring it up to date");
  command.option("--draft", "open pull requests as drafts");
  command.addOption(number("--limit <n>", "publish at most so many repositories in this run"));
  addQueueOptions(command);
  command.option("--trust-repo-config", "read each repository's own config, as data");
  command.option("--rule <id...>", "only these rules (see `sadpath list`)");
  command.option("--package <name...>", "only these packages");
  command.addOption(
    new Option("--safety <level>", "which rewrites to apply (default: safe)").choices(["safe", "review"]),
  );
  command.addOption(
    new Option("--on-error <what>", "what an inserted catch does after logging (default: rethrow)").choices([
      "rethrow",
      "log",
    ]),
  );
  command.option("--logger <expr>", "what to log with (default: the file's logger, else console.error)");
  command.option("--no-prettier", "never format");
  command.option("--typecheck", "drop a change that TypeScript reports a new error for");
  command.option("--config <file>", "options for all repositories; a file of code is executed");
  command.option("--quiet", "no progress, only failures");
  return command.option("--no-color", "no colours");
}

/** Registers the options of `worker`. */
export function addWorkerOptions(command: Command): Command {
  addQueueOptions(command);
  addPoolOptions(command);
  command.addOption(
    number("--stalled-after <seconds>", "a worker that is silent for so long has lost its jobs", 30),
  );
  command.option(
    "--allow-verify",
    "run the --verify commands of jobs: whoever can write to the queue runs code here",
  );
  command.option("--allow-local", "take jobs whose repository is a path of this machine");
  return command.option("--quiet", "no line for each job");
}

function addPoolOptions(command: Command): void {
  command.addOption(number("--concurrency <n>", "repositories at once (default: the number of processors)"));
  command.addOption(number("--memory <MB>", "the heap of each child process", 2048, 64));
}

function addQueueOptions(command: Command): void {
  command.option("--queue <url>", "redis://… of a queue that `sadpath worker` processes take jobs from");
  command.addOption(
    number("--queue-timeout <seconds>", "how long to wait for a Redis that does not answer", 60),
  );
}

function number(flags: string, description: string, standard?: number, from = 1): Option {
  const option = new Option(flags, description).argParser((value: string): number => {
    if (!/^\d{1,7}$/.test(value) || Number(value) < from)
      throw new InvalidArgumentError(`It is a whole number from ${from} on.`);
    return Number(value);
  });
  return standard === undefined ? option : option.default(standard);
}

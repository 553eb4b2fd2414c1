import { UserError } from "../pipeline/userError.ts";
import { Command, InvalidArgumentError, Option } from "commander";
import { addBatchCommands } from "./batch/addBatchCommands.ts";
import type { CommandContext } from "./commands/fix.ts";
import type { CommentFlags } from "./commands/githubComment.ts";
import { examples } from "./examples.ts";
import type { ProgramOutput } from "./programOutput.ts";
import { addRunOptions, type RunFlags } from "./runOptions.ts";
import { toolVersion } from "../pipeline/version.ts";

const EXIT_CODES = `
Exit codes:
  0  no finding at or above --fail-on remains
  1  such a finding remains
  2  the command could not do its job
  3  the job was done, but at least one file failed`;

/** The command line: commands, their options and help. Each action loads what it needs only when it runs. */
export function createProgram(context: CommandContext, output: ProgramOutput): Command {
  const program = new Command("sadpath")
    .description("Finds calls whose failures nobody handles, and rewrites them so that they are handled.")
    .version(toolVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      outputError: (text, write) => write(text.replace(/^error: /, "sadpath: ")),
    })
    .exitOverride()
    .addHelpText(
      "after",
      examples([
        ["sadpath", "the diff for everything below this folder; writes nothing"],
        ["sadpath src/api --write", "apply it"],
        ["sadpath scan --since main", "only what this branch changed"],
        ["sadpath fix -f diff | git apply", "the same as --write, by way of git"],
        ["sadpath fix --help", "all options of the default command"],
      ]),
    );
  addFixAndScan(program, context, output);
  addSmallCommands(program, context, output);
  addGithubComment(program, context, output);
  addBatchCommands(program, context, output);
  return program;
}

function addFixAndScan(program: Command, context: CommandContext, output: ProgramOutput): void {
  const runWith = (kind: "fix" | "scan") => async (paths: string[], flags: RunFlags) => {
    const { runFix } = await import("./commands/fix.ts");
    output.exitWith(await runFix(kind, paths, flags, context));
  };
  const paths = "files, folders or globs; none means the current folder";
  const fix = program.command("fix", { isDefault: true }).argument("[paths...]", paths);
  fix.description(
    "find unsafe calls and show the rewrite as a diff; a dry run unless --write (the default command)",
  );
  addRunOptions(fix, "fix").action(runWith("fix"));
  fix.addHelpText(
    "after",
    examples([
      ["sadpath fix src", "show what would change"],
      ["sadpath fix src --write", "change it; sadpath undo takes it back"],
      ["sadpath fix --interactive", "decide change by change"],
      ["sadpath fix --safety review", "with the rewrites that a person should read"],
      ["sadpath fix --staged -f json", "for a pre-commit hook"],
    ]) +
      `\n\n--interactive writes what you accept. Answers may be piped, one on each line: yes | sadpath fix -i${EXIT_CODES}`,
  );

  const scan = program.command("scan").argument("[paths...]", paths);
  scan.description("find and explain unsafe calls; proposes no rewrite, and is the fastest");
  addRunOptions(scan, "scan").action(runWith("scan"));
  scan.addHelpText(
    "after",
    examples([
      ["sadpath scan", "everything below this folder"],
      ["sadpath scan --rule pusher/api-error", "one rule"],
      ["sadpath scan --baseline known.json", "fail only for what is new"],
      ["sadpath scan --report json=out.json", "for people on stdout, for programs in a file"],
    ]) + `\n${EXIT_CODES}`,
  );
}

function addSmallCommands(program: Command, context: CommandContext, output: ProgramOutput): void {
  program
    .command("list")
    .description("every contract, function, rule and transform, with its default safety")
    .option("--json", "as JSON")
    .action(async (flags: { json?: boolean }) => {
      const { runList } = await import("./commands/list.ts");
      output.exitWith(await runList(flags, context.io));
    })
    .addHelpText(
      "after",
      examples([
        ["sadpath list", "a table"],
        ["sadpath list --json", "for programs"],
      ]),
    );
  program
    .command("explain")
    .argument("<rule>", "for example pusher/api-error")
    .description("one rule: what fails, what users see in production, before and after, sources")
    .option("--no-color", "no colours")
    .action(async (rule: string, flags: { color: boolean }) => {
      const { runExplain } = await import("./commands/explain.ts");
      output.exitWith(await runExplain(rule, flags, context.io));
    })
    .addHelpText("after", examples([["sadpath explain pusher/api-error", ""]]));
  program
    .command("init")
    .description("write a commented config file, sadpath.config.json, into the current folder")
    .option("--ban-flow", "write instead the module that blocks banned users, terminates them, and retries")
    .addOption(
      new Option("--back-end <name>", "of --ban-flow; default: what the project has a client of").choices([
        "outbox",
        "bullmq",
        "in-process",
      ]),
    )
    .action(async (flags: { banFlow?: true; backEnd?: "outbox" | "bullmq" | "in-process" }) => {
      if (flags.banFlow) {
        const { runInitBanFlow } = await import("./commands/initBanFlow.ts");
        output.exitWith(await runInitBanFlow(flags.backEnd, context.io));
        return;
      }
      if (flags.backEnd !== undefined)
        throw new UserError("--back-end is an option of --ban-flow: sadpath init --ban-flow --back-end …");
      const { runInit } = await import("./commands/init.ts");
      output.exitWith(await runInit(context.io));
    })
    .addHelpText(
      "after",
      `${examples([
        ["sadpath init", ""],
        [
          "sadpath init --ban-flow",
          "the module for Pusher's ban flows, on the client and the store that the project has",
        ],
      ])}\n\nThe file is JSON with comments. A config in code (sadpath.config.ts, .mjs, .js) works too, but it is\nexecuted, and so must be named: sadpath --config sadpath.config.ts`,
    );
  program
    .command("undo")
    .argument("[folder]", "where the --write was run; none means the current folder")
    .description("put back the files that the last --write changed, if nobody has edited them since")
    .option("--quiet", "name only the files that are left alone")
    .action(async (folder: string | undefined, flags: { quiet?: boolean }) => {
      const { runUndo } = await import("./commands/undo.ts");
      output.exitWith(await runUndo(folder, flags, context));
    })
    .addHelpText(
      "after",
      examples([
        ["sadpath fix --write && npm test || sadpath undo", "keep the changes only if the tests pass"],
      ]),
    );
}

function addGithubComment(program: Command, context: CommandContext, output: ProgramOutput): void {
  program
    .command("github-comment")
    .argument("<file>", "a report, for example of --report markdown=report.md")
    .description("keep one comment of a pull request up to date with a report; for workflows")
    .option("--pull-request <number>", "default: that of the workflow's event", parseNumber)
    .option("--name <name>", "tells the comments of several jobs apart", "default")
    .option("--only-update", "write no new comment")
    .action(async (file: string, flags: CommentFlags) => {
      const { runGithubComment } = await import("./commands/githubComment.ts");
      output.exitWith(await runGithubComment(file, flags, context.io));
    })
    .addHelpText(
      "after",
      `${examples([["sadpath github-comment report.md", "in a workflow, after --report markdown=report.md"]])}

It needs the package octokit, and from the environment: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH.
Where the token may not comment, the report goes to the job's summary, and the exit code is 0.`,
    );
}

function parseNumber(value: string): number {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw new InvalidArgumentError("It is the number of a pull request.");
  return Number(value);
}

import { InvalidArgumentError, Option, type Command } from "commander";
import { formatNames } from "../report/formats.ts";
import { suggest } from "./nearest.ts";

/** The flags of `fix` and `scan` as commander hands them over; undefined where a flag is not given. */
export interface RunFlags {
  readonly write?: boolean;
  readonly interactive?: boolean;
  readonly rule?: string[];
  readonly package?: string[];
  readonly safety?: "safe" | "review";
  readonly onError?: "rethrow" | "log";
  readonly logger?: string;
  readonly since?: string;
  readonly staged?: boolean;
  readonly format: string;
  readonly report?: ReportFile[];
  readonly failOn?: "error" | "warning" | "info" | "never";
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A file; `false` for `--no-config`. */
  readonly config?: string | false;
  /** False only for `--no-prettier`. */
  readonly prettier: boolean;
  readonly typecheck?: boolean;
  readonly force?: boolean;
  readonly concurrency?: number;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** False only for `--no-color`. */
  readonly color: boolean;
}

/** `--report <name>=<file>`. */
export interface ReportFile {
  readonly format: string;
  readonly file: string;
}

/** Registers the options of a run. `scan` takes those about rewriting too, so that both fit one CI script; they do nothing there. */
export function addRunOptions(command: Command, kind: "fix" | "scan"): Command {
  const rewriting = (option: Option): Option => (kind === "scan" ? option.hideHelp() : option);
  if (kind === "fix") {
    command.option("-w, --write", "write the changes; without it nothing is written");
    command.option("-i, --interactive", "ask for each change, as `git add -p`, and write what you accept");
  }
  command.option("--rule <id...>", "only these rules (see `sadpath list`)");
  command.option("--package <name...>", "only these packages");
  command.addOption(
    rewriting(
      new Option("--safety <level>", "which rewrites to apply (default: safe)").choices(["safe", "review"]),
    ),
  );
  command.addOption(
    rewriting(
      new Option("--on-error <what>", "what an inserted catch does after logging (default: rethrow)").choices(
        ["rethrow", "log"],
      ),
    ),
  );
  command.addOption(
    rewriting(
      new Option("--logger <expr>", "what to log with (default: the file's logger, else console.error)"),
    ),
  );
  command.addOption(
    new Option("--since <ref>", "only calls on lines changed since the ref").conflicts("staged"),
  );
  command.option("--staged", "only calls on staged lines");
  command.addOption(
    new Option("-f, --format <name>", `what goes to stdout: ${formatNames.join(", ")}`)
      .default("pretty")
      .argParser(parseFormat),
  );
  command.addOption(
    new Option("--report <name=file>", "also write that format to a file; repeatable").argParser(
      collectReport,
    ),
  );
  command.addOption(
    new Option("--fail-on <severity>", "the lowest severity that makes exit code 1 (default: error)").choices(
      ["error", "warning", "info", "never"],
    ),
  );
  command.option("--baseline <file>", "known findings, which do not fail the run");
  command.option(
    "--update-baseline",
    "write the findings of this run into the baseline; prune those that are gone",
  );
  command.option(
    "--config <file>",
    "the config; only a file named here may be code (.ts, .mjs, .js), and it is executed",
  );
  command.option("--no-config", "look for no config");
  command.addOption(rewriting(new Option("--no-prettier", "never format")));
  command.addOption(
    rewriting(new Option("--typecheck", "drop a change that TypeScript reports a new error for")),
  );
  command.addOption(rewriting(new Option("--force", "write although git could not give the files back")));
  command.addOption(new Option("--concurrency <n>", "how many files at once").argParser(parseConcurrency));
  command.addOption(
    new Option("--quiet", "one line for each finding, no progress, no notices").conflicts("verbose"),
  );
  command.option("--verbose", "also infos, suppressed and known findings; timings of each stage on stderr");
  return command.option("--no-color", "no colours (also NO_COLOR; FORCE_COLOR for the contrary)");
}

/** A format's name, checked. */
function parseFormat(name: string): string {
  if (formatNames.includes(name)) return name;
  throw new InvalidArgumentError(`Formats are ${formatNames.join(", ")}${suggest(name, formatNames)}.`);
}

function collectReport(value: string, previous: ReportFile[] | undefined): ReportFile[] {
  const [, format = "", file = ""] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  if (format === "" || file === "")
    throw new InvalidArgumentError("It is a format and a file, as in --report json=out.json.");
  return [...(previous ?? []), { format: parseFormat(format), file }];
}

function parseConcurrency(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return Number(value);
}

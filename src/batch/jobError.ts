import { redact } from "./source.ts";

/** A job cannot go on. Its reason is for the log and the summary: one line, without credentials. */
export class JobError extends Error {
  override readonly name = "JobError";
  readonly stage: string;
  /** Whether another try may go better. */
  readonly isTransient: boolean;

  constructor(stage: string, reason: string, isTransient = false) {
    super(redact(reason));
    this.stage = stage;
    this.isTransient = isTransient;
  }
}

/** What servers and networks say when they may work again in a minute. */
const TRANSIENT =
  /could not resolve host|connection (?:refused|reset|timed out|closed)|timed out|early eof|unexpected disconnect|rpc failed|http (?:429|5\d\d)|returned error: (?:429|5\d\d)|temporary failure|remote end hung up|tls connection|cannot lock ref|stale info/i;

/** What they say besides when another try would hear the same. */
const FINAL =
  /repository corruption|does not appear to be a git repository|repository .*not found|authentication failed|could not read (?:username|password)|permission denied|access denied|host key verification failed/i;

/** The error of a git command that talked to another machine. */
export function gitError(stage: string, stderr: string): JobError {
  const lines = stderr.split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "" && !/^(?:warning|hint|remote): /.test(line));
  // Git puts the cause before its conclusion.
  const reason = said
    .map((line) => line.replace(/^(?:fatal|error): /, ""))
    .filter((line) => !/^(?:please make sure you have|and the repository exists)/i.test(line))
    .slice(0, 2)
    .join("; ");
  return new JobError(
    stage,
    reason === "" ? "git failed and did not say why" : reason,
    TRANSIENT.test(stderr) && !FINAL.test(stderr),
  );
}

import { fork, type ChildProcess } from "node:child_process";
import { failure, type AnalysisOutcome, type PublishOutcome } from "./job.ts";
import { MAX_BYTES, type Reply, type Request } from "./jobServer.ts";
import { TOO_BIG } from "./watchdog.ts";

/** How child processes are made. */
export interface ProcessSettings {
  /** Absolute: the module that calls `serveJobs`. */
  readonly entry: string;
  /** MB of V8's heap; half as much again may be taken outside of it. */
  readonly memoryMb: number;
}

/** What a child says last before it dies; characters of stderr that are kept. */
const MAX_STDERR = 4000;
/** A process that has done so many jobs is replaced: whatever leaks, leaks no further. */
const MAX_JOBS = 100;
const LAST_WORDS_MS = 500;

/** A child process that does one job at a time, in a process group of its own. */
export class JobProcess {
  readonly #child: ChildProcess;
  readonly #settings: ProcessSettings;
  #stderr = "";
  #jobs = 0;
  #isSpent = false;
  readonly #ended: Promise<string>;

  constructor(settings: ProcessSettings) {
    this.#settings = settings;
    this.#child = fork(settings.entry, [], {
      execArgv: [...process.execArgv, `--max-old-space-size=${settings.memoryMb}`],
      env: { ...process.env, [MAX_BYTES]: String(Math.round(settings.memoryMb * 1.5 * 2 ** 20)) },
      // A group, so that all it starts can be ended; and no terminal that git or ssh could ask on.
      detached: true,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString("utf8")).slice(-MAX_STDERR);
    });
    this.#child.on("error", (error) => (this.#stderr += error.message));
    this.#ended = new Promise((fulfil) => {
      this.#child.once("error", () => fulfil("it could not be started"));
      // Its last words may come after its end; but whoever inherited the pipe must not keep us waiting.
      this.#child.once("exit", (code, signal) => {
        const how = signal ?? `exit code ${code ?? 0}`;
        const timer = setTimeout(() => fulfil(how), LAST_WORDS_MS);
        this.#child.once("close", () => (clearTimeout(timer), fulfil(how)));
      });
    });
    void this.#ended.then(() => (this.#isSpent = true));
  }

  /** Whether it should take no further job. */
  get isSpent(): boolean {
    return this.#isSpent || this.#jobs >= MAX_JOBS;
  }

  /** Does a job. Never throws: a process that dies, or has to be ended, fails this job and no other. */
  async perform(
    request: Request,
    onStage: (stage: string) => void,
  ): Promise<AnalysisOutcome | PublishOutcome> {
    this.#jobs += 1;
    const { timeoutSeconds } = request.job;
    let stage = "start";
    let timer: NodeJS.Timeout | undefined;
    let onMessage: ((message: Reply) => void) | undefined;
    const answered = new Promise<AnalysisOutcome | PublishOutcome>((fulfil) => {
      onMessage = (message) => {
        if (message.type === "stage") onStage((stage = message.stage));
        if (message.type !== "outcome") return;
        // Close to the limit, the next job would fail for the memory of this one.
        if (message.rss > this.#settings.memoryMb * 2 ** 20) this.#jobs = MAX_JOBS;
        fulfil(message.outcome);
      };
      this.#child.on("message", onMessage);
    });
    const late = new Promise<AnalysisOutcome>((fulfil) => {
      timer = setTimeout(() => {
        this.kill();
        fulfil(failure("timeout", `not done after ${timeoutSeconds} seconds (${stage})`));
      }, timeoutSeconds * 1000);
    });
    const died = this.#ended.then((how) => failure("crash", this.#reasonOf(how, stage)));
    try {
      this.#child.send(request, (error) => void (error === null || this.kill()));
      return await Promise.race([answered, late, died]);
    } finally {
      clearTimeout(timer);
      if (onMessage !== undefined) this.#child.off("message", onMessage);
    }
  }

  /** Ends it and everything that it has started, at once. */
  kill(): void {
    this.#isSpent = true;
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      this.#child.kill("SIGKILL");
    }
  }

  /** Resolves when it is gone. */
  async gone(): Promise<void> {
    await this.#ended;
  }

  #reasonOf(how: string, stage: string): string {
    const isOutOfMemory =
      /heap out of memory|Allocation failed/i.test(this.#stderr) || this.#stderr.includes(TOO_BIG);
    if (isOutOfMemory) return `out of memory (limit ${this.#settings.memoryMb} MB, stage ${stage})`;
    const said = this.#stderr.split("\n").find((line) => /error/i.test(line)) ?? "";
    return `the process died (${how}, stage ${stage})${said === "" ? "" : `: ${said.trim()}`}`;
  }
}

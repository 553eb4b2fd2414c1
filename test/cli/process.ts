import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gitEnv } from "../pipeline/tempRepo.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** The command line of the CLI as it stands in the sources, to be followed by its arguments. */
export const CLI = [
  process.execPath,
  "--import",
  `${project}node_modules/jiti/lib/jiti-register.mjs`,
  `${project}bin/sadpath.ts`,
];

/** What a process printed and how it ended. */
export interface ProcessOutcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of a process: that of a person who has set nothing. */
export function plainEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...rest } = gitEnv();
  return { ...rest, ...more };
}

/** Runs the CLI as a process. Without input, stdin is /dev/null. */
export function runCli(
  cwd: string,
  args: readonly string[],
  input?: string,
  env: NodeJS.ProcessEnv = {},
): Promise<ProcessOutcome> {
  return runProcess(cwd, [...CLI, ...args], input, env);
}

/** Runs any process. */
export function runProcess(
  cwd: string,
  command: readonly string[],
  input?: string,
  env: NodeJS.ProcessEnv = {},
): Promise<ProcessOutcome> {
  return new Promise((fulfil, reject) => {
    const [program = "", ...args] = command;
    const stdin = input === undefined ? "ignore" : "pipe";
    const child = spawn(program, args, { cwd, env: plainEnv(env), stdio: [stdin, "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
    child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
    // It may end before it has read everything.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
    child.on("error", reject);
    child.on("close", (code) => fulfil({ code, out, err }));
  });
}

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { onTestFailed, onTestFinished } from "vitest";
import { CLI, plainEnv } from "../cli/process.ts";
import { runGit } from "../pipeline/tempRepo.ts";
import { pushesOf, type Fleet } from "./fleet.ts";

const BRANCH = "sadpath/handle-failures";

/** A process of the CLI that a test may end; it is ended with the test in any case. */
export interface CliProcess {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  /** How it ended. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts the CLI. */
export function startCli(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): CliProcess {
  const [program = "", ...rest] = [...CLI, ...args];
  const child = spawn(program, rest, { cwd, env: plainEnv(env), stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  onTestFailed(() => console.error(`sadpath ${args.join(" ")}\n${stderr.slice(-2000)}`));
  onTestFinished(() => {
    child.kill("SIGCONT");
    child.kill("SIGKILL");
  });
  const ended = new Promise<number | NodeJS.Signals>((fulfil, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => fulfil(signal ?? code ?? 0));
  });
  return { child, stderr: () => stderr, ended };
}

/** Lines of a ledger that are whole. */
export function ledgerLines(out: string): { work: string; name: string; status: string }[] {
  const file = join(out, "ledger.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { work: string; name: string; status: string });
}

/** All that a run leaves behind and that should not depend on how it went: files, summary, branches, pushes. */
export function resultOf(root: string, out: string, { remotes }: Fleet): Record<string, string> {
  const result: Record<string, string> = {};
  const steady = (text: string): string =>
    text
      .replaceAll(root, "<root>")
      .replace(/"durationMs": [\d.]+/g, '"durationMs": 0')
      .replace(/"duration":"[^"]*"/g, '"duration":""');
  for (const folder of readdirSync(out).toSorted()) {
    if (!statSync(join(out, folder)).isDirectory()) continue;
    for (const name of readdirSync(join(out, folder)).toSorted())
      result[`${folder}/${name}`] =
        name === "log.txt" ? "" : steady(readFileSync(join(out, folder, name), "utf8"));
  }
  for (const name of ["summary.json", "summary.html"])
    result[name] = steady(readFileSync(join(out, name), "utf8"));
  for (const remote of remotes) {
    if (!existsSync(join(remote, "HEAD"))) continue;
    const tree = runGit(remote, "for-each-ref", "--format=%(tree) %(parent)", `refs/heads/${BRANCH}`);
    result[`branch of ${remote.replace(root, "")}`] =
      `${tree.trim()}, pushed ${pushesOf(remote, BRANCH)} times`;
  }
  return result;
}

/** Waits until something is so. */
export async function until(condition: () => boolean, what: string, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not after ${seconds} s: ${what}`);
    await new Promise((fulfil) => setTimeout(fulfil, 25));
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

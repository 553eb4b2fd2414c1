import { spawn } from "node:child_process";

/** A program that runs against the loopback server. */
export interface Running {
  /** What it printed so far. */
  readonly output: () => string;
  /** Its exit code, once it ended by itself; null while it runs. */
  readonly exitCode: () => number | null;
  stop(): Promise<void>;
}

/** Starts a program with Node. `isShort` cuts its waits short, and has it tell them; `isNative` gives it Node's own WebSocket. */
export function runProgram(
  folder: string,
  file: string,
  url: string,
  { isShort = false, isNative = false } = {},
): Running {
  const flags = isNative ? ["--experimental-websocket"] : [];
  const child = spawn(process.execPath, [...flags, "--import", "./preload.js", file], {
    cwd: folder,
    env: { ...process.env, METERED_URL: url, NODE_OPTIONS: "", ...(isShort ? { PROOF_SHORT: "1" } : {}) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let code: number | null = null;
  const ended = new Promise<void>((resolve) => {
    child.on("close", (exit) => {
      code = exit;
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  return {
    output: () => output,
    exitCode: () => code,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Waits until something is so; says what it waited for where that never comes. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > 10_000) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

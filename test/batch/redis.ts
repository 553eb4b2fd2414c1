import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** Why tests with Redis cannot run here; undefined where they can. */
export const noRedis: string | undefined =
  spawnSync("redis-server", ["--version"]).status === 0
    ? undefined
    : "redis-server is not installed (Debian: apt-get install redis-server)";

/** A real Redis on a free port of this machine, that keeps nothing. */
export interface TestRedis {
  readonly url: string;
  /** Ends it at once; all it knew is gone. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Starts one; it ends with the test. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    const running = server;
    server = undefined;
    if (running === undefined) return;
    const gone = new Promise((fulfil) => running.once("exit", fulfil));
    running.kill("SIGKILL");
    await gone;
  };
  const start = async (): Promise<void> => {
    server = spawn(
      "redis-server",
      ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
      {
        stdio: "ignore",
      },
    );
    for (let attempt = 0; attempt < 200; attempt++) {
      if (spawnSync("redis-cli", ["-p", String(port), "ping"], { encoding: "utf8" }).stdout.trim() === "PONG")
        return;
      await sleep(50);
    }
    throw new Error("redis-server does not start");
  };
  onTestFinished(stop);
  await start();
  return { url: `redis://127.0.0.1:${port}`, stop, start };
}

function freePort(): Promise<number> {
  return new Promise((fulfil, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => fulfil(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

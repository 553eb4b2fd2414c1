import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether there is one to start. */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

/** A real Redis on a free port of this machine, that keeps nothing. */
export interface RedisServer {
  readonly url: string;
  readonly flush: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts one. */
export async function startRedis(): Promise<RedisServer> {
  const port = String(await freePort());
  const server: ChildProcess = spawn(
    "redis-server",
    ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    { stdio: "ignore" },
  );
  const ask = (...words: string[]) =>
    spawnSync("redis-cli", ["-p", port, ...words], { encoding: "utf8" }).stdout.trim();
  for (let attempt = 0; ask("ping") !== "PONG"; attempt++) {
    if (attempt === 200) throw new Error("redis-server does not start");
    await sleep(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: () => void ask("flushall"),
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = new Promise((fulfil) => server.once("exit", fulfil));
      server.kill("SIGKILL");
      await gone;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((fulfil) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => fulfil(port));
    });
  });
}

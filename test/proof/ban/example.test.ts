import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { globSync } from "tinyglobby";
import ts from "typescript";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../../src/pipeline/run.ts";
import { startPusher, type PusherDouble } from "./pusherDouble.ts";

const project = path.resolve(import.meta.dirname, "../../..");
const PACKAGES = { pusher: "pusher", express: "express4", superagent: "superagent" };

/** A copy of examples/chat-server whose client speaks to a Pusher on loopback; rewritten, or as it is. */
async function copyExample(double: PusherDouble, isRewritten: boolean): Promise<string> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "sadpath-example-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(project, "examples/chat-server"), root, {
    recursive: true,
    filter: (file) => path.basename(file) !== "node_modules",
  });
  if (isRewritten) {
    const { files } = await run({
      root,
      paths: [root],
      mode: "dry-run",
      safety: "review",
      onError: "rethrow",
      errorCheck: "auto",
      prettier: true,
      typecheck: false,
    });
    for (const { change } of files) if (change) writeFileSync(path.join(root, change.file), change.after);
  }
  writeFileSync(path.join(root, "lib/pusher.ts"), clientOf(double));
  for (const file of globSync("{server,lib}/**/*.ts", { cwd: root }))
    writeFileSync(path.join(root, file.replace(/ts$/, "js")), toCommonJs(path.join(root, file)));
  mkdirSync(path.join(root, "node_modules"));
  for (const [name, installed] of Object.entries(PACKAGES))
    symlinkSync(path.join(project, "node_modules", installed), path.join(root, "node_modules", name));
  return root;
}

function clientOf({ url }: PusherDouble): string {
  return `import Pusher from 'pusher';

const { hostname: host, port, username: key, password: secret, pathname } = new URL('${url}');
export const pusher = new Pusher({ appId: pathname.slice('/apps/'.length), key, secret, host, port, useTLS: false });
export const roomChannel = (roomId: string) => \`presence-room-\${roomId}\`;
`;
}

function toCommonJs(file: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2023,
    esModuleInterop: true,
  };
  return ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions }).outputText;
}

interface Running {
  readonly child: ChildProcess;
  ask(route: string, user: string, body: object): Promise<number | "no answer">;
}

async function start(root: string): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, ["server/index.js"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return {
    child,
    ask: (route, user, body) =>
      fetch(`http://127.0.0.1:${port}${route}`, {
        method: "POST",
        headers: { authorization: `Bearer ${user}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      }).then(
        ({ status }) => status,
        () => "no answer" as const,
      ),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** What Pusher was asked to terminate Bo with, and what it answered. */
const terminated = ({ calls }: PusherDouble) =>
  calls.filter(({ userId }) => userId === "u_bo").map(({ answer }) => answer);

test("the example as it is: a failing terminate ends the process, and the user stays connected", async () => {
  const double = await startPusher([500]);
  onTestFinished(double.close);
  const { child, ask } = await start(await copyExample(double, false));
  const ended = once(child, "exit");
  expect(await ask("/pusher/user-auth", "u_bo", { socket_id: "1.1" })).toBe(200);
  expect(await ask("/moderation/bans", "u_ada", { userId: "u_bo" })).toBe("no answer");
  expect((await ended)[0]).toBe(1);
  expect(terminated(double)).toEqual([500]);
}, 60_000);

test("the example rewritten: it runs on, the terminate is retried, and the user is kept out", async () => {
  const double = await startPusher([500, "reset"]);
  onTestFinished(double.close);
  const { child, ask } = await start(await copyExample(double, true));
  expect(await ask("/pusher/user-auth", "u_bo", { socket_id: "1.1" })).toBe(200);
  expect(await ask("/moderation/bans", "u_ada", { userId: "u_bo" })).toBe(201);
  for (let turn = 0; terminated(double).length < 3 && turn < 200; turn++) await sleep(50);
  expect(terminated(double)).toEqual([500, "reset", 200]);
  expect(await ask("/pusher/user-auth", "u_bo", { socket_id: "1.2" })).toBe(401);
  expect(child.exitCode).toBe(null);
}, 60_000);

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "../../../src/pipeline/run.ts";
import { startAdversary } from "./adversary.ts";
import { load } from "./flowProject.ts";
import { startPusher, type Answer } from "./pusherDouble.ts";
import { TRIALS, type WayRow } from "./ways.ts";

const installed = path.resolve(import.meta.dirname, "../../../node_modules");

/** An application as its authors wrote it: a ban in the database, a terminate, and endpoints that never ask. */
const SOURCES: Readonly<Record<string, string>> = {
  "package.json":
    '{ "type": "module", "private": true, "dependencies": { "express": "^5.1.0", "pusher": "^5.3.4" } }\n',
  "src/lib/users.js": `const rows = new Map();

export const users = {
  async update(id, values) {
    await new Promise((resolve) => setTimeout(resolve, 15 + Math.random() * 25));
    rows.set(id, { ...rows.get(id), ...values });
  },
};
`,
  "src/moderation.js": `import { pusher } from './lib/pusher.js';
import { users } from './lib/users.js';

export async function banUser(userId) {
  await users.update(userId, { banned: true });
  await pusher.terminateUserConnections(userId);
}

export async function unbanUser(userId) {
  await users.update(userId, { banned: false });
}
`,
  "src/server.js": `import express from 'express';
import { pusher } from './lib/pusher.js';
import { banUser, unbanUser } from './moderation.js';

export const app = express();

app.use(express.json());
app.use((req, res, next) => {
  req.user = { id: req.headers.authorization };
  next();
});

app.post('/pusher/user-auth', (req, res) => {
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});

app.post('/pusher/auth', (req, res) => {
  res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name, { user_id: req.user.id }));
});

app.put('/bans/:id', async (req, res) => {
  await banUser(req.params.id);
  res.sendStatus(204);
});

app.delete('/bans/:id', async (req, res) => {
  await unbanUser(req.params.id);
  res.sendStatus(204);
});
`,
};
const USER = "mallory";
const TIMES = { attempt: 300, retry: 10, authWindow: 150 };

interface Trial {
  readonly title: string;
  readonly isRewritten: boolean;
  readonly answers?: readonly Answer[];
  readonly isUnbanned?: boolean;
}

const trials: readonly Trial[] = [
  { title: "an Express application, as its authors wrote it", isRewritten: false },
  { title: "the same, as `sadpath --safety review` rewrites it", isRewritten: true },
  { title: "the same; Pusher answers 500 three times", isRewritten: true, answers: [500, 500, 500] },
  { title: "the same; then the user is unbanned, and asks again", isRewritten: true, isUnbanned: true },
];

/** Runs each so often, through the application's own HTTP endpoints. */
export async function runRewrittenApp(): Promise<readonly WayRow[]> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sadpath-ban-app-")));
  try {
    const rewritten = await rewrite(path.join(folder, "as-written"));
    const rows: WayRow[] = [];
    for (const [index, trial] of trials.entries()) {
      const roots = Array.from({ length: TRIALS }, (_, count) => path.join(folder, `${index}-${count}`));
      const sources = trial.isRewritten ? rewritten : SOURCES;
      const results = await Promise.all(roots.map((root) => staysIn(root, sources, trial)));
      rows.push({ title: trial.title, stayed: results.filter(Boolean).length });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the pipeline makes of the application. */
async function rewrite(root: string): Promise<Readonly<Record<string, string>>> {
  write(root, { ...SOURCES, "src/lib/pusher.js": clientOf("http://k:s@127.0.0.1:1/apps/1") });
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
  const changes = files.flatMap(({ change }) => (change ? [[change.file, change.after] as const] : []));
  return { ...SOURCES, ...Object.fromEntries(changes) };
}

function clientOf(url: string): string {
  return `import Pusher from 'pusher';

const { hostname, port, username, password, pathname } = new URL('${url}');

export const pusher = new Pusher({
  appId: pathname.slice('/apps/'.length),
  key: username,
  secret: password,
  host: hostname,
  port,
  useTLS: false,
});
`;
}

function write(root: string, sources: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  symlinkSync(path.join(installed, "pusher"), path.join(root, "node_modules/pusher"));
  symlinkSync(path.join(installed, "express5"), path.join(root, "node_modules/express"));
}

/** Whether the banned user is signed in when everything has settled. */
async function staysIn(
  root: string,
  sources: Readonly<Record<string, string>>,
  { answers = [], isRewritten, isUnbanned = false }: Trial,
): Promise<boolean> {
  const double = await startPusher(answers);
  write(root, { ...sources, "src/lib/pusher.js": clientOf(double.url) });
  const { app } = await load<{ app: { listen(port: number, host: string, done: () => void): Server } }>(
    path.join(root, "src/server.js"),
  );
  if (isRewritten) {
    const flow = await load<{ times: Record<string, number> }>(path.join(root, "src/lib/ban-flow.js"));
    Object.assign(flow.times, TIMES);
  }
  const server = await new Promise<Server>((fulfil) => {
    const started = app.listen(0, "127.0.0.1", () => fulfil(started));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (method: string, route: string, body?: object) =>
    fetch(base + route, {
      method,
      headers: { authorization: USER, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const adversary = startAdversary(
    double,
    async (socketId) => {
      // At the end of a trial the application is gone.
      const response = await ask("POST", "/pusher/user-auth", { socket_id: socketId }).catch(() => null);
      // The answer is a while on its way.
      await sleep(10 + Math.random() * 50);
      return response?.ok === true ? ((await response.json()) as { auth: string; user_data: string }) : null;
    },
    4,
  );
  await sleep(150);
  await ask("PUT", `/bans/${USER}`);
  await sleep(500);
  if (isUnbanned) {
    await ask("DELETE", `/bans/${USER}`);
    await sleep(300);
  }
  const isIn = double.signedIn(USER) > 0;
  adversary.stop();
  server.closeAllConnections();
  await new Promise((fulfil) => server.close(fulfil));
  await double.close();
  return isIn;
}

import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openProject } from "../../src/project/openProject.ts";
import { Modules } from "../../src/resolve/modules.ts";
import { banFlowFile } from "../../src/rewrite/banFlow/banFlowFile.ts";
import { openModule } from "../../src/syntax/sourceModule.ts";
import { banFlowOf, CLIENT, OPTIONS, type Sources } from "./banFlowProject.ts";

interface Case extends Sources {
  readonly title: string;
  readonly file: string;
  /** Lines that the module holds. */
  readonly lines: readonly string[];
}

const ES = `import Pusher from 'pusher';\n`;
const END = (client: string) =>
  `export const ban = (id: string) => ${client}.terminateUserConnections(id);\n`;

test.for<Case>([
  {
    title: "an exported client",
    files: CLIENT,
    file: "src/lib/ban-flow.ts",
    lines: ["import { pusher } from './pusher';", "await pusher.terminateUserConnections(userId);"],
  },
  {
    title: "a default export",
    files: { "src/push.ts": `${ES}const client = new Pusher(${OPTIONS});\nexport default client;\n` },
    file: "src/ban-flow.ts",
    lines: ["import client from './push';", "await client.terminateUserConnections(userId);"],
  },
  {
    title: "a getter",
    files: {
      "src/push.ts": `${ES}let one: Pusher | null = null;\nexport function getPusher(): Pusher {\n  if (!one) one = new Pusher(${OPTIONS});\n  return one;\n}\n`,
    },
    file: "src/ban-flow.ts",
    lines: ["import { getPusher } from './push';", "await getPusher().terminateUserConnections(userId);"],
  },
  {
    title: "a getter that gives a promise",
    files: {
      "src/push.ts": `export async function getPusher() {\n  const { default: Pusher } = await import('pusher');\n  return new Pusher(${OPTIONS});\n}\n`,
    },
    file: "src/ban-flow.ts",
    lines: ["const pusherClient = await getPusher();"],
  },
  {
    title: "a client that may be null",
    files: {
      "src/push.ts": `${ES}export const pusher = process.env.PUSHER_KEY ? new Pusher(${OPTIONS}) : null;\n`,
    },
    file: "src/ban-flow.ts",
    lines: ["if (!pusherClient) throw new Error('Pusher is not configured');"],
  },
  {
    title: "a property of an exported object",
    files: { "src/services.ts": `${ES}export const services = { pusher: new Pusher(${OPTIONS}) };\n` },
    file: "src/ban-flow.ts",
    lines: ["await services.pusher.terminateUserConnections(userId);"],
  },
  {
    title: "of several clients the one that ends connections",
    files: {
      "src/a.ts": `${ES}export const chat = new Pusher(${OPTIONS});\n`,
      "src/b.ts": `${ES}export const admin = new Pusher(${OPTIONS});\n`,
      "src/c.ts": `import { admin } from './b';\n${END("admin")}`,
    },
    file: "src/ban-flow.ts",
    lines: ["import { admin } from './b';"],
  },
  {
    title: "a name that the module has itself",
    files: { "src/push.ts": `${ES}export const block = new Pusher(${OPTIONS});\n` },
    file: "src/ban-flow.ts",
    lines: ["import { block as projectBlock } from './push';"],
  },
  {
    title: "a client that nobody exports, of environment variables",
    files: {
      "src/ban.ts": `${ES}const pusher = new Pusher(${OPTIONS});\n${END("pusher")}`,
    },
    file: "src/ban-flow.ts",
    lines: ["import Pusher from 'pusher';", `ownClient = ownClient ?? new Pusher(${OPTIONS});`],
  },
  {
    title: "a class that is given a ConfigService",
    files: {
      "src/pusher.service.ts": `${ES}import { ConfigService } from '@nestjs/config';\nexport class PusherService {\n  private readonly pusher: Pusher;\n  constructor(private readonly config: ConfigService) {\n    this.pusher = new Pusher({\n      appId: this.config.get<string>('PUSHER_APP_ID'),\n      key: config.getOrThrow('PUSHER_KEY'),\n    });\n  }\n  kick(id: string) {\n    return this.pusher.terminateUserConnections(id);\n  }\n}\n`,
    },
    file: "src/ban-flow.ts",
    lines: [
      "    appId: process.env.PUSHER_APP_ID!,",
      "    key: process.env.PUSHER_KEY!,",
      "await ownPusher().terminateUserConnections(userId);",
    ],
  },
  {
    title: "variables that were checked before",
    files: {
      "src/pusher.service.ts": `${ES}export class PusherService {\n  private pusher?: Pusher;\n  constructor() {\n    const appId = process.env.PUSHER_APP_ID;\n    const key = process.env.PUSHER_KEY;\n    if (appId && key) {\n      this.pusher = new Pusher({ appId, key, cluster: process.env.CLUSTER ?? 'eu' });\n    }\n  }\n  kick(id: string) {\n    return this.pusher?.terminateUserConnections(id);\n  }\n}\n`,
    },
    file: "src/ban-flow.ts",
    lines: [
      "new Pusher({ appId: process.env.PUSHER_APP_ID!, key: process.env.PUSHER_KEY!, cluster: process.env.CLUSTER ?? 'eu' });",
    ],
  },
  {
    title: "a client beside a global of its name that may be missing",
    files: {
      "src/push.ts": `${ES}declare global {\n  var pusher: Pusher | undefined;\n}\nexport const pusher = global.pusher || new Pusher(${OPTIONS});\n`,
    },
    file: "src/ban-flow.ts",
    lines: ["await pusher.terminateUserConnections(userId);"],
  },
  {
    title: "pg's query as a function",
    type: "commonjs",
    dependencies: { pg: "^8" },
    files: {
      "lib/pusher.js": `const Pusher = require('pusher');\n\nmodule.exports = new Pusher({ appId: process.env.A });\n`,
      "lib/db.js": `const { Pool } = require('pg');\nconst pool = new Pool();\nmodule.exports = {\n  query: (text, params) => pool.query(text, params),\n};\n`,
    },
    file: "lib/ban-flow.js",
    lines: ["const db = require('./db');", "tx.query(numbered(text), values)", "(tx = db)"],
  },
  {
    title: "settings that another module exports",
    files: {
      "src/env.ts": `export const env = { id: process.env.A!, key: process.env.B! };\n`,
      "src/ban.ts": `${ES}import { env } from './env';\nconst make = () => new Pusher({ appId: env.id, key: env.key });\n${END("make()")}`,
    },
    file: "src/ban-flow.ts",
    lines: ["import { env } from './env';", "new Pusher({ appId: env.id, key: env.key });"],
  },
  {
    title: "a server beside a client: the module is on the server's side",
    files: {
      "server/push/client.ts": `${ES}export const pusher = new Pusher(${OPTIONS});\n`,
      "src/main.ts": "export const app = 1;\n",
    },
    file: "server/push/ban-flow.ts",
    lines: ["import { pusher } from './client';"],
  },
  {
    title: "a client in a route: the module is none",
    files: {
      "src/pages/api/ban.ts": `${ES}const pusher = new Pusher(${OPTIONS});\nexport default (id: string) => pusher.terminateUserConnections(id);\n`,
    },
    file: "src/ban-flow.ts",
    lines: ["await ownPusher().terminateUserConnections(userId);"],
  },
  {
    title: "CommonJS without semicolons",
    type: "commonjs",
    files: {
      "lib/pusher.js": `const Pusher = require('pusher')\n\nmodule.exports = new Pusher({ appId: process.env.A })\n`,
    },
    file: "lib/ban-flow.js",
    lines: ["const pusher = require('./pusher')\n", "module.exports = {\n  times,", "  terminate,\n"],
  },
  {
    title: "CommonJS, double quotes, tabs, an object of exports",
    type: "commonjs",
    files: {
      "lib/pusher.js": `const Pusher = require("pusher");\n\nconst pusher = new Pusher({\n\tappId: process.env.A,\n});\nmodule.exports = { pusher };\n`,
    },
    file: "lib/ban-flow.js",
    lines: ['const { pusher } = require("./pusher");', "\n\tcheckUserId(userId);\n"],
  },
  {
    title: "CommonJS whose client's module will import this one: it is asked for when it is complete",
    type: "commonjs",
    files: {
      "lib/pusher.js": `const Pusher = require('pusher');\n\nconst pusher = new Pusher({ appId: process.env.A });\nexports.pusher = pusher;\nexports.ban = (id) => pusher.terminateUserConnections(id);\n`,
    },
    file: "lib/ban-flow.js",
    lines: ["  await require('./pusher').pusher.terminateUserConnections(userId);"],
  },
  {
    title: "extensions in imports",
    files: { ...CLIENT, "src/a.ts": `import { pusher } from './lib/pusher.js';\n${END("pusher")}` },
    file: "src/lib/ban-flow.ts",
    lines: ["import { pusher } from './pusher.js';"],
  },
])("$title", async ({ file, lines, ...sources }) => {
  const { found } = await banFlowOf(sources);
  if ("reason" in found) throw new Error(found.reason);
  expect(found.file).toBe(file);
  for (const line of lines) expect(found.text).toContain(line);
  expect(found.text).not.toMatch(/[⟨⟩]/);
  expect(() => openModule(found.text, `/project/${file}`)).not.toThrow();
});

test.for([
  ["no client", { "src/a.ts": "export const pusher = 1;\n" }, "no Pusher client was found"],
  [
    "a client of arguments",
    {
      "src/a.ts": `${ES}export class Bans {\n  pusher: Pusher;\n  constructor(options: Pusher.Options) {\n    this.pusher = new Pusher(options);\n  }\n  ban = (id: string) => this.pusher.terminateUserConnections(id);\n}\n`,
    },
    "not environment variables alone",
  ],
  [
    "a client whose secret stands in the code",
    {
      "src/a.ts": `${ES}const pusher = new Pusher({ appId: '1', key: 'k', secret: 's3cret' });\n${END("pusher")}`,
    },
    "not environment variables alone",
  ],
  [
    "a secret in a constant",
    {
      "src/a.ts": `${ES}const secret = 's3cret';\nconst pusher = new Pusher({ appId: '1', key: 'k', secret });\n${END("pusher")}`,
    },
    "not environment variables alone",
  ],
  [
    "two clients that end connections",
    {
      "src/a.ts": `${ES}export const chat = new Pusher(${OPTIONS});\n${END("chat")}`,
      "src/b.ts": `${ES}export const admin = new Pusher(${OPTIONS});\n${END("admin")}`,
    },
    "several Pusher clients",
  ],
  [
    "another module of that name",
    { ...CLIENT, "src/lib/ban-flow.ts": "export const x = 1;\n" },
    "is there already",
  ],
] as const)("says why there is no module: %s", async ([, files, reason]) => {
  const { found } = await banFlowOf({ files });
  expect("reason" in found ? found.reason : found.text).toContain(reason);
});

test("a module that an overlay holds is there", async () => {
  const { root, found } = await banFlowOf({ files: CLIENT });
  if ("reason" in found) throw new Error(found.reason);
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const overlay = openModule(found.text, `${project.root}/${found.file}`);
  const modules = new Modules(project).withOverlays([overlay]);
  const again = banFlowFile(modules.get(`${project.root}/src/lib/pusher.ts`)!, modules);
  expect(again).toEqual({ ...found, exists: true });
});

test("a module that is there is kept, and is not taken for the client", async () => {
  const { root, found } = await banFlowOf({ files: CLIENT });
  if ("reason" in found) throw new Error(found.reason);
  expect(found.exists).toBe(false);
  const edited = `${found.text}\n// Ours now.\n`;
  writeFileSync(path.join(root, found.file), edited);
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const modules = new Modules(project);
  const again = banFlowFile(modules.get(`${project.root}/src/lib/pusher.ts`)!, modules);
  expect(again).toMatchObject({ exists: true, text: edited, file: found.file });
});

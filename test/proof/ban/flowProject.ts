import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openProject } from "../../../src/project/openProject.ts";
import { Modules } from "../../../src/resolve/modules.ts";
import { banFlowFile } from "../../../src/rewrite/banFlow/banFlowFile.ts";
import type { BackEnd } from "../../../src/rewrite/banFlow/moduleText.ts";

const installed = path.resolve(import.meta.dirname, "../../../node_modules");
const folder = mkdtempSync(path.join(tmpdir(), "sadpath-ban-"));
let count = 0;

/** What the scaffolded modules have in common, as far as the proof uses it. */
export interface Flow {
  readonly times: Record<string, number>;
  block(userId: string, db?: unknown): Promise<void>;
  unblock(userId: string): Promise<void>;
  isBlocked(userId: string): Promise<boolean>;
  terminate(userId: string): Promise<"done" | "queued">;
  start?(): void;
  stop?(): Promise<void>;
  sweep?(): Promise<void>;
  readonly BAN_FLOW_TABLE?: string;
}

/** A small project, with the module that sadpath wrote for it. Absolute paths. */
export interface FlowProject {
  readonly root: string;
  readonly module: string;
  /** The module that the project exports its store's client from. */
  readonly clients: string;
}

/** The sources of a project whose client speaks to a Pusher, and whose store is a Redis, or PostgreSQL in a folder. */
function sourcesOf(backEnd: BackEnd, pusherUrl: string, store: string): Record<string, string> {
  const base = {
    "src/lib/pusher.js": `import Pusher from "pusher";

const { hostname, port, username, password, pathname } = new URL(${JSON.stringify(pusherUrl)});
export const pusher = new Pusher({
  appId: pathname.slice("/apps/".length),
  key: username,
  secret: password,
  host: hostname,
  port,
  useTLS: false,
});
`,
    "src/server.js": `import { pusher } from "./lib/pusher.js";

export const ban = (id) => pusher.terminateUserConnections(id);
`,
  };
  if (backEnd === "bullmq")
    return {
      ...base,
      "src/lib/clients.js": `import { Redis } from "ioredis";

export const redis = new Redis(${JSON.stringify(store)});
redis.on("error", () => undefined);
export const close = async () => redis.disconnect();
`,
    };
  if (backEnd === "outbox")
    return {
      ...base,
      "src/lib/clients.js": `import { Pool } from "pg";

export const pool = new Pool({ connectionString: ${JSON.stringify(store)} });
export const close = () => pool.end();
`,
      // PostgreSQL itself, compiled to WebAssembly, behind pg's interface.
      "node_modules/pg/index.js": `import { PGlite } from "@electric-sql/pglite";

export class Pool {
  #db;
  #isShared;
  constructor({ connectionString }) {
    this.#isShared = connectionString === "";
    this.#db = this.#isShared ? (globalThis.sadpathDatabase ??= new PGlite()) : new PGlite(connectionString);
  }
  query(text, values) {
    return this.#db.query(text, values);
  }
  transaction(work) {
    return this.#db.transaction(work);
  }
  async end() {
    if (!this.#isShared) await this.#db.close();
  }
}
`,
      "node_modules/pg/package.json": `{"name":"pg","type":"module","exports":"./index.js"}\n`,
    };
  return { ...base, "src/lib/clients.js": `export const close = async () => undefined;\n` };
}

const DEPENDENCIES: Readonly<Record<BackEnd, Readonly<Record<string, string>>>> = {
  bullmq: { bullmq: "^6.7.0", ioredis: "^6.0.0" },
  outbox: { pg: "^8.0.0" },
  "in-process": {},
};

const written = new Map<BackEnd, { readonly file: string; readonly text: string }>();

/** What sadpath writes for a project; it depends on no address, and so is asked for once. */
async function moduleOf(
  backEnd: BackEnd,
  root: string,
): Promise<{ readonly file: string; readonly text: string }> {
  const known = written.get(backEnd);
  if (known) return known;
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const modules = new Modules(project);
  const asking = modules.get(`${project.root}/src/server.js`);
  const found = asking ? banFlowFile(asking, modules) : { reason: "the project has no server" };
  if ("reason" in found) throw new Error(found.reason);
  if (found.backEnd !== backEnd) throw new Error(`${found.backEnd} was chosen for ${backEnd}`);
  written.set(backEnd, found);
  return found;
}

/** Writes a project of a back end's kind (an outbox without a store of its own shares one in memory), with the module that sadpath writes for it. */
export async function writeProject(backEnd: BackEnd, pusherUrl: string, store: string): Promise<FlowProject> {
  const root = path.join(realpathSync(folder), `${backEnd}-${++count}`);
  const manifest = { type: "module", dependencies: { pusher: "^5.3.4", ...DEPENDENCIES[backEnd] } };
  const sources = {
    ...sourcesOf(backEnd, pusherUrl, store),
    "package.json": `${JSON.stringify(manifest)}\n`,
  };
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  for (const name of ["pusher", "bullmq", "ioredis", "@electric-sql"])
    symlinkSync(path.join(installed, name), path.join(root, "node_modules", name));
  const { file, text } = await moduleOf(backEnd, root);
  writeFileSync(path.join(root, file), text);
  return { module: path.join(root, file), clients: path.join(root, "src/lib/clients.js"), root };
}

/** A module of a project, running. */
export async function load<T>(file: string): Promise<T> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as T;
}

/** Removes what was written. */
export const removeProjects = (): void => rmSync(folder, { recursive: true, force: true });

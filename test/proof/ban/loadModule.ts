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

/** A small project of a back end's kind, and the ban-flow module that sadpath wrote for it. */
export interface FlowProject {
  /** Absolute path of the module. */
  readonly file: string;
  readonly backEnd: BackEnd;
  readonly notes: readonly string[];
  /** The modules that the project itself exports its clients from. */
  readonly clients: string;
}

/** The sources of a project whose client speaks to a Pusher, and whose store is a Redis or a PostgreSQL in this process. */
function sourcesOf(backEnd: BackEnd, pusherUrl: string, redisUrl: string): Record<string, string> {
  const base = {
    "src/lib/pusher.js": `import Pusher from "pusher";\n\nexport const pusher = Pusher.forURL(${JSON.stringify(pusherUrl)});\n`,
    "src/server.js": `import { pusher } from "./lib/pusher.js";\n\nexport const ban = (id) => pusher.terminateUserConnections(id);\n`,
  };
  if (backEnd === "bullmq")
    return {
      ...base,
      "src/lib/clients.js": `import { Redis } from "ioredis";\n\nexport const redis = new Redis(${JSON.stringify(redisUrl)});\nredis.on("error", () => undefined);\nexport const close = () => redis.disconnect();\n`,
    };
  if (backEnd === "outbox")
    return {
      ...base,
      "src/lib/clients.js": `import { Pool } from "pg";\n\nexport const pool = new Pool();\nexport const close = () => pool.end();\n`,
      // PostgreSQL itself, compiled to WebAssembly, behind pg's interface.
      "node_modules/pg/index.js": `import { PGlite } from "@electric-sql/pglite";
export class Pool {
  #db = new PGlite();
  query(text, values) {
    return this.#db.query(text, values);
  }
  transaction(work) {
    return this.#db.transaction(work);
  }
  end() {
    return this.#db.close();
  }
}
`,
      "node_modules/pg/package.json": `{"name":"pg","type":"module","exports":"./index.js"}\n`,
    };
  return { ...base, "src/lib/clients.js": `export const close = () => undefined;\n` };
}

const DEPENDENCIES: Readonly<Record<BackEnd, Readonly<Record<string, string>>>> = {
  bullmq: { bullmq: "^6.7.0", ioredis: "^6.0.0" },
  outbox: { pg: "^8.0.0" },
  "in-process": {},
};

/** Writes a project of a back end's kind, and lets sadpath write its module. */
export async function writeProject(backEnd: BackEnd, pusherUrl: string, redisUrl = ""): Promise<FlowProject> {
  const root = path.join(realpathSync(folder), `${backEnd}-${++count}`);
  const manifest = { type: "module", dependencies: { pusher: "^5.3.4", ...DEPENDENCIES[backEnd] } };
  const sources = {
    ...sourcesOf(backEnd, pusherUrl, redisUrl),
    "package.json": `${JSON.stringify(manifest)}\n`,
  };
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  for (const name of ["pusher", "bullmq", "ioredis", "@electric-sql"])
    symlinkSync(path.join(installed, name), path.join(root, "node_modules", name));
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const modules = new Modules(project);
  const asking = modules.get(`${project.root}/src/server.js`);
  const found = asking ? banFlowFile(asking, modules) : { reason: "the project has no server" };
  if ("reason" in found) throw new Error(found.reason);
  const file = path.join(root, found.file);
  writeFileSync(file, found.text);
  return {
    file,
    backEnd: found.backEnd,
    notes: found.notes,
    clients: path.join(root, "src/lib/clients.js"),
  };
}

/** A module of a project, running. */
export async function load<T>(file: string): Promise<T> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as T;
}

/** Removes what was written. */
export const removeProjects = (): void => rmSync(folder, { recursive: true, force: true });

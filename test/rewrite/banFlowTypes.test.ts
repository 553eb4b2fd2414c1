import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import type { BackEnd } from "../../src/rewrite/banFlow/moduleText.ts";
import { banFlowOf, CLIENT, type Sources } from "./banFlowProject.ts";

const strict: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  skipLibCheck: true,
  types: ["node"],
};
const installed = path.resolve(import.meta.dirname, "../../node_modules");

/** A caller that blocks in a transaction of its own. */
const inTransaction = (importDb: string, run: string) => ({
  "src/ban.ts": `${importDb}\nimport { block, isBlocked, start, stop, terminate, unblock } from './lib/ban-flow';\n\nexport const ban = async (id: string): Promise<string> => {\n  await ${run};\n  return (await isBlocked(id)) ? terminate(id) : 'free';\n};\nexport const others = [unblock, start, stop];\n`,
});
const schema = (provider: string) => ({
  "prisma/schema.prisma": `datasource db {\n  provider = "${provider}"\n  url      = env("DATABASE_URL")\n}\n`,
});
const prisma = {
  "src/db.ts": `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n`,
};
const drizzle = (driver: string) => ({
  "src/db.ts": `import { drizzle } from 'drizzle-orm/${driver}';\nexport const db = drizzle('url');\n`,
});

interface Case extends Sources {
  readonly title: string;
  readonly backEnd: BackEnd;
  /** What the module holds. */
  readonly text: string;
}

test.for<Case>([
  { title: "nothing", files: {}, backEnd: "in-process", text: "WARNING" },
  {
    title: "Prisma, PostgreSQL",
    dependencies: { "@prisma/client": "^6" },
    files: {
      ...schema("postgresql"),
      ...prisma,
      ...inTransaction("import { prisma } from './db';", "prisma.$transaction((tx) => block(id, tx))"),
    },
    backEnd: "outbox",
    text: "model BanFlow {",
  },
  {
    title: "Prisma, MySQL",
    dependencies: { "@prisma/client": "^6" },
    files: { ...schema("mysql"), ...prisma },
    backEnd: "outbox",
    text: "on duplicate key update",
  },
  {
    title: "Prisma, MongoDB",
    dependencies: { "@prisma/client": "^6" },
    files: { ...schema("mongodb"), ...prisma },
    backEnd: "in-process",
    text: "WARNING",
  },
  {
    title: "Prisma, MongoDB, and BullMQ",
    dependencies: { "@prisma/client": "^6", bullmq: "^6", ioredis: "^6" },
    files: { ...schema("mongodb"), ...prisma },
    backEnd: "bullmq",
    text: "new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379')",
  },
  {
    title: "pg",
    dependencies: { pg: "^8" },
    files: {
      "src/db.ts": `import { Pool } from 'pg';\nexport const pool = new Pool();\n`,
      ...inTransaction("import { pool } from './db';", "block(id, await pool.connect())"),
    },
    backEnd: "outbox",
    text: "export const BAN_FLOW_TABLE",
  },
  {
    title: "postgres",
    dependencies: { postgres: "^3" },
    files: {
      "src/db.ts": `import postgres from 'postgres';\nexport const sql = postgres('url');\n`,
      ...inTransaction("import { sql } from './db';", "sql.begin((tx) => block(id, tx))"),
    },
    backEnd: "outbox",
    text: "on conflict (user_id)",
  },
  {
    title: "Drizzle on pg",
    dependencies: { "drizzle-orm": "^0.45" },
    files: {
      ...drizzle("node-postgres"),
      ...inTransaction("import { db } from './db';", "db.transaction((tx) => block(id, tx))"),
    },
    backEnd: "outbox",
    text: "result.rows",
  },
  {
    title: "Drizzle on postgres",
    dependencies: { "drizzle-orm": "^0.45" },
    files: {
      ...drizzle("postgres-js"),
      ...inTransaction("import { db } from './db';", "db.transaction((tx) => block(id, tx))"),
    },
    backEnd: "outbox",
    text: "[...result]",
  },
  {
    title: "Drizzle on mysql2",
    dependencies: { "drizzle-orm": "^0.45" },
    files: drizzle("mysql2"),
    backEnd: "outbox",
    text: "collate utf8mb4_bin",
  },
  {
    title: "Drizzle on better-sqlite3",
    dependencies: { "drizzle-orm": "^0.45" },
    files: drizzle("better-sqlite3"),
    backEnd: "outbox",
    text: "tx.run(sql(text, ...values))",
  },
  {
    title: "pg-boss",
    dependencies: { "pg-boss": "^10" },
    files: { "src/boss.ts": `import PgBoss from 'pg-boss';\nexport const boss = new PgBoss('url');\n` },
    backEnd: "outbox",
    text: "boss.getDb()",
  },
  {
    title: "BullMQ and a client of ioredis",
    dependencies: { bullmq: "^6", ioredis: "^6" },
    files: {
      "src/redis.ts": `import { Redis } from 'ioredis';\nexport const connection = new Redis('redis://127.0.0.1');\n`,
    },
    backEnd: "bullmq",
    text: "import { connection } from '../redis';",
  },
  {
    title: "BullMQ and options",
    dependencies: { bullmq: "^6", ioredis: "^6" },
    files: {
      "src/queue.ts": `import { Queue } from 'bullmq';\nimport { connection } from './settings';\nexport const mails = new Queue('mails', { connection });\n`,
      "src/settings.ts": `export const connection = { host: 'redis', port: 6379 };\n`,
    },
    backEnd: "bullmq",
    text: "new Redis(connection)",
  },
  {
    title: "BullMQ and a client made in place",
    dependencies: { bullmq: "^6", ioredis: "^6" },
    files: {
      "src/queue.ts": `import { Queue } from 'bullmq';\nimport { Redis as IORedis } from 'ioredis';\nconst connection = new IORedis(process.env.REDIS_URL!);\nexport const mails = new Queue('mails', { connection });\n`,
    },
    backEnd: "bullmq",
    text: "ownConnection = ownConnection ?? new IORedis(process.env.REDIS_URL!);",
  },
])("$title: a module without a type error", { timeout: 60_000 }, async ({ backEnd, text, ...sources }) => {
  const { root, found } = await banFlowOf({ ...sources, files: { ...CLIENT, ...sources.files } });
  if ("reason" in found) throw new Error(found.reason);
  expect(found.backEnd).toBe(backEnd);
  expect(found.text).toContain(text);
  symlinkSync(installed, path.join(root, "node_modules"));
  const files = [...Object.keys(sources.files), found.file].filter((name) => name.endsWith(".ts"));
  writeFileSync(path.join(root, found.file), found.text);
  const stubs = path.resolve(import.meta.dirname, "databases.d.ts");
  const program = ts.createProgram([stubs, ...files.map((name) => path.join(root, name))], strict);
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map((one) => `${one.file?.fileName}: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`);
  expect(problems).toEqual([]);
});

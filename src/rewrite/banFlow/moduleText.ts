import { BULLMQ_TEXT } from "./bullmqText.ts";
import { CORE_TEXT } from "./coreText.ts";
import { IN_PROCESS_TEXT } from "./inProcessText.ts";
import { OUTBOX_TEXT } from "./outboxText.ts";

/** Where the scaffolded module keeps blocks and retries. */
export const BACK_ENDS = ["outbox", "bullmq", "in-process"] as const;
export type BackEnd = (typeof BACK_ENDS)[number];

/** The databases that the outbox is shown to be wired to; each of them gives a `Query`. */
const WIRING: Readonly<Record<string, string>> = {
  "@prisma/client": "query: (text, values) => prisma.$queryRawUnsafe(text, ...values)",
  "drizzle-orm": "query: async (text, values) => (await db.$client.query(text, values)).rows",
  "pg-boss": "query: async (text, values) => (await boss.getDb().executeSql(text, values)).rows",
  pg: "query: async (text, values) => (await pool.query(text, values)).rows",
  postgres: "query: (text, values) => sql.unsafe(text, values)",
};

/** The back end for what a project depends on: an outbox where there is a database, BullMQ where there is that, else the process's own memory. */
export function chooseBackEnd(dependencies: Readonly<Record<string, string>>): BackEnd {
  if (Object.keys(WIRING).some((name) => name in dependencies)) return "outbox";
  return "bullmq" in dependencies ? "bullmq" : "in-process";
}

/** The module's text, in TypeScript, with its own head comment. Deterministic. */
export function banFlowText(backEnd: BackEnd, dependencies: Readonly<Record<string, string>>): string {
  return `${headOf(backEnd, dependencies)}${IMPORTS[backEnd]}${CORE_TEXT}${BODIES[backEnd]}`;
}

const BODIES: Readonly<Record<BackEnd, string>> = {
  outbox: OUTBOX_TEXT,
  bullmq: BULLMQ_TEXT,
  "in-process": IN_PROCESS_TEXT,
};
const IMPORTS: Readonly<Record<BackEnd, string>> = {
  outbox: "",
  bullmq: "import { Queue, UnrecoverableError, Worker, type ConnectionOptions } from 'bullmq';\n",
  "in-process": "",
};

const INTRO = `// Keeps banned users out of Pusher. Written by sadpath; it is yours to change.
// A ban: write it to your database, await block(id), await terminate(id). Both auth endpoints ask isBlocked(id)
// and answer 403 before they sign. Terminating reaches only clients that have signed in as a user.
`;

function headOf(backEnd: BackEnd, dependencies: Readonly<Record<string, string>>): string {
  if (backEnd === "in-process")
    return `${INTRO}//
// WARNING: blocks and queued retries are in this process's memory. A restart loses them: users whose terminate
// was still to be retried stay connected, and isBlocked forgets everybody. Ask your database as well, and use
// this with one process only. With BullMQ or PostgreSQL in the project, sadpath init --ban-flow writes a durable one.
import crypto from 'node:crypto';
`;
  if (backEnd === "bullmq")
    return `${INTRO}// createBanFlow({ pusher, connection: { url: process.env.REDIS_URL }, redis: new Redis(process.env.REDIS_URL) })
import crypto from 'node:crypto';
`;
  const name = Object.keys(WIRING).find((known) => known in dependencies) ?? "pg";
  return `${INTRO}// createBanFlow({ pusher, ${WIRING[name] ?? ""} })
import crypto from 'node:crypto';
`;
}

import { BULLMQ_TEXT } from "./bullmqText.ts";
import { CORE_TEXT, TIMES_TEXT } from "./coreText.ts";
import { accessText } from "./databaseAccess.ts";
import type { FoundDatabase } from "./findDatabase.ts";
import { IN_PROCESS_TEXT } from "./inProcessText.ts";
import { outboxText, tableText } from "./outboxText.ts";
import { prismaModelText } from "./prismaModel.ts";
import { renderModule, type ModuleForm } from "./renderModule.ts";
import type { ImportedName, Wired } from "./wiring.ts";

export { BACK_ENDS, type BackEnd } from "../../model/banFlow.ts";

/** A back end with what it is wired to. */
export type WiredBackEnd =
  | { readonly kind: "outbox"; readonly database: FoundDatabase }
  | { readonly kind: "bullmq"; readonly redis: Wired }
  | { readonly kind: "in-process" };

/** The module's text. Deterministic. */
export function banFlowText(pusher: Wired, backEnd: WiredBackEnd, form: ModuleForm): string {
  const parts = partsOf(backEnd);
  const imports: readonly ImportedName[] = [
    { specifier: "node:crypto", name: "randomUUID", local: "randomUUID" },
    ...parts.imports,
    ...pusher.imports,
    ...parts.wired,
  ];
  const body = [
    `\n/** Milliseconds. */\nexport const times = {\n${TIMES_TEXT}${parts.times}};`,
    parts.table,
    CORE_TEXT,
    pusher.setup ?? "",
    terminateText(pusher),
    parts.body,
  ].join("");
  return renderModule(`${INTRO}${parts.head}`, unique(imports), body, form);
}

const INTRO = `// Keeps banned users out of Pusher. Written by sadpath; it is yours to change.
// A ban: write it to your database, await block(id), await terminate(id). Both auth endpoints ask isBlocked(id) and
// answer 403 before they sign. Terminating reaches only clients that have signed in as a user.
`;

const IN_PROCESS_HEAD = `//
// WARNING: blocks and queued retries are in this process's memory. A restart loses them: users whose terminate was
// still to be retried stay connected, and isBlocked forgets everybody. Ask your database as well, and use this with
// one process only. With BullMQ or an SQL database in the project, sadpath init --ban-flow writes a durable one.
`;

interface Parts {
  readonly head: string;
  readonly imports: readonly ImportedName[];
  readonly wired: readonly ImportedName[];
  readonly times: string;
  readonly table: string;
  readonly body: string;
}

const STORE_TIME = (what: string) => `  /** Until ${what} answers. */\n  store: 5_000,\n`;

function partsOf(backEnd: WiredBackEnd): Parts {
  if (backEnd.kind === "in-process")
    return { head: IN_PROCESS_HEAD, imports: [], wired: [], times: "", table: "", body: IN_PROCESS_TEXT };
  if (backEnd.kind === "bullmq") {
    const { redis } = backEnd;
    const values = ["Queue", "UnrecoverableError", "Worker"];
    return {
      head: "// Blocks and retries are in Redis: they survive a restart of Redis only where it persists (appendonly yes).\n",
      imports: [
        ...values.map((name) => ({ specifier: "bullmq", name, local: name })),
        { specifier: "bullmq", name: "Job", local: "Job", isType: true },
      ],
      wired: redis.imports,
      times: `${STORE_TIME("Redis")}  /** How long a job of a killed worker stays with it. */\n  lock: 30_000,\n`,
      table: "",
      body: (redis.setup ?? "") + bullmqText(redis),
    };
  }
  const { library, dialect, wired } = backEnd.database;
  const db = library === "pg-boss" ? `${wired.expression}.getDb()` : wired.expression;
  return {
    head: library === "prisma" ? prismaModelText(dialect) : "",
    imports: typeof library === "object" ? [{ specifier: "drizzle-orm", name: "sql", local: "sql" }] : [],
    wired: wired.imports,
    times: `${STORE_TIME("the database")}  /** Between two looks at what is due. */\n  sweep: 2_000,\n`,
    table:
      library === "prisma"
        ? ""
        : `\n\n/** The table, for a migration. */\nexport const BAN_FLOW_TABLE = \`${tableText(dialect)}\`;`,
    body: accessText(library).replaceAll(/\bDB\b/g, () => db) + outboxText(dialect),
  };
}

/** A connection of the project's own is the project's to end. */
function bullmqText({ expression, setup }: Wired): string {
  const own = setup === undefined ? "" : "  ownConnection?.disconnect();\n";
  return BULLMQ_TEXT.replace("  OWN?.disconnect();\n", own).replaceAll(/\bREDIS\b/g, () => expression);
}

function terminateText({ expression, isNullable }: Wired): string {
  if (isNullable !== true && !expression.includes("await"))
    return `
async function terminateConnections(userId⟨: string⟩)⟨: Promise<void>⟩ {
  await ${expression}.terminateUserConnections(userId);
}
`;
  return `
async function terminateConnections(userId⟨: string⟩)⟨: Promise<void>⟩ {
  const pusherClient = ${expression.replace(/^\((.*)\)$/, "$1")};
${isNullable === true ? "  if (!pusherClient) throw new Error('Pusher is not configured');\n" : ""}  await pusherClient.terminateUserConnections(userId);
}
`;
}

function unique(imports: readonly ImportedName[]): readonly ImportedName[] {
  return imports.filter((one, index) => imports.findIndex(({ local }) => local === one.local) === index);
}

import { open, readFile, truncate, type FileHandle } from "node:fs/promises";
import { z } from "zod";
import { codeOf, messageOf, UserError } from "../pipeline/userError.ts";
import { tallySchema } from "./job.ts";

const common = {
  v: z.literal(1),
  /** When the line was written, ISO 8601. */
  at: z.string(),
  name: z.string(),
  /** The hash of all that the work depended on. */
  key: z.string(),
};
const failed = { status: z.literal("failed"), stage: z.string(), reason: z.string() };

/** One line: a piece of work that has ended. It stands there only once its artefacts do. */
const entrySchema = z.union([
  z.object({
    ...common,
    work: z.literal("analysis"),
    status: z.literal("done"),
    commit: z.string(),
    tally: tallySchema,
    milliseconds: z.number(),
  }),
  z.object({
    ...common,
    work: z.literal("publish"),
    status: z.literal("done"),
    /** The commit on the branch; undefined where there was nothing left to publish. */
    commit: z.string().optional(),
    pushed: z.boolean(),
    pullRequest: z.string().optional(),
    /** Whether the pull request was opened, brought up to date, found so, or left closed as somebody closed it. */
    pullRequestWas: z.enum(["created", "updated", "unchanged", "closed"]).optional(),
  }),
  z.object({ ...common, work: z.enum(["analysis", "publish"]), ...failed }),
]);
export type LedgerEntry = z.infer<typeof entrySchema>;
type WithoutStamp<T> = T extends unknown ? Omit<T, "v" | "at"> : never;

/** What has been done, by the key of the work. Of several lines the last one counts. */
export type LedgerState = ReadonlyMap<string, LedgerEntry>;

/** The file that a run appends to: JSON lines, each synced before the next job counts as done. */
export interface Ledger {
  readonly state: LedgerState;
  /** Lines that could not be read; the work they stood for is done again. */
  readonly unreadable: number;
  /** Resolves once the line is on the disk. */
  readonly append: (entry: WithoutStamp<LedgerEntry>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Reads a ledger without opening it for writing. A last line that was cut off by a kill is no line. */
export async function readLedger(
  file: string,
): Promise<{ state: LedgerState; unreadable: number; bytes: number }> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { state: new Map(), unreadable: 0, bytes: 0 };
    throw new UserError(`the ledger ${file} cannot be read: ${messageOf(error)}`);
  }
  const bytes = content.lastIndexOf(0x0a) + 1;
  const state = new Map<string, LedgerEntry>();
  let unreadable = 0;
  for (const line of content.subarray(0, bytes).toString("utf8").split("\n").slice(0, -1)) {
    const entry = parseLine(line);
    if (entry === undefined) unreadable += 1;
    else state.set(entry.key, entry);
  }
  return { state, unreadable, bytes };
}

/** Opens a ledger for appending. Only the holder of the output folder's lock may. */
export async function openLedger(file: string): Promise<Ledger> {
  const { state: read, unreadable, bytes } = await readLedger(file);
  const state = new Map(read);
  const handle = await open(file, "a", 0o644).catch((error: unknown) => {
    throw new UserError(`the ledger ${file} cannot be written: ${messageOf(error)}`);
  });
  // What a kill cut off must not become the beginning of the next line.
  if ((await handle.stat()).size > bytes) await truncate(file, bytes);
  let queue: Promise<void> = Promise.resolve();
  return {
    state,
    unreadable,
    append: (entry) => {
      const stamped = { v: 1, at: new Date().toISOString(), ...entry } as LedgerEntry;
      const written = queue.then(() => write(handle, file, stamped));
      queue = written.catch(() => undefined);
      return written.then(() => void state.set(stamped.key, stamped));
    },
    close: async () => {
      await queue;
      await handle.close();
    },
  };
}

async function write(handle: FileHandle, file: string, entry: LedgerEntry): Promise<void> {
  try {
    await handle.appendFile(`${JSON.stringify(entry)}\n`, "utf8");
    await handle.sync();
  } catch (error) {
    throw new UserError(
      `the ledger ${file} cannot be written: ${messageOf(error)}; mend that, and run the same command again`,
    );
  }
}

function parseLine(line: string): LedgerEntry | undefined {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

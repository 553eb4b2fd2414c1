import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { JobUpdate } from "./executor.ts";
import type { LedgerEntry } from "./ledger.ts";

/** What happens in a run, as it happens. */
export type BatchEvent =
  | {
      readonly type: "phase";
      readonly phase: "analyse" | "publish";
      readonly total: number;
      readonly already: number;
    }
  | { readonly type: "started"; readonly name: string }
  | { readonly type: "update"; readonly name: string; readonly update: JobUpdate }
  | { readonly type: "finished"; readonly name: string; readonly entry: LedgerEntry }
  | { readonly type: "notice"; readonly text: string };

const snapshotSchema = z.object({
  phase: z.enum(["analyse", "publish"]),
  /** Of this phase. */
  total: z.number(),
  finished: z.number(),
  failed: z.number(),
  /** Milliseconds since 1970. */
  since: z.number(),
  running: z.array(
    z.object({ name: z.string(), stage: z.string(), worker: z.string().optional(), since: z.number() }),
  ),
});

/** How far a run has come. */
export type Snapshot = z.infer<typeof snapshotSchema>;

const FILE = ".progress.json";
const INTERVAL_MS = 500;
const WAITING = "waiting";

/** Keeps count of a run, and tells other processes by way of a file. */
export interface Monitor {
  readonly take: (event: BatchEvent) => void;
  readonly snapshot: () => Snapshot;
  readonly stop: () => Promise<void>;
}

/** A monitor whose file stands in the output folder. */
export function createMonitor(out: string): Monitor {
  const running = new Map<string, Snapshot["running"][number]>();
  let counts = { phase: "analyse" as Snapshot["phase"], total: 0, finished: 0, failed: 0, since: Date.now() };
  let isChanged = true;
  let writing: Promise<void> = Promise.resolve();
  // In a queue hundreds are waiting; who looks wants to see those that are at work.
  const snapshot = (): Snapshot => ({
    ...counts,
    running: [...running.values()].filter(({ stage }) => stage !== WAITING),
  });
  const write = (): void => {
    if (!isChanged) return;
    isChanged = false;
    const fresh = join(out, `.progress-${randomBytes(4).toString("hex")}.tmp`);
    // It is only to be looked at: a disk that is full will be met by the ledger.
    writing = writing
      .then(() => writeFile(fresh, JSON.stringify(snapshot())))
      .then(() => rename(fresh, join(out, FILE)))
      .catch(() => undefined);
  };
  const timer = setInterval(write, INTERVAL_MS);
  return {
    snapshot,
    take: (event) => {
      isChanged = true;
      if (event.type === "phase") {
        const { phase, total } = event;
        counts = { phase, total, finished: 0, failed: 0, since: Date.now() };
        running.clear();
      } else if (event.type === "started")
        running.set(event.name, { name: event.name, stage: WAITING, since: Date.now() });
      else if (event.type === "update") {
        const known = running.get(event.name);
        if (known === undefined) return;
        const since = known.stage === WAITING ? Date.now() : known.since;
        running.set(event.name, { ...known, ...event.update, since });
      } else if (event.type === "finished") {
        // While publishing, a patch may be made again: that is no job of its own.
        if (event.entry.work !== (counts.phase === "publish" ? "publish" : "analysis")) return;
        running.delete(event.name);
        counts.finished += 1;
        if (event.entry.status === "failed") counts.failed += 1;
      }
    },
    stop: async () => {
      clearInterval(timer);
      running.clear();
      write();
      await writing;
    },
  };
}

/** How far the run in a folder has come, by its file; undefined where it does not say. */
export async function readSnapshot(out: string): Promise<Snapshot | undefined> {
  try {
    return snapshotSchema.parse(JSON.parse(await readFile(join(out, FILE), "utf8")));
  } catch {
    return undefined;
  }
}

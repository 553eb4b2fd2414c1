import { randomBytes } from "node:crypto";
import { lstat, readFile, realpath, unlink } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { findRepository } from "./git.ts";
import { codeOf, messageOf, UserError } from "./userError.ts";
import { hashOf, temporaryName, writeOwnFile } from "./write.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const journalSchema = z.object({
  version: z.literal(1),
  /** Names the temporary files of the write. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  createdAt: z.string(),
  entries: z.array(
    z.object({
      /** Relative to the place's base, forward slashes. */
      file: z.string().min(1),
      /** Null: the file did not exist. */
      beforeHash: hash.nullable(),
      /** Null: the write removes it, since it moves. */
      afterHash: hash.nullable(),
      /** The text before, gzip in base64. */
      before: z.string().nullable(),
    }),
  ),
});

/** What a write is about to do, on the disk before the first file changes; enough to take it back. */
export type Journal = z.infer<typeof journalSchema>;
export type JournalEntry = Journal["entries"][number];

/** Where the journal of a folder is kept, and what its file names are relative to. */
export interface JournalPlace {
  readonly folder: string;
  /** Absolute, links resolved. */
  readonly base: string;
  /** True where the folder is part of the tree itself, and so must be kept out of a later `git add`. */
  readonly isInTree: boolean;
}

/** The texts of one file before and after; null for a file that does not exist then. */
export interface PlannedWrite {
  /** Absolute. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * In a repository: inside the git directory, which git never tracks. Else `.sadpath` in the folder itself.
 */
export async function journalPlace(folder: string): Promise<JournalPlace> {
  const repository = await findRepository(folder);
  if (repository === undefined) {
    return { folder: join(folder, ".sadpath"), base: await realpath(folder), isInTree: true };
  }
  return {
    folder: join(repository.gitDir, "sadpath"),
    base: await realpath(repository.top),
    isInTree: false,
  };
}

/** The journal for these writes, not yet saved. */
export async function createJournal(place: JournalPlace, writes: readonly PlannedWrite[]): Promise<Journal> {
  const entries = writes.map(async ({ path, before, after }): Promise<JournalEntry> => {
    return {
      file: await pathFromBase(place, path),
      beforeHash: before === null ? null : hashOf(before),
      afterHash: after === null ? null : hashOf(after),
      before: before === null ? null : gzipSync(before).toString("base64"),
    };
  });
  return {
    version: 1,
    id: randomBytes(8).toString("hex"),
    createdAt: new Date().toISOString(),
    entries: await Promise.all(entries),
  };
}

/** Puts the journal on the disk. It replaces the one of the write before. */
export async function saveJournal(place: JournalPlace, journal: Journal): Promise<void> {
  await refuseLink(place.folder);
  try {
    // Source text: for its owner alone.
    await writeOwnFile(journalFile(place), `${JSON.stringify(journal)}\n`, 0o600);
    if (place.isInTree) await writeOwnFile(join(place.folder, ".gitignore"), "*\n");
  } catch (error) {
    throw new UserError(
      `nothing was written: the undo journal cannot be saved in ${place.folder} (${messageOf(error)})`,
    );
  }
}

/** The journal of the last write; undefined where there is none. */
export async function loadJournal(place: JournalPlace): Promise<Journal | undefined> {
  await refuseLink(place.folder);
  const text = await readFile(journalFile(place), "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw new UserError(`the undo journal ${journalFile(place)} cannot be read: ${messageOf(error)}`);
  });
  if (text === undefined) return undefined;
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError(`the undo journal ${journalFile(place)} is damaged; nothing was changed`);
  }
}

/** Forgets the last write. */
export async function removeJournal(place: JournalPlace): Promise<void> {
  await unlink(journalFile(place)).catch(() => undefined);
}

/** The text of an entry's file before the write; null where it did not exist. */
export function textBefore(entry: JournalEntry): string | null {
  return entry.before === null ? null : gunzipSync(Buffer.from(entry.before, "base64")).toString("utf8");
}

/** Deletes temporary files that a killed write left next to its files. */
export async function removeLeftovers(place: JournalPlace, journal: Journal): Promise<void> {
  const folders = new Set(journal.entries.map((entry) => dirname(join(place.base, entry.file))));
  for (const folder of folders) await unlink(join(folder, temporaryName(journal.id))).catch(() => undefined);
}

function journalFile(place: JournalPlace): string {
  return join(place.folder, "undo.json");
}

/** A repository could bring a link along, and so choose where we write. */
async function refuseLink(folder: string): Promise<void> {
  const status = await lstat(folder).catch(() => undefined);
  if (status?.isSymbolicLink() === true)
    throw new UserError(
      `${folder} is a symbolic link; sadpath keeps its undo journal there and does not follow it`,
    );
}

async function pathFromBase(place: JournalPlace, path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return relative(place.base, join(folder, path.slice(dirname(path).length + 1)))
    .split(sep)
    .join("/");
}

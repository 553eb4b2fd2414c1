import { join } from "node:path";
import type { FileChange } from "../model/result.ts";
import {
  createJournal,
  journalPlace,
  loadJournal,
  removeLeftovers,
  saveJournal,
  type PlannedWrite,
} from "./journal.ts";
import { messageOf } from "./userError.ts";
import { checkReplaceable, hashOf, replaceFile, type Replacement } from "./write.ts";

/** What became of each change. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
  /** Left as they were, since the run was interrupted. */
  readonly notReached: readonly string[];
}

/**
 * Writes the changes, one whole file after the other; a file that fails does not stop the others.
 * The undo journal is on the disk before the first of them. An abort takes effect between two files.
 */
export async function applyChanges(
  root: string,
  changes: readonly FileChange[],
  signal?: AbortSignal,
): Promise<WriteReport> {
  const failed: { file: string; reason: string }[] = [];
  const ready: FileChange[] = [];
  for (const change of changes) {
    const reason = await reasonOf(checkReplaceable(toReplacement(root, change, "check")));
    if (reason === undefined) ready.push(change);
    else failed.push({ file: change.file, reason });
  }
  if (ready.length === 0) return { written: [], failed, notReached: [] };

  const tag = await startJournal(root, ready);
  const written: string[] = [];
  for (const [index, change] of ready.entries()) {
    if (signal?.aborted === true)
      return { written, failed, notReached: ready.slice(index).map(({ file }) => file) };
    const reason = await reasonOf(replaceFile(toReplacement(root, change, tag)));
    if (reason === undefined) written.push(change.file);
    else failed.push({ file: change.file, reason });
  }
  return { written, failed, notReached: [] };
}

/** Saves the journal of these changes; what the last write left lying about is cleared first, while it is known. */
async function startJournal(root: string, changes: readonly FileChange[]): Promise<string> {
  const place = await journalPlace(root);
  const last = await loadJournal(place).catch(() => undefined);
  if (last !== undefined) await removeLeftovers(place, last);
  const writes = changes.map((change): PlannedWrite => ({
    path: join(root, change.file),
    before: textBefore(change),
    after: change.after,
  }));
  const journal = await createJournal(place, writes);
  await saveJournal(place, journal);
  return journal.id;
}

function toReplacement(root: string, change: FileChange, tag: string): Replacement {
  const before = textBefore(change);
  return {
    root,
    file: change.file,
    expected: before === null ? null : hashOf(before),
    text: change.after,
    tag,
  };
}

function textBefore(change: FileChange): string | null {
  return change.isNew === true ? null : change.before;
}

async function reasonOf(attempt: Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

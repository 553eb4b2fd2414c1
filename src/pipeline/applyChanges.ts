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
    const reason = await reasonOf(forEach(replacementsOf(root, change, "check"), checkReplaceable));
    if (reason === undefined) ready.push(change);
    else failed.push({ file: change.file, reason });
  }
  if (ready.length === 0) return { written: [], failed, notReached: [] };

  const tag = await startJournal(root, ready);
  const written: string[] = [];
  for (const [index, change] of ready.entries()) {
    if (signal?.aborted === true)
      return { written, failed, notReached: ready.slice(index).map(({ file }) => file) };
    const reason = await reasonOf(forEach(replacementsOf(root, change, tag), replaceFile));
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
  const writes = changes.flatMap((change): PlannedWrite[] => {
    const path = join(root, change.file);
    if (change.renamedFrom === undefined) return [{ path, before: textBefore(change), after: change.after }];
    const old = join(root, change.renamedFrom);
    return [
      { path, before: null, after: change.after },
      { path: old, before: change.before, after: null },
    ];
  });
  const journal = await createJournal(place, writes);
  await saveJournal(place, journal);
  return journal.id;
}

/** One file after the other. A file that moves is at its new place before it leaves the old one. */
function replacementsOf(root: string, change: FileChange, tag: string): Replacement[] {
  const { file, before, after, renamedFrom } = change;
  if (renamedFrom !== undefined)
    return [
      { root, file, expected: null, text: after, tag },
      { root, file: renamedFrom, expected: hashOf(before), text: null, tag },
    ];
  const text = textBefore(change);
  return [{ root, file, expected: text === null ? null : hashOf(text), text: after, tag }];
}

async function forEach(
  replacements: readonly Replacement[],
  act: (one: Replacement) => Promise<unknown>,
): Promise<void> {
  for (const one of replacements) await act(one);
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

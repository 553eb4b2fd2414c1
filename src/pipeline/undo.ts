import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  journalPlace,
  loadJournal,
  removeJournal,
  removeLeftovers,
  saveJournal,
  textBefore,
  type JournalEntry,
  type JournalPlace,
} from "./journal.ts";
import { messageOf, UserError } from "./userError.ts";
import { hashOf, replaceFile } from "./write.ts";

/** What `undo` did with each file of the last write. */
export interface UndoReport {
  readonly restored: readonly string[];
  /** Were as before already: the write never reached them. */
  readonly untouched: readonly string[];
  readonly leftAlone: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Puts back the files that the last write in this folder's repository changed.
 * A file that somebody has edited since is left alone, and stays in the journal.
 * @throws {UserError} where there is nothing to undo.
 */
export async function undoLastWrite(folder: string): Promise<UndoReport> {
  const place = await journalPlace(folder);
  const journal = await loadJournal(place);
  if (journal === undefined)
    throw new UserError(`nothing to undo: no earlier sadpath --write is recorded for ${place.base}`);
  await removeLeftovers(place, journal);

  const restored: string[] = [];
  const untouched: string[] = [];
  const leftAlone: { file: string; reason: string }[] = [];
  const kept: JournalEntry[] = [];
  for (const entry of journal.entries) {
    try {
      if (await restore(place, entry, journal.id)) restored.push(entry.file);
      else untouched.push(entry.file);
    } catch (error) {
      leftAlone.push({ file: entry.file, reason: messageOf(error) });
      kept.push(entry);
    }
  }
  if (kept.length === 0) await removeJournal(place);
  else await saveJournal(place, { ...journal, entries: kept });
  return { restored, untouched, leftAlone };
}

/** Whether there was something to restore. Throws with the reason where the file is to be left alone. */
async function restore(place: JournalPlace, entry: JournalEntry, tag: string): Promise<boolean> {
  const current = await readFile(join(place.base, entry.file)).then(hashOf, () => null);
  if (current === entry.beforeHash) return false;
  if (current === null && entry.afterHash !== null) throw new Error("has been deleted since");
  if (current !== entry.afterHash) throw new Error("has been edited since");
  const text = textBefore(entry);
  if ((text === null ? null : hashOf(text)) !== entry.beforeHash)
    throw new Error("its entry in the undo journal is damaged");
  await replaceFile({ root: place.base, file: entry.file, expected: entry.afterHash, text, tag });
  return true;
}

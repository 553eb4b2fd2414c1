import { isUtf8 } from "node:buffer";
import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import {
  access,
  lstat,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { codeOf, messageOf } from "./userError.ts";

/**
 * The one module that changes files of the target tree.
 * A file is replaced as a whole: a temporary file next to it, flushed to the disk, takes its name.
 * So whoever looks, and whenever the process dies, sees the old text or the new one.
 */

/** Why a file could not be written, in words for the user. */
class WriteProblem extends Error {
  override readonly name = "WriteProblem";
}

/** What a file is to become, and what it must be until then. */
export interface Replacement {
  /** Absolute. Nothing outside of it is written, whatever links there are. */
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  /** Hash of the bytes that it must hold now; null where it must not exist. */
  readonly expected: string | null;
  /** Its text, with a BOM as U+FEFF; null deletes it. */
  readonly text: string | null;
  /** Part of the temporary file's name, so that what a killed run leaves behind can be found. */
  readonly tag: string;
}

/** The hash by which a file's content is recognised: of its bytes, BOM included. */
export function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The temporary file's name for a tag; one for each folder, since files are written one after the other. */
export function temporaryName(tag: string): string {
  return `.sadpath-${tag}.tmp`;
}

/**
 * Checks what `replaceFile` checks, and changes nothing.
 * @returns the real path, links followed.
 * @throws {WriteProblem} where the file may not or must not be written.
 */
export async function checkReplaceable({ root, file, expected }: Replacement): Promise<string> {
  const path = join(root, file);
  const found = await lstat(path).catch(() => undefined);
  if (expected === null) {
    if (found !== undefined) throw new WriteProblem("exists already");
    const folder = await realpath(await existingFolder(dirname(path)));
    confine(await realpath(root), folder, file);
    return path;
  }
  if (found === undefined) throw new WriteProblem("is not there any more");
  const real = await realpath(path);
  confine(await realpath(root), real, file);
  const status = await stat(real);
  if (!status.isFile()) throw new WriteProblem("is not a regular file");
  // Who runs as root may write to anything; the owner has still said no.
  if ((status.mode & 0o222) === 0) throw new WriteProblem("is read-only");
  await access(real, constants.W_OK).catch(() => {
    throw new WriteProblem("is not writable for this user");
  });
  const content = await readFile(real);
  if (hashOf(content) !== expected) throw new WriteProblem(whyDifferent(content));
  return real;
}

/**
 * Replaces, creates or deletes one file.
 * @throws {WriteProblem} where that is not possible; the file is then as it was.
 */
export async function replaceFile(replacement: Replacement): Promise<void> {
  try {
    const path = await checkReplaceable(replacement);
    if (replacement.text === null) await unlink(path);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeAtomically(path, replacement.text, temporaryName(replacement.tag));
    }
    await flushFolder(dirname(path));
  } catch (error) {
    if (error instanceof WriteProblem) throw error;
    throw new WriteProblem(
      `cannot be written: ${codeOf(error) ?? ""} ${messageOf(error)}`.replace(/\s+/g, " "),
    );
  }
}

/**
 * Writes a file of our own (a report, a baseline, a journal), folders included.
 * What is no regular file (`/dev/stdout`, a pipe) is written to, not replaced.
 */
export async function writeOwnFile(path: string, text: string, mode?: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const status = await stat(path).catch(() => undefined);
  if (status !== undefined && !status.isFile()) return writeFile(path, text);
  const real = status === undefined ? path : await realpath(path);
  await writeAtomically(real, text, temporaryName(randomBytes(6).toString("hex")), mode);
  await flushFolder(dirname(real));
}

async function writeAtomically(path: string, text: string, temporary: string, mode?: number): Promise<void> {
  const status = await stat(path).catch(() => undefined);
  const beside = join(dirname(path), temporary);
  // "wx": a name that somebody prepared (a link, say) is refused.
  const handle = await open(beside, "wx", status === undefined ? (mode ?? 0o666) : 0o600);
  try {
    await handle.writeFile(text, "utf8");
    if (status !== undefined) {
      await handle.chown(status.uid, status.gid).catch(() => undefined);
      await handle.chmod(status.mode & 0o7777);
    }
    await handle.sync();
    await handle.close();
    await rename(beside, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

/** Without it the new name may be lost when the machine goes down. Some systems cannot; then it stays likely. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}

/** A file of the target may be a link, or lie behind one; where it leads is what counts. */
function confine(root: string, real: string, file: string): void {
  const path = relative(root, real);
  const isOutside =
    path === ".." || path.startsWith(`..${sep}`) || path.startsWith(sep) || /^[a-z]:/i.test(path);
  if (isOutside)
    throw new WriteProblem(`lies outside of the folder that sadpath works on (${file} leads to ${real})`);
  if (path.split(sep).includes(".git")) throw new WriteProblem("lies in git's own folder");
}

/** Text that was read from bytes which are no UTF-8 never has their hash. */
function whyDifferent(content: Buffer): string {
  return isUtf8(content) ? "has changed on the disk since it was read" : "is not UTF-8 text";
}

async function existingFolder(folder: string): Promise<string> {
  for (let current = folder; ; current = dirname(current)) {
    if ((await stat(current).catch(() => undefined)) !== undefined || current === dirname(current))
      return current;
  }
}

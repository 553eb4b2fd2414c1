import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/** A file at the end of a symbolic link is not of this tree (Windows has no such flag). */
const READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
const CHUNK = 4 << 20;
/** What is larger is data, whatever its name. */
const LARGEST = 1 << 28;
let shared: Buffer | null = null;

/**
 * A file's bytes; null when it cannot be read or is a symbolic link. The buffer is shared: it holds good until the
 * next call. Reading thousands of files so takes half the time of `readFileSync`.
 */
export function readBytes(file: string): Buffer | null {
  shared ??= Buffer.allocUnsafe(CHUNK);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, READ_ONLY);
    const length = readSync(descriptor, shared, 0, CHUNK, 0);
    if (length < CHUNK) return shared.subarray(0, length);
    return fstatSync(descriptor).size > LARGEST ? null : readFileSync(descriptor);
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** A file's text without its byte order mark; null when it cannot be read. */
export function readText(file: string): string | null {
  const bytes = readBytes(file);
  if (bytes === null) return null;
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

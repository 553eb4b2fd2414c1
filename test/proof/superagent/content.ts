import { createHash } from "node:crypto";
import zlib from "node:zlib";

/** 60,000 printable bytes that do not compress well, the same in each run. */
export const content = Buffer.from(makeText(60_000));

/** The content as a gzip file. */
export const gzipped = zlib.gzipSync(content);

/** That file as it is sent with `content-encoding: gzip`. */
export const gzippedTwice = zlib.gzipSync(gzipped);

/** True if a program unzips what it gets, so that it has to get a gzip file; an empty body is an error to it. */
export const unzips = (source: string): boolean => /\bcreate(?:Gunzip|Unzip)\b/.test(source);

/** The error pages; none may ever be taken for content, or stand in a log. */
export const notFoundPage = "NOT FOUND PAGE";
export const errorPage = "ERROR PAGE";

/** A short name for some bytes. A gzip file is named after what is in it: compressors differ in the rest. */
export function digestOf(bytes: Buffer): string {
  const plain = unzip(bytes);
  if (plain.length === 0) return "empty";
  return createHash("sha256").update(plain).digest("hex").slice(0, 12);
}

function unzip(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return zlib.gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

/** A linear congruential generator: the constants are those of Numerical Recipes. */
function makeText(length: number): string {
  let state = 1;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += String.fromCharCode(33 + ((state >>> 16) % 90));
  }
  return text;
}

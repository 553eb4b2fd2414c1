import type { LineHunk, LineRange } from "../text/lineHunks.ts";

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads `git diff --unified=0 --text`: the hunks of each file by its new path.
 * Lines inside a hunk are skipped by count, so that code which looks like a header cannot pass for one.
 */
export function parseHunks(diff: string): Map<string, LineHunk[]> {
  const files = new Map<string, LineHunk[]>();
  let hunks: LineHunk[] = [];
  let skip = 0;
  for (const line of diff.split("\n")) {
    // "\ No newline at end of file" is not counted in the hunk's header.
    if (line.startsWith("\\")) continue;
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    if (line.startsWith("+++ ")) {
      hunks = [];
      const path = newPath(line.slice(4));
      if (path !== undefined) files.set(path, hunks);
      continue;
    }
    const match = HUNK.exec(line);
    if (match === null) continue;
    const hunk: LineHunk = { old: toRange(match[1], match[2]), new: toRange(match[3], match[4]) };
    skip = hunk.old.count + hunk.new.count;
    hunks.push(hunk);
  }
  return files;
}

function toRange(start: string | undefined, count: string | undefined): LineRange {
  return { start: Number(start), count: count === undefined ? 1 : Number(count) };
}

/** The path of a `+++` line without its prefix; undefined for a deleted file. */
function newPath(text: string): string | undefined {
  const path = text.startsWith('"') ? unquote(text) : text.replace(/\t$/, "");
  return path.startsWith("b/") ? path.slice(2) : undefined;
}

const NAMED: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

/** Undoes git's C-style quoting, whose octal escapes are bytes of UTF-8. */
function unquote(text: string): string {
  const bytes: Buffer[] = [];
  for (const [, octal, named, plain] of text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gsu)) {
    if (octal !== undefined) bytes.push(Buffer.from([Number.parseInt(octal, 8)]));
    else if (named !== undefined) bytes.push(Buffer.from([NAMED[named] ?? named.charCodeAt(0)]));
    else bytes.push(Buffer.from(plain ?? "", "utf8"));
  }
  return Buffer.concat(bytes).toString("utf8");
}

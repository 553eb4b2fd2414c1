import { mentions, toNeedle } from "./findMentions.ts";
import { looksGenerated } from "./looksGenerated.ts";
import { relativeTo } from "./paths.ts";
import { readBytes } from "./readBytes.ts";
import { scanImportsOfBytes } from "./scanImports.ts";
import type { FileNote } from "./types.ts";

/** A file that mentions one of the names searched for. */
export interface Mention {
  readonly file: string;
  readonly specifiers: readonly string[];
}

/** What one pass over all files gives. */
export interface SearchResult {
  readonly mentions: readonly Mention[];
  readonly skipped: readonly FileNote[];
  /** Files that are listed but cannot be read: deleted, or symbolic links. */
  readonly unreadable: readonly string[];
  readonly bytes: number;
  /** Files that name a host, by host. */
  readonly byHost: ReadonlyMap<string, readonly string[]>;
}

/** Reads all files once and keeps those that mention one of the names in quotes, or a host. Nothing else is decoded. */
export function searchFiles(
  root: string,
  files: readonly string[],
  names: readonly string[],
  hosts: readonly string[] = [],
): SearchResult {
  const byHost = new Map<string, string[]>(hosts.map((host) => [host, []]));
  const needles = names.map(toNeedle);
  const found: Mention[] = [];
  const skipped: FileNote[] = [];
  const unreadable: string[] = [];
  let total = 0;
  for (const file of files) {
    const bytes = readBytes(file);
    if (bytes === null) {
      unreadable.push(file);
      continue;
    }
    total += bytes.length;
    const named = hosts.filter((host) => bytes.includes(host));
    const isImporting = needles.some((needle) => mentions(bytes, needle));
    if (!isImporting && named.length === 0) continue;
    const relativePath = relativeTo(file, root);
    const reason = /[.-]min\.[cm]?js$/.test(file) ? "minified" : looksGenerated(relativePath, bytes);
    if (reason !== null) skipped.push({ file, reason });
    else {
      for (const host of named) byHost.get(host)?.push(file);
      if (isImporting) found.push({ file, specifiers: scanImportsOfBytes(bytes) });
    }
  }
  return { mentions: found, skipped, unreadable, bytes: total, byHost };
}

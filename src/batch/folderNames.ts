import { createHash } from "node:crypto";

/** Names that stand in the output folder besides the repositories'. */
const OWN_NAMES = new Set(["ledger.jsonl", "jobs.json", "summary.json", "summary.html"]);

/** A repository that needs a folder. */
export interface Named {
  /** For example `acme/chat`. */
  readonly name: string;
  /** Unlike that of every other. */
  readonly identity: string;
}

/**
 * A folder for each repository: `acme/chat` → `acme__chat`. Where two would be the same (also to a file system that
 * knows no capitals), both get a part of their identity's hash.
 */
export function folderNames(entries: readonly Named[]): string[] {
  const slugs = entries.map(({ name }) => slugOf(name));
  const amounts = new Map<string, number>();
  for (const slug of slugs) amounts.set(slug.toLowerCase(), (amounts.get(slug.toLowerCase()) ?? 0) + 1);
  return entries.map(({ identity }, index) => {
    const slug = slugs[index] ?? "";
    const isTaken = (amounts.get(slug.toLowerCase()) ?? 0) > 1;
    return isTaken ? `${slug}~${createHash("sha256").update(identity).digest("hex").slice(0, 8)}` : slug;
  });
}

function slugOf(name: string): string {
  const slug = name
    .normalize("NFC")
    .replaceAll("/", "__")
    .replace(/[^\p{L}\p{N}._@-]/gu, "-")
    .replace(/^[.-]+|[.]+$/g, "")
    .slice(0, 100);
  return slug === "" || OWN_NAMES.has(slug.toLowerCase()) ? `repository-${slug}` : slug;
}

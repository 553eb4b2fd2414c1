import type { Reporter } from "./types.ts";

/** Each format by its name, in the order of the documentation. Loaded when it is used: most runs need one of them. */
const LOADERS: ReadonlyMap<string, () => Promise<Reporter>> = new Map<string, () => Promise<Reporter>>([
  ["pretty", async () => (await import("./pretty.ts")).pretty],
  ["diff", async () => (await import("./diff.ts")).diff],
  ["json", async () => (await import("./json.ts")).json],
  ["sarif", async () => (await import("./sarif/sarif.ts")).sarif],
  ["markdown", async () => (await import("./markdown/markdown.ts")).markdown],
  ["html", async () => (await import("./html/html.ts")).html],
  ["github", async () => (await import("./github.ts")).github],
  ["rdjson", async () => (await import("./rdjson.ts")).rdjson],
  ["junit", async () => (await import("./junit.ts")).junit],
  ["gitlab", async () => (await import("./gitlab.ts")).gitlab],
]);

/** The names of all formats. */
export const formatNames: readonly string[] = [...LOADERS.keys()];

/** The format with that name; undefined where there is none. */
export async function loadReporter(name: string): Promise<Reporter | undefined> {
  return LOADERS.get(name)?.();
}

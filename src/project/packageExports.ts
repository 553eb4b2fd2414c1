import { isObject, type Json } from "./parseJsonc.ts";

/** Conditions of other platforms: their targets come last. */
const ELSEWHERE = new Set(["browser", "react-native", "worker", "workerd", "edge-light", "deno", "electron"]);
/** Conditions that name the source before anything is built. */
const SOURCE = new Set(["source", "src", "development"]);

/**
 * The targets that an `exports` or `imports` entry may lead to, best first: sources, then what Node would take, then
 * other platforms. Every condition counts, since which of them holds depends on a build we do not run.
 */
export function exportTargets(entry: Json | undefined): string[] {
  const ranked: { readonly rank: number; readonly target: string }[] = [];
  collect(entry, 1, ranked);
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ target }) => target);
}

function collect(entry: Json | undefined, rank: number, into: { rank: number; target: string }[]): void {
  if (typeof entry === "string") into.push({ rank, target: entry });
  else if (Array.isArray(entry)) for (const item of entry as readonly Json[]) collect(item, rank, into);
  else if (isObject(entry)) {
    for (const [condition, value] of Object.entries(entry)) {
      collect(value, ELSEWHERE.has(condition) ? 2 : SOURCE.has(condition) ? Math.min(rank, 0) : rank, into);
    }
  }
}

/**
 * The entry of an `exports` or `imports` map for a key ("." or "./x" or "#x"), with its targets filled in for a
 * pattern. Exact keys win, then the pattern with the longest fixed part, then old-style folders ("./lib/").
 */
export function matchExports(map: Json | undefined, key: string): string[] {
  if (!isObject(map) || !Object.keys(map).some((name) => name.startsWith(".") || name.startsWith("#"))) {
    return key === "." ? exportTargets(map) : [];
  }
  if (Object.hasOwn(map, key)) return exportTargets(map[key]);
  const matches = Object.keys(map)
    .map((pattern) => ({ pattern, wildcard: matchPattern(pattern, key) }))
    .filter((match): match is { pattern: string; wildcard: string } => match.wildcard !== null)
    .toSorted((a, b) => b.pattern.length - a.pattern.length);
  const best = matches[0];
  if (best === undefined) return [];
  return exportTargets(map[best.pattern]).map((target) => fillIn(target, best.wildcard));
}

/** What the star of a pattern ("./*", "#lib/*.js", or "./lib/") stands for in a key; null when it does not match. */
export function matchPattern(pattern: string, key: string): string | null {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern.endsWith("/") && key.startsWith(pattern) ? key.slice(pattern.length) : null;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  if (key.length < head.length + tail.length || !key.startsWith(head) || !key.endsWith(tail)) return null;
  return key.slice(head.length, key.length - tail.length);
}

/** Puts what the star stood for into a target. */
export function fillIn(target: string, wildcard: string): string {
  if (target.includes("*")) return target.replaceAll("*", () => wildcard);
  return target.endsWith("/") ? target + wildcard : target;
}

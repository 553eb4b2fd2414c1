import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The words that followed an option that takes several. */
export interface VariadicWords {
  readonly values: readonly string[];
  readonly paths: readonly string[];
}

/**
 * `--rule pusher/api-error src` gives the option both words. What exists as a path, and is no known value, was meant as one;
 * only the first word always belongs to the option. Commas separate too.
 */
export function splitVariadic(
  words: readonly string[],
  known: readonly string[],
  cwd: string,
): VariadicWords {
  const [first, ...rest] = words;
  if (first === undefined) return { values: [], paths: [] };
  const isPath = (word: string): boolean => !known.includes(word) && existsSync(resolve(cwd, word));
  const values = [first, ...rest.filter((word) => !isPath(word))].flatMap((word) => word.split(","));
  return { values: values.filter((word) => word !== ""), paths: rest.filter(isPath) };
}

import { readFileSync } from "node:fs";

/** The text of a file of the target tree as it is on disk, a BOM included. */
export function readTarget(file: string): string {
  return readFileSync(file, "utf8");
}

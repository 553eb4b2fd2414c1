import { diff } from "./diff.ts";
import { json } from "./json.ts";
import { pretty } from "./pretty.ts";
import type { Reporter } from "./types.ts";

/** Every format by its name, in the order of the documentation. */
export const reporters: ReadonlyMap<string, Reporter> = new Map<string, Reporter>([
  ["pretty", pretty],
  ["diff", diff],
  ["json", json],
]);

export type { Reporter, ReportOptions } from "./types.ts";

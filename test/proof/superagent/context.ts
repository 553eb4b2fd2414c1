import type { FileCase } from "../../fixtures/cases.ts";
import { faultNames, faultOf, type FaultName } from "./faults.ts";
import type { CellRecord } from "./types.ts";

/** In which surroundings a pipe stands: what the rewrite is chosen by. */
export type Context =
  "handler" | "handler with next" | "chain" | "callback" | "promise" | "returned stream" | "plain call";

export const contextTitles: Readonly<Record<Context, string>> = {
  "plain call": "A function that pipes and returns",
  promise: "A function whose promise means that the transfer is complete, or an async one",
  callback: "A function with a node-style callback",
  "returned stream": "A function that returns the stream it pipes into",
  chain: "A chain of several pipes",
  handler: "A request handler of express",
  "handler with next": "A request handler that passes errors to `next`",
};

/** Where a fixture's pipe stands, by what its rewritten side did. */
export function contextOf({ input, output = "" }: FileCase, record: CellRecord): Context {
  if (record.answer) return /\bnext\(\w/.test(output) ? "handler with next" : "handler";
  if (/\.pipe\([^;]*\)\s*\.pipe\(/.test(input)) return "chain";
  if (record.takesCallback) return "callback";
  if (record.promise) return "promise";
  return record.returnsStream ? "returned stream" : "plain call";
}

/** The faults that can happen there: a returned stream has no destination that could be missing or full. */
export const faultsFor = (context: Context): readonly FaultName[] =>
  faultNames.filter((name) => {
    const { only } = faultOf(name);
    if (context === "returned stream" && (name === "dest-missing" || name === "dest-full")) return false;
    return only === undefined || (only === "handler") === context.startsWith("handler");
  });

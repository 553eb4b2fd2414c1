import { join } from "node:path";
import { findRule } from "../contracts/index.ts";
import type { RunOptions } from "../pipeline/options.ts";
import { isInside } from "./paths.ts";

/** Whether a run that found nothing of a rule in a file has looked for it there: what a baseline may be pruned of. */
export function wasLookedAt(options: RunOptions): (rule: string, file: string) => boolean {
  return (rule, file) => {
    if (options.rules !== undefined && !options.rules.includes(rule)) return false;
    const contract = findRule(rule)?.contract;
    if (options.packages !== undefined && contract !== undefined && !options.packages.includes(contract))
      return false;
    return options.paths.some((path) => isInside(join(options.root, file), path));
  };
}

import type { Settings } from "./settings.ts";

/** What a run was limited to, in words that can follow "nothing was found"; undefined where it looked at everything. */
export function scopeOf({
  since,
  isStaged,
  run,
}: Pick<Settings, "since" | "isStaged" | "run">): string | undefined {
  const parts: string[] = [];
  if (since !== undefined) parts.push(`on the lines changed since ${since}`);
  if (isStaged) parts.push("on the staged lines");
  if (run.rules !== undefined) parts.push(`for ${run.rules.join(", ")}`);
  return parts.length === 0 ? undefined : parts.join(" ");
}

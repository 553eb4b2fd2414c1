import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { FileOutcome } from "../model/result.ts";
import { UserError } from "./userError.ts";

/** Without any installed types every answer of the type checker would be about what is missing. */
function requireInstalled(files: readonly string[], root: string): void {
  for (const file of files) {
    let folder = dirname(file);
    while (folder.length > root.length && !existsSync(`${folder}/node_modules`)) folder = dirname(folder);
    if (existsSync(`${folder}/node_modules`)) continue;
    throw new UserError(
      `--typecheck needs the project's dependencies for ${file.slice(root.length + 1)}; install them first, or leave the option out`,
    );
  }
}

/** Gate 5: a file whose change adds a TypeScript diagnostic stays as it is, and says so. */
export async function dropUntyped(
  files: readonly FileOutcome[],
  root: string,
): Promise<readonly FileOutcome[]> {
  const changes = files.flatMap(({ change }) =>
    change ? [{ ...change, file: `${root}/${change.file}` }] : [],
  );
  if (changes.length === 0) return files;
  requireInstalled(
    changes.map((change) => change.file),
    root,
  );
  const { newDiagnostics } = await import("../verify/typecheck.ts");
  const problems = await newDiagnostics(root, changes);
  const checked = files.map((outcome) => {
    const problem = problems.get(`${root}/${outcome.file}`) ?? problemOfHelpers(outcome, problems, root);
    if (problem === undefined) return outcome;
    const { change: _, proposal: __, ...rest } = outcome;
    return {
      ...rest,
      status: "failed",
      stage: "typecheck",
      plans: [],
      reason: `the rewrite would add a type error: ${problem}`,
    } satisfies FileOutcome;
  });
  const wanted = new Set(checked.flatMap((outcome) => helpersOf(outcome)));
  return checked.map((outcome) => {
    if (outcome.change?.isNew !== true || wanted.has(outcome.file)) return outcome;
    const { change: _, ...rest } = outcome;
    return rest;
  });
}

/** The files that a file's rewrites bring along. */
function helpersOf({ plans }: FileOutcome): readonly string[] {
  return plans.flatMap(({ newFiles = [] }) => newFiles.map(({ file }) => file));
}

/** What is wrong with a file that comes along is wrong with all that import it. */
function problemOfHelpers(
  outcome: FileOutcome,
  problems: ReadonlyMap<string, string>,
  root: string,
): string | undefined {
  return helpersOf(outcome)
    .map((file) => problems.get(`${root}/${file}`))
    .find((problem) => problem !== undefined);
}

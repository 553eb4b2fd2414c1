import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { contracts } from "../contracts/index.ts";
import type { FileOutcome } from "../model/result.ts";
import { UserError } from "./userError.ts";

/** Without the packages' own types every answer of the type checker would be about what is missing. */
function requireInstalled(files: readonly string[], root: string, packages: readonly string[]): void {
  for (const file of files) {
    let folder = dirname(file);
    while (
      folder.length > root.length &&
      !packages.some((name) => existsSync(`${folder}/node_modules/${name}`))
    )
      folder = dirname(folder);
    if (packages.some((name) => existsSync(`${folder}/node_modules/${name}`))) continue;
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
    contracts.map((contract) => contract.package),
  );
  const { newDiagnostics } = await import("../verify/typecheck.ts");
  const problems = await newDiagnostics(root, changes);
  return files.map((outcome) => {
    const problem = problems.get(`${root}/${outcome.file}`);
    if (problem === undefined) return outcome;
    const { change: _, proposal: __, ...rest } = outcome;
    return {
      ...rest,
      status: "failed",
      stage: "typecheck",
      plans: [],
      reason: `the rewrite would add a type error: ${problem}`,
    };
  });
}

import { join, relative, sep } from "node:path";
import type { RunResult } from "../model/result.ts";
import { enclosingWorkTree } from "../pipeline/git.ts";
import { readCodeOwners } from "../project/codeOwners.ts";

/** The result with the owners of each file that has findings, by the CODEOWNERS of its repository. */
export function withOwners(result: RunResult): RunResult {
  const top = enclosingWorkTree(result.root);
  if (top === undefined || result.files.every(({ findings }) => findings.length === 0)) return result;
  const ownersOf = readCodeOwners(top);
  const files = result.files.map((file) => {
    if (file.findings.length === 0) return file;
    const owners = ownersOf(relative(top, join(result.root, file.file)).split(sep).join("/"));
    return owners.length === 0 ? file : { ...file, owners };
  });
  return { ...result, files };
}

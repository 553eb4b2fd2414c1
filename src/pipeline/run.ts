import { contracts, packagesOf } from "../contracts/index.ts";
import type { FileOutcome, RunResult, StageTiming } from "../model/result.ts";
import { openProject } from "../project/openProject.ts";
import type { TreeAnalysis } from "./analyzeTree.ts";
import type { RunOptions } from "./options.ts";
import { rulePagesAddress } from "./rulePagesAddress.ts";
import { toolVersion } from "./version.ts";

const NOTHING: TreeAnalysis = { files: [], filesParsed: 0, timings: [] };

/**
 * Finds, plans and verifies. Never writes. One file's failure never stops another.
 * @throws {UserError} where an option cannot be followed.
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const wanted = contracts
    .filter((contract) => options.packages?.includes(contract.name) ?? true)
    .filter((contract) => options.rules?.some((id) => contract.rules.some((rule) => rule.id === id)) ?? true);
  const packages = wanted.flatMap(packagesOf);
  const hosts = wanted.flatMap((contract) => (contract.sockets ? [contract.sockets.host] : []));
  const project = await openProject({
    root: options.root,
    paths: options.paths,
    packages,
    hosts,
    ...(options.include ? { include: options.include } : {}),
    ...(options.exclude ? { exclude: options.exclude } : {}),
  });
  const all = project.files.length;
  const resolving = performance.now();
  const reaching = new Set([...packages, ...hosts].flatMap((name) => [...project.reaching(name)]));
  const timings: StageTiming[] = [
    { stage: "list", milliseconds: project.stats.listMilliseconds, files: all },
    { stage: "search", milliseconds: project.stats.searchMilliseconds, files: all },
    { stage: "imports", milliseconds: performance.now() - resolving, files: reaching.size },
  ];
  const names = wanted.map((contract) => contract.name);
  const tree =
    reaching.size === 0 ? NOTHING : await (await loadAnalysis())(project, reaching, names, options);
  const unread = project.skipped.map(({ file, reason }): FileOutcome => ({
    file: file.slice(project.root.length + 1),
    status: "skipped",
    stage: "discover",
    reason,
    callSites: 0,
    findings: [],
    plans: [],
  }));
  return {
    mode: options.mode,
    root: project.root,
    version: toolVersion(),
    ...rulePagesAddress(),
    files: [...unread, ...tree.files],
    filesScanned: project.targets.length,
    filesParsed: tree.filesParsed,
    durationMs: performance.now() - started,
    timings: [...timings, ...tree.timings],
  };
}

/** A tree that no contract touches should not wait for parsers. */
async function loadAnalysis() {
  return (await import("./analyzeTree.ts")).analyzeTree;
}

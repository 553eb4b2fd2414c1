// Runs the built command over a folder of checked-out repositories and prints a table:
// node bench/corpus.mjs <folder> [--safety review]
// The repositories are read, and their diffs are tried with `git apply --check`; nothing in them is changed.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node bench/corpus.mjs <folder of repositories> [options of sadpath fix]");
  process.exit(2);
}
const bin = resolve(import.meta.dirname, "../dist/bin/sadpath.js");
const rows = [];
for (const name of readdirSync(folder).toSorted()) {
  const repository = join(folder, name);
  if (!statSync(repository).isDirectory()) continue;
  const started = performance.now();
  const run = spawnSync(process.execPath, [bin, "-f", "json", "--fail-on", "never", ...flags], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (run.status === null || run.status === 2) {
    rows.push([name, "crashed", run.stderr.trim().split("\n")[0]]);
    continue;
  }
  const report = JSON.parse(run.stdout);
  const { summary, changes, files } = report;
  const found = report.findings.filter((finding) => finding.severity !== "info");
  const by = (safety) => found.filter((finding) => finding.fix.safety === safety).length;
  const failed = files.filter((file) => file.status === "failed").length;
  const applies = changes.length === 0 ? "" : applyCheck(repository, changes) ? "yes" : "NO";
  rows.push([
    name,
    summary.filesScanned,
    summary.callSites,
    Math.max(0, summary.callSites - found.length),
    found.length,
    by("safe"),
    by("review"),
    by("manual"),
    failed,
    applies,
    seconds,
  ]);
}
const head = [
  "repository",
  "files",
  "call sites",
  "handled",
  "found",
  "safe",
  "review",
  "manual",
  "failed",
  "applies",
  "seconds",
];
for (const row of [head, head.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);

function applyCheck(repository, changes) {
  try {
    execFileSync("git", ["apply", "--check", "-"], {
      cwd: repository,
      input: changes.map((change) => change.diff).join(""),
      stdio: ["pipe", "ignore", "ignore"],
    });
    return true;
  } catch {
    return false;
  }
}

// How long a scan of a tree takes beside what a user would take instead, in the same run:
// node bench/compare.mjs <folder> [runs] [options of sadpath scan]
// Prints the median of each, and the ratio to a plain text search.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [folder, runs = "3", ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node bench/compare.mjs <folder> [runs] [options of sadpath scan]");
  process.exit(2);
}
const root = resolve(import.meta.dirname, "..");
const nothing = join(mkdtempSync(join(tmpdir(), "sadpath-bench-")), "nothing.cjs");
writeFileSync(nothing, "module.exports = () => undefined;\nmodule.exports.parser = 'tsx';\n");

const rows = [
  ["git grep -l (text search)", "git", ["grep", "-lE", "[\"']pusher[\"']"]],
  [
    "sadpath scan",
    process.execPath,
    [join(root, "dist/bin/sadpath.js"), "scan", "--fail-on", "never", "-f", "json", ...options],
  ],
  [
    "jscodeshift, a transform that does nothing",
    process.execPath,
    [
      join(root, "node_modules/jscodeshift/bin/jscodeshift.js"),
      "-t",
      nothing,
      "--extensions=ts,tsx,js,jsx",
      "--ignore-pattern=**/node_modules/**",
      "--dry",
      "--silent",
      ".",
    ],
  ],
].map(([name, command, args]) => [name, median(command, args)]);

const base = rows[0]?.[1] ?? 1;
console.log("| | seconds | of a text search |\n| --- | --- | --- |");
for (const [name, seconds] of rows)
  console.log(`| ${name} | ${seconds.toFixed(2)} | ${(seconds / base).toFixed(0)}× |`);

function median(command, args) {
  const times = Array.from({ length: Number(runs) }, () => {
    const started = performance.now();
    spawnSync(command, args, { cwd: folder, stdio: "ignore" });
    return (performance.now() - started) / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

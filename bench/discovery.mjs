// How long it takes to find out that a tree has nothing for us, and what has, next to plain text searches.
//
//   npm run build && node bench/discovery.mjs                      a made tree of 7,500 files
//   npm run build && node bench/discovery.mjs --files 1000         a smaller one
//   npm run build && node bench/discovery.mjs <folder> <package>   a real one
//
// Each line is the best of five runs with a warm file cache.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openProject } from "../dist/src/project/openProject.js";

const args = process.argv.slice(2);
const isMade = args.length === 0 || args[0] === "--files";
const root = isMade ? makeTree(Number(args[1] ?? 7500)) : path.resolve(args[0]);
const packageName = isMade ? "pusher" : (args[1] ?? "pusher");

try {
  const quoted = `['"\`]${packageName}['"\`/]`;
  await measure("ripgrep", () => search("rg", ["-l", quoted, "-t", "js", "-t", "ts", "."]));
  await measure("git grep", () =>
    search("git", ["grep", "-lE", quoted, "--", "*.ts", "*.tsx", "*.js", "*.jsx"]),
  );
  await measure("git ls-files", () => search("git", ["ls-files", "-co", "--exclude-standard"]));
  await measure("open, a package nobody mentions", () => open("no-such-package-at-all"));
  await measure(`open, ${packageName}`, () => open(packageName));
  await measure("  and its seeds", async () => (await open(packageName)).seeds(packageName).length);
  await measure(
    "  and all that reaches them",
    async () => (await open(packageName)).reaching(packageName).length,
  );
  await measure("every specifier of every file", async () => resolveAll(await open(packageName)));
} finally {
  if (isMade) rmSync(root, { recursive: true, force: true });
}

function open(name) {
  return openProject({ root, paths: [], packages: [name] });
}

/** Asks for the importers of every file: the most that resolution can be asked for. */
function resolveAll(project) {
  return project.files.reduce((count, file) => count + project.importersOf(file).length, 0);
}

function search(command, parameters) {
  const result = spawnSync(command, parameters, { cwd: root, maxBuffer: 2 ** 28, encoding: "utf8" });
  return result.error ? "not installed" : result.stdout.split("\n").length - 1;
}

async function measure(what, run) {
  let best = Infinity;
  let result;
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    // eslint-disable-next-line no-await-in-loop -- one after the other, or they would slow each other
    result = await run();
    best = Math.min(best, performance.now() - started);
  }
  const count = typeof result === "object" ? `${result.files.length} files` : result;
  console.log(`${what.padEnd(34)} ${best.toFixed(0).padStart(6)} ms   ${count}`);
}

/** An application in folders of 25 modules that import each other; one folder in fifty imports the instance. */
function makeTree(count) {
  const dir = mkdtempSync(path.join(tmpdir(), "sadpath-bench-"));
  const write = (name, text) => {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write("package.json", JSON.stringify({ name: "bench", private: true, dependencies: { pusher: "^5.0.0" } }));
  write("tsconfig.json", JSON.stringify({ compilerOptions: { paths: { "@/*": ["./src/*"] } } }));
  write("src/lib/pusher.ts", 'import Pusher from "pusher";\nexport const pusher = new Pusher({});\n');
  const filler =
    "export function work(input: string): string {\n  return input.trim().toLowerCase();\n}\n".repeat(60);
  for (let at = 0; at < count; at += 1) {
    const folder = Math.floor(at / 25);
    const imports = [
      `import { work as next } from "./file${at + 1}.js";`,
      'import { join } from "node:path";',
    ];
    if (at % 25 === 0) imports.push(`import { work as far } from "@/feature${folder + 1}/file${at + 26}";`);
    if (at % 1250 === 0) imports.push('import { pusher } from "@/lib/pusher";');
    write(`src/feature${folder}/file${at}.ts`, `${imports.join("\n")}\n${filler}`);
  }
  execFileSync("git", ["init", "-q"], { cwd: dir });
  execFileSync("git", ["add", "-A"], { cwd: dir });
  return dir;
}

// How many repositories a batch does in a minute, and what a worker takes:
// node bench/batch.mjs [amount] [--repositories <folder of git repositories>] [--queue] [--concurrency 1,2,4]
// Without a folder it makes a fleet of small repositories. With --queue it starts a redis-server of its own,
// and as many `sadpath worker` processes as it else has children. Everything stays in a temporary folder.
import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repositories: { type: "string" },
    queue: { type: "boolean", default: false },
    concurrency: { type: "string", default: "1,2,4" },
  },
});
const amount = Number(positionals[0] ?? 200);
const bin = resolve(import.meta.dirname, "../dist/bin/sadpath.js");
const root = mkdtempSync(join(tmpdir(), "sadpath-bench-"));
const started = [];
try {
  const manifest = join(root, "fleet.json");
  const paths = values.repositories === undefined ? makeFleet(amount) : listRepositories(values.repositories);
  writeFileSync(manifest, JSON.stringify(paths.map((path, index) => ({ path, name: `r${index}` }))));
  const redis = values.queue ? await startRedis() : undefined;

  console.log(
    `${paths.length} repositories, ${cpus().length} processors, ${redis ? "BullMQ workers" : "child processes"}`,
  );
  console.log("| at once | seconds | per minute | speed-up | coordinator, MB | a worker, MB | failed |");
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  let base;
  for (const concurrency of values.concurrency.split(",").map(Number)) {
    const { seconds, coordinator, worker, failed } = await measure(manifest, concurrency, redis);
    base ??= seconds;
    const row = [
      concurrency,
      seconds.toFixed(1),
      Math.round((paths.length / seconds) * 60),
      (base / seconds).toFixed(2),
    ];
    console.log(`| ${[...row, coordinator, worker, failed].join(" | ")} |`);
  }
} finally {
  for (const child of started) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(manifest, concurrency, redis) {
  const out = join(root, `out-${concurrency}`);
  const queue = redis === undefined ? [] : ["--queue", redis];
  const workers = Array.from({ length: redis === undefined ? 0 : concurrency }, () =>
    start([bin, "worker", ...queue, "--concurrency", "1", "--allow-local", "--quiet"]),
  );
  // Workers that are still starting are not what is measured.
  if (workers.length > 0) await sleep(2000);
  const begin = performance.now();
  const run = start([
    bin,
    "batch",
    manifest,
    "--out",
    out,
    "--concurrency",
    String(concurrency),
    "--quiet",
    ...queue,
  ]);
  let coordinator = 0;
  let worker = 0;
  const timer = setInterval(() => {
    coordinator = Math.max(coordinator, memoryOf(run.pid));
    const parents = redis === undefined ? [run.pid] : workers.map(({ pid }) => pid);
    for (const { pid, parent } of processes()) {
      if (!parents.includes(parent)) continue;
      const own = redis === undefined ? 0 : memoryOf(parent);
      worker = Math.max(worker, memoryOf(pid) + own);
    }
  }, 100);
  await new Promise((fulfil) => run.on("exit", fulfil));
  clearInterval(timer);
  const seconds = (performance.now() - begin) / 1000;
  await Promise.all(workers.map((child) => end(child)));
  const { totals } = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
  if (totals.waiting > 0) throw new Error(`${totals.waiting} repositories were not done`);
  return { seconds, coordinator, worker, failed: totals.failed };
}

function start(args) {
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  started.push(child);
  return child;
}

function end(child) {
  return new Promise((fulfil) => {
    child.on("exit", fulfil);
    child.kill("SIGTERM");
  });
}

/** Processes and their parents; empty where there is no /proc. */
function processes() {
  if (!existsSync("/proc/self/stat")) return [];
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) }];
    } catch {
      return [];
    }
  });
}

/** Resident memory, MB. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

async function startRedis() {
  const port = 20_000 + (process.pid % 10_000);
  const server = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], {
    stdio: "ignore",
  });
  server.on("error", () => console.error("redis-server is not installed"));
  started.push(server);
  await sleep(500);
  return `redis://127.0.0.1:${port}`;
}

function listRepositories(folder) {
  const paths = readdirSync(folder).map((name) => resolve(folder, name));
  return paths
    .flatMap((path) => [path, join(path, "repo")])
    .filter((path) => existsSync(join(path, "HEAD")) || existsSync(join(path, ".git")));
}

/** Small repositories, every second one with an unsafe call. */
function makeFleet(size) {
  const unsafe =
    'import Pusher from "pusher";\n\nconst pusher = new Pusher({ appId: "1", key: "k", secret: "s" });\n\nexport async function announce(text: string) {\n  await pusher.trigger("news", "announced", { text });\n}\n';
  return Array.from({ length: size }, (_, index) => {
    const path = join(root, "remotes", `r${index}.git`);
    mkdirSync(path, { recursive: true });
    const files = {
      "src/index.ts": `export const index = ${index};\n`,
      ...(index % 2 === 0 ? { "src/news.ts": unsafe } : {}),
    };
    const blobs = Object.entries(files).map(
      ([name, text]) => `M 100644 inline ${name}\ndata ${text.length}\n${text}\n`,
    );
    const stream = `commit refs/heads/main\ncommitter b <b@b> 1700000000 +0000\ndata 5\nfirst\n${blobs.join("")}\n`;
    execFileSync("git", ["init", "-q", "--bare", "-b", "main", "--template="], { cwd: path });
    execFileSync("git", ["fast-import", "--quiet"], { cwd: path, input: stream });
    return path;
  });
}

function sleep(milliseconds) {
  return new Promise((fulfil) => setTimeout(fulfil, milliseconds));
}

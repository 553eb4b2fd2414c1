import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitEnv, runGit, writeFiles } from "../pipeline/tempRepo.ts";

/** Repositories of a fleet, as bare remotes on this machine, and their manifest. */
export interface Fleet {
  readonly manifest: string;
  readonly remotes: readonly string[];
}

/** A module with one call whose failure nobody handles. */
export const UNSAFE =
  'import Pusher from "pusher";\n\nconst pusher = Pusher.forURL(process.env.PUSHER_URL ?? "");\n\nexport async function announce(text: string): Promise<void> {\n  await pusher.trigger("news", "announced", { text });\n}\n';

/**
 * Makes a fleet: every second repository has an unsafe call, every tenth a file that does not parse,
 * every twentieth cannot be cloned.
 */
export function makeFleet(root: string, amount: number): Fleet {
  const remotes: string[] = [];
  for (let index = 0; index < amount; index++) {
    const remote = join(root, "remotes", `repo-${String(index).padStart(3, "0")}.git`);
    remotes.push(remote);
    if (index % 20 === 19) writeFiles(remote, { "README.md": "not a repository\n" });
    else importRepository(remote, filesOf(index));
  }
  const manifest = join(root, "fleet.txt");
  writeFileSync(manifest, `# a fleet\n${remotes.join("\n")}\n`);
  return { manifest, remotes };
}

function filesOf(index: number): Record<string, string> {
  return {
    "package.json": `{ "name": "repo-${index}", "dependencies": { "pusher": "^5.0.0" } }\n`,
    "src/index.ts": `export const index = ${index};\n`,
    ...(index % 2 === 0 ? { "src/news.ts": UNSAFE } : {}),
    ...(index % 10 === 5 ? { "src/broken.ts": 'import Pusher from "pusher";\nconst x = {;\n' } : {}),
  };
}

/** A bare repository with one commit, made in one go. */
export function importRepository(remote: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(remote, { recursive: true });
  if (!readdirSync(remote).includes("HEAD")) {
    runGit(remote, "init", "-q", "--bare", "-b", "main", "--template=");
    // Every push leaves a line in the branch's log: so they can be counted.
    runGit(remote, "config", "core.logAllRefUpdates", "always");
  }
  const blobs = Object.entries(files).map(
    ([name, text]) => `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  const message = "first";
  const stream = `commit refs/heads/main\ncommitter t <t@t> 1700000000 +0000\ndata ${message.length}\n${message}\ndeleteall\n${blobs.join("")}\n`;
  execFileSync("git", ["fast-import", "--quiet", "--force"], { cwd: remote, env: gitEnv(), input: stream });
}

/** How often a branch of a remote was pushed. */
export function pushesOf(remote: string, branch: string): number {
  try {
    return readFileSync(join(remote, "logs/refs/heads", branch), "utf8")
      .trim()
      .split("\n").length;
  } catch {
    return 0;
  }
}

/** A copy of a fleet with remotes of its own. */
export function copyFleet(fleet: Fleet, from: string, to: string): Fleet {
  cpSync(join(from, "remotes"), join(to, "remotes"), { recursive: true });
  const manifest = join(to, "fleet.txt");
  writeFileSync(manifest, readFileSync(fleet.manifest, "utf8").replaceAll(from, to));
  return { manifest, remotes: fleet.remotes.map((remote) => remote.replace(from, to)) };
}

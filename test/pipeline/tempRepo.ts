import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The environment of a test's git: apart from the user's configuration, and from a hook that runs the tests. */
export function gitEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "t",
    GIT_AUTHOR_EMAIL: "t@t",
    GIT_COMMITTER_NAME: "t",
    GIT_COMMITTER_EMAIL: "t@t",
  };
}

/** A new folder with these files; it goes when the test ends. */
export function tempFolder(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "sadpath-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return root;
}

/** A new git repository in which these files are committed. */
export function tempRepo(files: Readonly<Record<string, string>> = {}): string {
  const root = tempFolder(files);
  runGit(root, "init", "-q", "-b", "main");
  commitAll(root, "first");
  return root;
}

/** Writes files below a folder. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

/** The text of a file, BOM included. */
export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Commits everything. */
export function commitAll(root: string, message: string): void {
  runGit(root, "add", "-A");
  runGit(root, "commit", "-q", "--allow-empty", "-m", message);
}

/** Runs git, which must succeed; gives what it printed. */
export function runGit(root: string, ...args: readonly string[]): string {
  return execFileSync("git", [...args], { cwd: root, env: gitEnv(), encoding: "utf8", stdio: "pipe" });
}

/** `git apply` of a patch. @returns what git said against it; empty when it was applied. */
export function applyPatch(root: string, patch: string): string {
  const result = spawnSync("git", ["apply", "--whitespace=nowarn"], {
    cwd: root,
    env: gitEnv(),
    input: patch,
    encoding: "utf8",
  });
  return result.status === 0 ? "" : result.stderr;
}

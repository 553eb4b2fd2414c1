import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { openProject } from "../../src/project/openProject.ts";
import type { Project, ProjectOptions } from "../../src/project/types.ts";

/** Files of a tree by relative path: text, bytes, or a value that is written as JSON. */
export type TreeFiles = Readonly<Record<string, unknown>>;

/** Writes a tree into a new temporary folder, which goes when the test ends; gives its path with forward slashes. */
export function tempTree(files: TreeFiles): string {
  const root = realpathSync.native(mkdtempSync(path.join(tmpdir(), "sadpath-project-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeTree(root, files);
  return root.replaceAll("\\", "/");
}

/** Writes files below an existing folder. */
function writeTree(root: string, files: TreeFiles): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }
}

/** Makes a folder a git repository; its files stay untracked unless `add` is asked for. */
export function initGit(root: string, add = true): void {
  git(root, "init", "-q");
  if (add) git(root, "add", "-A");
}

/** Runs git in a folder, apart from the user's own configuration. */
export function git(root: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], {
    cwd: root,
    env,
    encoding: "utf8",
  });
}

/** A tree, opened. */
export async function openTree(files: TreeFiles, options: Partial<ProjectOptions> = {}): Promise<Project> {
  const root = tempTree(files);
  return openProject({ root, paths: [], packages: ["pusher"], ...options });
}

/** Paths relative to a project's root. */
export function below(project: Project, files: readonly string[]): string[] {
  return files.map((file) => file.slice(project.root.length + 1));
}

/** Where a specifier leads, in short: a relative path, "pkg:name", "pkg:name/subpath", or "unknown". */
export function lead(project: Project, specifier: string, from: string): string {
  const resolution = project.resolve(specifier, `${project.root}/${from}`);
  if (resolution.kind === "file") return resolution.file.slice(project.root.length + 1);
  if (resolution.kind === "unknown") return "unknown";
  return `pkg:${resolution.name}${resolution.subpath === "" ? "" : `/${resolution.subpath}`}`;
}

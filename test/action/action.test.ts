import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CLI, runProcess, type ProcessOutcome } from "../cli/process.ts";
import { startGithub } from "../github/fakeGithub.ts";
import { commitAll, readText, runGit, tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(project, "action.yml"), "utf8")) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};
const { steps } = action.runs;

describe("action.yml", () => {
  test("no expression stands in a script: inputs and event reach it as variables", () => {
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBe(4);
    for (const script of scripts) expect(script).not.toContain("${{");
  });

  test("every expression names an input, an output, or what GitHub gives", () => {
    const ids = steps.flatMap(({ id }) => id ?? []);
    const text = JSON.stringify([steps, action.outputs]);
    for (const [, name = ""] of text.matchAll(/\binputs\.([\w-]+)/g))
      expect(Object.keys(action.inputs)).toContain(name);
    for (const [, id = ""] of text.matchAll(/\bsteps\.([\w-]+)\./g)) expect(ids).toContain(id);
    const outputs = ["exit-code", "folder", "has-report", "command"];
    for (const [, name = ""] of text.matchAll(/\boutputs\.([\w-]+)/g)) expect(outputs).toContain(name);
    for (const input of Object.values(action.inputs)) expect(input.description).not.toBe("");
  });

  test("every variable that a script reads is set by its step, or by the runner", () => {
    const given = ["GITHUB_ACTION_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "RUNNER_TEMP"];
    for (const { run, env } of steps) {
      const file = /action\/\w+\.sh/.exec(run ?? "")?.[0];
      if (file === undefined) continue;
      const script = readFileSync(join(project, file), "utf8");
      for (const [, name = ""] of script.matchAll(/\$\{?([A-Z][A-Z_]+)/g))
        expect([...given, ...Object.keys(env ?? {})]).toContain(name);
    }
  });
});

const CODE = `import Pusher from "pusher";
const pusher = new Pusher({ appId: "1", key: "k", secret: "s", cluster: "eu" });
export async function notify() {
  await pusher.trigger("c", "e", {});
}
`;

/** A job for a pull request: a repository with a branch, and what the runner sets. */
async function job(inputs: Readonly<Record<string, string>> = {}) {
  const github = await startGithub();
  const root = tempRepo({
    "package.json": '{ "dependencies": { "pusher": "^5.0.0" } }',
    "src/old.ts": CODE,
  });
  runGit(root, "update-ref", "refs/remotes/origin/main", "HEAD");
  writeFiles(root, { "src/new file.ts": CODE });
  commitAll(root, "second");
  const temp = tempFolder({
    "event.json": '{ "pull_request": { "number": 7 } }',
    output: "",
    "summary.md": "",
  });
  const command = join(temp, "cli");
  writeFiles(temp, { cli: `#!/bin/sh\nexec ${CLI.map((word) => `'${word}'`).join(" ")} "$@"\n` });
  chmodSync(command, 0o755);
  const env: Record<string, string> = {
    GITHUB_ACTION_PATH: project,
    GITHUB_OUTPUT: join(temp, "output"),
    GITHUB_STEP_SUMMARY: join(temp, "summary.md"),
    GITHUB_EVENT_PATH: join(temp, "event.json"),
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: "o/r",
    GITHUB_TOKEN: "secret",
    RUNNER_TEMP: temp,
    SADPATH_COMMAND: command,
    SADPATH_PATHS: "",
    SADPATH_SINCE: "",
    SADPATH_SAFETY: "safe",
    SADPATH_FAIL_ON: "error",
    SADPATH_BASELINE: "",
    SADPATH_BASE_REF: "main",
    SADPATH_HEAD_SHA: "",
    SADPATH_COMMENT_NAME: "default",
    ...inputs,
  };
  const step = (
    name: string,
    more: Readonly<Record<string, string>> = {},
    cwd = root,
  ): Promise<ProcessOutcome> =>
    runProcess(cwd, ["bash", join(project, "action", `${name}.sh`)], undefined, { ...env, ...more });
  const outputs = (): Record<string, string> =>
    Object.fromEntries(
      readText(temp, "output")
        .trim()
        .split("\n")
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
  return { github, root, temp, step, outputs };
}

describe("a job of the action", () => {
  test("annotates what the branch touches, writes every report and the summary, and keeps the comment", async () => {
    const { github, temp, step, outputs } = await job();
    const run = await step("run");
    expect([run.code, run.err]).toEqual([0, ""]);
    expect(run.out.trim().split("\n").length).toBe(1);
    expect(run.out).toMatch(/^::error file=src\/new file\.ts,line=4,/);
    expect(outputs()).toMatchObject({
      "exit-code": "1",
      "has-report": "true",
      folder: join(temp, "sadpath-report"),
    });
    for (const file of ["report.md", "report.html", "report.json", "report.sarif", "changes.patch"])
      expect(existsSync(join(temp, "sadpath-report", file))).toBe(true);
    expect(readText(temp, "summary.md")).toContain("### sadpath: 1 error in 1 file");

    const folder = { SADPATH_FOLDER: join(temp, "sadpath-report") };
    expect((await step("comment", folder)).out).toMatch(/^Comment created: /);
    expect(github.comments[0]?.body).toContain("src/new file.ts");
  });

  test("in a working directory, annotations and SARIF name files from the top", async () => {
    const { root, temp, step } = await job();
    writeFiles(root, { "pkg/package.json": "{}", "pkg/b.ts": CODE });
    const run = await step("run", {}, join(root, "pkg"));
    expect(run.out).toMatch(/^::error file=pkg\/b\.ts,line=4,/);
    expect(readText(temp, "sadpath-report/report.sarif")).toContain('"uri": "pkg/b.ts"');
  });

  test("paths, one on each line, are words; a hostile branch or path runs nothing", async () => {
    const { root, step, outputs } = await job({
      SADPATH_PATHS: "src/new file.ts\n$(touch pwned)\n--write",
      SADPATH_SINCE: "$(touch pwned); ::error::x",
    });
    const run = await step("run");
    expect(outputs()).toMatchObject({ "exit-code": "2", "has-report": "false" });
    expect(run.err).toMatch(/^sadpath: /);
    expect(run.out).not.toMatch(/^::error/m);
    expect(existsSync(join(root, "pwned"))).toBe(false);
    expect(runGit(root, "status", "--porcelain")).toBe("");
  });

  test("nothing found writes no new comment, and brings an old one up to date", async () => {
    const { github, root, temp, step } = await job();
    const folder = { SADPATH_FOLDER: join(temp, "sadpath-report") };
    writeFiles(root, { "src/new file.ts": "export {};\n" });
    await step("run");
    expect((await step("comment", folder)).out).toContain("no comment to bring up to date");
    expect(github.comments).toEqual([]);
    writeFiles(root, { "src/new file.ts": CODE });
    await step("run");
    await step("comment", folder);
    writeFiles(root, { "src/new file.ts": "export {};\n" });
    await step("run");
    expect((await step("comment", folder)).out).toMatch(/^Comment updated: /);
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining("nothing is left unhandled on the lines changed since origin/main"),
    ]);
  });

  test("a fork's token may not comment: the job goes on", async () => {
    const { github, temp, step } = await job();
    await step("run");
    const refusal = { status: 403, message: "Resource not accessible by integration" };
    github.refusals.push({ matches: /^POST/, refusal });
    const outcome = await step("comment", {
      SADPATH_FOLDER: join(temp, "sadpath-report"),
    });
    expect([outcome.code, outcome.err]).toEqual([0, ""]);
    expect(outcome.out).toContain("::notice title=sadpath::No comment");
  });

  test("sadpath is installed outside of the checkout, in the action's own version, without scripts", async () => {
    const { temp, root, step, outputs } = await job();
    const tools = tempFolder({ npm: `#!/bin/sh\npwd >'${temp}/npm'\necho "$@" >>'${temp}/npm'\n` });
    chmodSync(join(tools, "npm"), 0o755);
    writeFiles(root, { ".npmrc": "registry=http://127.0.0.1:1/" });
    const outcome = await step("install", {
      SADPATH_VERSION: "",
      PATH: `${tools}:${process.env["PATH"] ?? ""}`,
    });
    expect([outcome.code, outcome.err]).toEqual([0, ""]);
    const { version } = JSON.parse(readText(project, "package.json")) as { version: string };
    const [folder, args] = readText(temp, "npm").split("\n");
    expect(folder).toBe(join(temp, "sadpath"));
    expect(args).toMatch(/^install --prefix \S+ --no-save --ignore-scripts /);
    expect(args).toContain(` sadpath@${version} octokit@5`);
    expect(outputs()).toEqual({ command: join(temp, "sadpath/node_modules/.bin/sadpath") });
  });

  test("the version is a version, or nothing is installed", async () => {
    const { step } = await job();
    const outcome = await step("install", { SADPATH_VERSION: "1.0.0; touch pwned" });
    expect([outcome.code, outcome.out]).toEqual([2, expect.stringContaining("must be a version")]);
  });
});

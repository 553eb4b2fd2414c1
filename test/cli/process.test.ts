import { spawn } from "node:child_process";
import { existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { applyPatch, readText, runGit, tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";
import { CLI, plainEnv, runCli, runProcess } from "./process.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"),
) as object;
const validate = new Ajv2020().compile(schema);

const LIB =
  'import Pusher from "pusher";\nexport const pusher = new Pusher({ appId: "1", key: "k", secret: "s", cluster: "eu" });\n';
const CALL =
  'import { pusher } from "./lib";\n\nexport async function notify(id: string) {\n  await pusher.trigger(id, "message", { id });\n}\n';

/** A small application: one handled call, two that are not, one of them in a file with BOM and CRLF. */
const APP = {
  "package.json": '{ "name": "app", "private": true, "dependencies": { "pusher": "^5.3.4" } }\n',
  "src/lib.ts": LIB,
  "src/notify.ts": CALL,
  "src/crlf.ts": `\uFEFF${CALL.replaceAll("\n", "\r\n")}`,
  "src/handled.ts":
    'import { pusher } from "./lib";\npusher.trigger("a", "b", {}).catch((err) => console.error(err.name));\n',
  "src/other.ts": "export const x = 1;\n",
};

interface Document {
  findings: {
    file: string;
    line: number;
    severity: string;
    suppressed: boolean;
    fingerprint: string;
    rule: string;
    fix: { applied: boolean; safety: string };
  }[];
  changes: { file: string; diff: string }[];
  summary: { callSites: number };
}

async function document(root: string, args: readonly string[]): Promise<Document & { code: number | null }> {
  const { code, out, err } = await runCli(root, [...args, "-f", "json"]);
  expect(err).toBe("");
  const parsed = JSON.parse(out) as Document;
  expect(validate(parsed) || validate.errors).toBe(true);
  return { ...parsed, code };
}

describe("the CLI as a process", () => {
  test("a dry run finds, proposes and writes nothing; the JSON is valid and says the same", async () => {
    const root = tempRepo(APP);
    const { code, out, err } = await runCli(root, []);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("src/notify.ts:4:9  error  pusher/api-error");
    expect(out).toContain("+  try {");
    expect(out).not.toContain("\u001b");
    const json = await document(root, ["src"]);
    expect(json.code).toBe(1);
    expect(json.findings.map(({ file }) => file)).toEqual(["src/crlf.ts", "src/notify.ts"]);
    expect(json.summary.callSites).toBe(3);
    expect(json.changes.map(({ file }) => file)).toEqual(["src/crlf.ts", "src/notify.ts"]);
    expect(runGit(root, "status", "--porcelain")).toBe("");
  });

  test("-f diff | git apply gives what --write gives; after it nothing is left, and undo restores every byte", async () => {
    const root = tempRepo(APP);
    const { out } = await runCli(root, ["fix", "-f", "diff"]);
    expect(applyPatch(root, out)).toBe("");
    const byPatch = Object.keys(APP).map((file) => readText(root, file));
    runGit(root, "checkout", "-q", ".");
    const written = await document(root, ["fix", "--write"]);
    expect([written.code, written.findings.map(({ fix }) => fix.applied)]).toEqual([0, [true, true]]);
    expect(Object.keys(APP).map((file) => readText(root, file))).toEqual(byPatch);
    expect(readText(root, "src/crlf.ts")).toMatch(/^\uFEFF(?:[^\n]*\r\n)+$/);
    const again = await document(root, ["fix", "--force", "--write"]);
    expect([again.code, again.findings, again.changes]).toEqual([0, [], []]);
    const undone = await runCli(root, ["undo"]);
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining("2 files restored.")]);
    expect(runGit(root, "status", "--porcelain")).toBe("");
  });

  test("run in a folder of the repository, names and the diff are relative to it", async () => {
    const root = tempRepo(
      Object.fromEntries(Object.entries(APP).map(([file, text]) => [`pkg/${file}`, text])),
    );
    const folder = join(root, "pkg");
    const { out } = await runCli(folder, ["-f", "diff"]);
    expect(out).toContain("+++ b/src/notify.ts\n");
    expect(applyPatch(folder, out)).toBe("");
    expect(readText(folder, "src/notify.ts")).toContain("catch (");
  });

  test("a package of a monorepo sees what another one exports, from wherever it is run", async () => {
    const root = tempRepo({
      "package.json": '{ "name": "m", "private": true, "workspaces": ["packages/*"] }',
      "packages/shared/package.json":
        '{ "name": "@m/shared", "main": "src/index.ts", "dependencies": { "pusher": "5" } }',
      "packages/shared/src/index.ts": LIB,
      "packages/api/package.json":
        '{ "name": "@m/api", "private": true, "dependencies": { "@m/shared": "*" } }',
      "packages/api/src/a.ts": CALL.replace("./lib", "@m/shared"),
    });
    const seen: [folder: string, path: string, file: string][] = [
      [root, ".", "packages/api/src/a.ts"],
      [join(root, "packages/api"), ".", "src/a.ts"],
      [join(root, ".."), root, `${root.split("/").at(-1) ?? ""}/packages/api/src/a.ts`],
      [tempFolder(), root, "packages/api/src/a.ts"],
    ];
    const fingerprints = new Set<string>();
    for (const [folder, path, file] of seen) {
      const { findings, changes } = await document(folder, ["fix", path]);
      expect(findings.map((one) => one.file)).toEqual([file]);
      expect(changes[0]?.diff).toContain(`+++ b/${file}\n`);
      fingerprints.add(findings[0]?.fingerprint ?? "");
    }
    // So a baseline holds from everywhere.
    expect(fingerprints.size).toBe(1);
  });

  test("suppressions of each kind, and one that does nothing", async () => {
    const comment = (text: string): string => CALL.replace("  await", `  ${text}\n  await`);
    const root = tempRepo({
      ...APP,
      "src/notify.ts": comment("// sadpath-ignore-next-line pusher/api-error -- best effort"),
      "src/crlf.ts": comment("/* nark-ignore: api-error */"),
      "src/whole.ts": `// sadpath-ignore-file pusher/api-error\n${CALL}`,
      "src/idle.ts": comment("// sadpath-ignore-next-line pusher/get-api-error"),
    });
    const { findings, code } = await document(root, ["scan"]);
    expect(code).toBe(1);
    expect(findings.filter(({ suppressed }) => suppressed).map(({ file }) => file)).toEqual([
      "src/crlf.ts",
      "src/notify.ts",
      "src/whole.ts",
    ]);
    expect(
      findings
        .filter(({ suppressed }) => !suppressed)
        .map(({ file, rule, severity }) => [file, rule, severity]),
    ).toEqual([
      ["src/idle.ts", "sadpath/unused-suppression", "info"],
      ["src/idle.ts", "pusher/api-error", "error"],
    ]);
  });

  test("--since looks only at what changed", async () => {
    const root = tempRepo(APP);
    writeFiles(root, { "src/new.ts": CALL, "src/other.ts": "export const x = 2;\n" });
    const { findings } = await document(root, ["scan", "--since", "HEAD"]);
    expect(findings.map(({ file }) => file)).toEqual(["src/new.ts"]);
  });

  test("a file that cannot be parsed is named and gives 3; the others are still fixed", async () => {
    const root = tempRepo({
      ...APP,
      "src/broken.ts": 'import { pusher } from "./lib";\nawait pusher.trigger(((;\n',
    });
    const { code, out } = await runCli(root, ["--write"]);
    expect([code, out]).toEqual([3, expect.stringContaining("src/broken.ts\n    parse: ")]);
    expect(readText(root, "src/notify.ts")).toContain("catch (");
  });

  test("--interactive with piped answers; /dev/null is none", async () => {
    const root = tempRepo(APP);
    const none = await runCli(root, ["-i"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("needs a terminal, or answers piped")]);
    const one = await runCli(root, ["-i"], "n\ny\n");
    expect([one.code, runGit(root, "status", "--porcelain")]).toEqual([1, " M src/notify.ts\n"]);
    expect(one.err).toContain("(2/2) Apply this change");
  });

  test("a config in TypeScript runs when it is named", async () => {
    const root = tempRepo({
      ...APP,
      "my.config.ts": 'const failOn: string = "never";\nexport default { failOn };\n',
    });
    expect((await runCli(root, ["scan", "--config", "my.config.ts"])).code).toBe(0);
    expect(existsSync(join(root, "node_modules"))).toBe(false);
  });

  test("mistakes are one or two lines on stderr, exit code 2, and never a stack", async () => {
    const root = tempRepo(APP);
    for (const args of [
      ["--wirte"],
      ["nowhere"],
      ["--rule", "x"],
      ["scan", "--since", "nowhere"],
      ["explain", "x"],
      ["undo"],
    ]) {
      const { code, out, err } = await runCli(root, args);
      expect([code, out]).toEqual([2, ""]);
      expect(err.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
      expect(err).not.toMatch(/^\s+at /m);
    }
  });

  test("a reader that goes away is no error", async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`src/n${index}.ts`, CALL]));
    const root = tempRepo({ ...APP, ...many });
    const command = CLI.map((part) => `'${part}'`).join(" ");
    const { out, err } = await runProcess(root, [
      "bash",
      "-c",
      `${command} | head -n 1; echo "code \${PIPESTATUS[0]}"`,
    ]);
    expect(err).toBe("");
    expect(out).toMatch(/^src\/crlf\.ts\ncode 1\n$/);
  });
});

/** Starts a write, and interrupts it when the first file has changed. */
function interruptWrite(root: string, signal: NodeJS.Signals): Promise<{ code: number | null; err: string }> {
  return new Promise((fulfil, reject) => {
    const [program = "", ...args] = CLI;
    const child = spawn(program, [...args, "--write"], {
      cwd: root,
      env: plainEnv(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
    const watcher = watch(join(root, "src")).once("change", () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code) => {
      watcher.close();
      fulfil({ code, err });
    });
  });
}

describe("Ctrl-C", () => {
  const FILES = 150;
  const names = Array.from({ length: FILES }, (_, index) => `src/n${String(index).padStart(3, "0")}.ts`);

  test(
    "while files are written: whole files, exit code 130, and undo restores them",
    { timeout: 120_000 },
    async () => {
      const root = tempRepo({ ...APP, ...Object.fromEntries(names.map((name) => [name, CALL])) });
      const { code, err } = await interruptWrite(root, "SIGINT");
      expect(code).toBe(130);
      expect(err).toMatch(/interrupted: \d+ of 152 files were written; sadpath undo puts them back/);
      const changed = runGit(root, "status", "--porcelain").trimEnd().split("\n");
      expect(changed.every((line) => line.startsWith(" M src/"))).toBe(true);
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThan(152);
      for (const name of names) expect(readText(root, name)).toMatch(/^import[^]*\n}\n$/);
      await runCli(root, ["undo"]);
      expect(runGit(root, "status", "--porcelain")).toBe("");
    },
  );
});

test("outside of git, --write needs --force, and undo works all the same", async () => {
  const root = tempFolder(APP);
  const refused = await runCli(root, ["--write"]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("is not in a git repository")]);
  expect((await runCli(root, ["--write", "--force"])).code).toBe(0);
  expect((await runCli(root, ["undo"])).code).toBe(0);
  expect(readText(root, "src/notify.ts")).toBe(CALL);
});

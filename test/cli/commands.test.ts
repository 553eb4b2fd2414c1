import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyPatch, commitAll, readText, runGit, tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";
import { fakeEngine, runFake } from "./fakeEngine.ts";

const FILES = { "src/a.ts": "unsafe();\r\n", "src/b.ts": "\uFEFFone();\ndoubtful();\nunsafe();\n", "src/c.ts": "fine();\n" };

interface Report {
  findings: { file: string; line: number; fix: { applied: boolean; reason?: string } }[];
  changes: { file: string }[];
  files: { file: string; status: string; stage: string; reason: string }[];
}

async function report(root: string, ...args: string[]): Promise<Report & { code: number }> {
  const { out, code } = await runFake(root, [...args, "-f", "json"]);
  return { ...(JSON.parse(out) as Report), code };
}

describe("fix", () => {
  test("is a dry run: it prints, and writes nothing; it is also the default command", async () => {
    const root = tempRepo(FILES);
    for (const args of [["fix"], [], ["src"], ["fix", "src", "src/**/*.ts"]]) {
      const { code, out, err } = await runFake(root, args);
      expect([code, err]).toEqual([1, ""]);
      expect(out).toContain("+safe();");
    }
    expect(runGit(root, "status", "--porcelain")).toBe("");
  });

  test("-f diff is what git apply takes, and makes of the tree what --write makes of it", async () => {
    const root = tempRepo(FILES);
    const { out } = await runFake(root, ["fix", "-f", "diff"]);
    expect(applyPatch(root, out)).toBe("");
    const applied = Object.keys(FILES).map((file) => readText(root, file));
    runGit(root, "checkout", "-q", ".");
    await runFake(root, ["fix", "--write"]);
    expect(Object.keys(FILES).map((file) => readText(root, file))).toEqual(applied);
    expect(applied).toEqual(["safe();\r\n", "\uFEFFone();\ndoubtful();\nsafe();\n", "fine();\n"]);
  });

  test("--write: the exit code and the report describe the tree that is left", async () => {
    const root = tempRepo({ ...FILES, "src/d.ts": "unsafe();\nhopeless();\n" });
    const result = await report(root, "--write");
    expect(result.code).toBe(0);
    expect(result.findings.map(({ file, fix }) => [file, fix.applied])).toEqual([
      ["src/a.ts", true],
      ["src/b.ts", false],
      ["src/b.ts", true],
      ["src/d.ts", true],
      ["src/d.ts", false],
    ]);
    commitAll(root, "written");
    expect((await runFake(root, ["--write", "--fail-on", "warning"])).code).toBe(1);
  });

  test("--write --safety review applies those too; what remains keeps its place in the new text", async () => {
    const grow = { ...fakeEngine };
    const root = tempRepo({ "a.ts": "unsafe();\nhopeless();\n" });
    const { out } = await runFake(root, ["--write", "-f", "json"], {
      engine: {
        ...grow,
        run: async (options) => {
          const result = await fakeEngine.run(options);
          const files = result.files.map((file) => (file.change === undefined ? file : { ...file, change: { ...file.change, after: "safe(\n);\nhopeless();\n" } }));
          return { ...result, files };
        },
      },
    });
    const { findings } = JSON.parse(out) as Report;
    expect(findings.find(({ fix }) => !fix.applied)?.line).toBe(3);
    const other = tempRepo(FILES);
    expect((await runFake(other, ["--write", "--safety", "review", "--fail-on", "info"])).code).toBe(0);
    expect(readText(other, "src/b.ts")).toBe("\uFEFFone();\nsure();\nsafe();\n");
  });

  test("--write refuses files that git could not give back, names them, and writes nothing; --force does it", async () => {
    const root = tempRepo(FILES);
    writeFiles(root, { "src/a.ts": "unsafe(); // mine\n", "src/new.ts": "unsafe();\n", "src/c.ts": "fine(); // also mine\n" });
    const { code, out, err } = await runFake(root, ["--write"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/src\/a\.ts has uncommitted changes\n {2}src\/new\.ts is not tracked by git/);
    expect(err).not.toContain("src/c.ts");
    expect(readText(root, "src/b.ts")).toBe(FILES["src/b.ts"]);
    expect((await runFake(root, ["--write", "--force"])).code).toBe(0);
    expect(readText(root, "src/a.ts")).toBe("safe(); // mine\n");

    const bare = tempFolder(FILES);
    const refused = await runFake(bare, ["--write"]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("is not in a git repository")]);
    expect((await runFake(bare, ["--write", "--force"])).code).toBe(0);
  });

  test("a read-only file fails by itself, with exit code 3, and its finding stays", async () => {
    const root = tempRepo(FILES);
    chmodSync(join(root, "src/a.ts"), 0o444);
    const result = await report(root, "--write");
    expect(result.code).toBe(3);
    expect(result.files).toEqual([{ file: "src/a.ts", status: "failed", stage: "write", reason: "the file is read-only" }]);
    expect(result.changes.map(({ file }) => file)).toEqual(["src/b.ts"]);
    expect(result.findings[0]).toMatchObject({ file: "src/a.ts", fix: { applied: false, reason: "the file is read-only" } });
    expect(readText(root, "src/b.ts")).toContain("safe()");
  });

  test("a file that cannot be parsed gives 3, also where findings would give 1", async () => {
    const root = tempRepo({ ...FILES, "src/x.ts": "broken" });
    const { code, out } = await runFake(root, ["--write"]);
    expect([code, out]).toEqual([3, expect.stringContaining("src/x.ts\n    parse: Unexpected token (1:1)")]);
    expect(readText(root, "src/a.ts")).toBe("safe();\r\n");
  });

  test("undo takes it back, once", async () => {
    const root = tempRepo(FILES);
    await runFake(root, ["--write"]);
    const undone = await runFake(root, ["undo"]);
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining("2 files restored.")]);
    expect(runGit(root, "status", "--porcelain")).toBe("");
    const again = await runFake(root, ["undo"]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("nothing to undo")]);
  });

  test("undo names what it leaves alone, and ends with 3", async () => {
    const root = tempRepo(FILES);
    await runFake(root, ["--write"]);
    writeFiles(root, { "src/a.ts": "mine" });
    const { code, out } = await runFake(tempFolder(), ["undo", root, "--quiet"]);
    expect([code, out]).toEqual([3, expect.stringContaining("left      src/a.ts: has been edited since")]);
  });
});

describe("what is looked at", () => {
  test("--fail-on decides what makes exit code 1; 'never' nothing", async () => {
    const root = tempRepo({ "a.ts": "doubtful();" });
    const codes = await Promise.all(["error", "warning", "info", "never"].map(async (level) => (await runFake(root, ["scan", "--fail-on", level])).code));
    expect(codes).toEqual([0, 1, 1, 0]);
  });

  test("--since and --staged", async () => {
    const root = tempRepo({ "a.ts": "unsafe();\nx();\nx();\n", "b.ts": "unsafe();\n" });
    writeFiles(root, { "a.ts": "unsafe();\nx();\nunsafe();\n" });
    expect((await report(root, "scan", "--since", "HEAD")).findings.map(({ file, line }) => [file, line])).toEqual([["a.ts", 3]]);
    expect((await report(root, "scan", "--staged")).findings).toEqual([]);
    runGit(root, "add", "a.ts");
    expect((await report(root, "scan", "--staged")).findings.map(({ line }) => line)).toEqual([3]);
    const unknown = await runFake(root, ["scan", "--since", "nowhere"]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('"nowhere" is not a commit')]);
    const none = await runFake(tempFolder({ "a.ts": "" }), ["scan", "--since", "HEAD"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("needs a git repository")]);
  });

  test("the root is the current folder; for paths outside of it, their project", async () => {
    const root = tempRepo(FILES);
    expect((await report(join(root, "src"), "scan")).findings[0]?.file).toBe("a.ts");
    const elsewhere = tempFolder();
    const { out } = await runFake(elsewhere, ["scan", join(root, "src"), "-f", "json"]);
    expect(JSON.parse(out)).toMatchObject({ root: expect.stringContaining("../") as string, findings: [{ file: "src/a.ts" }, {}, {}] });
  });

  test("a baseline: known findings do not fail the run, new ones do; an update prunes", async () => {
    const root = tempRepo(FILES);
    const missing = await runFake(root, ["scan", "--baseline", "known.json"]);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("there is no baseline")]);
    expect((await runFake(root, ["scan", "--baseline", "known.json", "--update-baseline", "--fail-on", "info"])).code).toBe(0);
    expect((await runFake(root, ["scan", "--baseline", "known.json", "--fail-on", "info"])).code).toBe(0);
    writeFiles(root, { "src/new.ts": "unsafe();" });
    expect((await runFake(root, ["scan", "--baseline", "known.json"])).code).toBe(1);
    const entries = (): string[] => (JSON.parse(readText(root, "known.json")) as { findings: { file: string }[] }).findings.map(({ file }) => file);
    writeFiles(root, { "src/a.ts": "fine();" });
    await runFake(root, ["scan", "src/b.ts", "--baseline", "known.json", "--update-baseline"]);
    expect(entries()).toEqual(["src/a.ts", "src/b.ts", "src/b.ts"]);
    await runFake(root, ["scan", "--baseline", "known.json", "--update-baseline"]);
    expect(entries()).toEqual(["src/b.ts", "src/b.ts", "src/new.ts"]);
  });

  test("after --write --update-baseline, what was mended is not known", async () => {
    const root = tempRepo({ "a.ts": "unsafe();\nhopeless();\n" });
    await runFake(root, ["--write", "--baseline", "known.json", "--update-baseline"]);
    expect((JSON.parse(readText(root, "known.json")) as { findings: object[] }).findings).toHaveLength(1);
  });
});

describe("options and config", () => {
  test("the config's values count, and flags win over them", async () => {
    const root = tempRepo({ "a.ts": "doubtful();", "sadpath.config.json": '{ "failOn": "warning", "safety": "review" }' });
    expect((await runFake(root, ["scan"])).code).toBe(1);
    expect((await runFake(root, ["scan", "--fail-on", "error"])).code).toBe(0);
    expect((await runFake(root, ["scan", "--no-config"])).code).toBe(0);
    expect((await runFake(root, ["-f", "diff"])).out).toContain("+sure();");
    expect((await runFake(root, ["-f", "diff", "--safety", "safe"])).out).toBe("");
  });

  test("what the pipeline is asked for", async () => {
    const root = tempRepo({ "pkg/a.ts": "", "sadpath.config.json": '{ "include": ["pkg/**"], "exclude": ["**/gen/**"], "errorCheck": "name", "packages": ["pusher"] }' });
    const seen: object[] = [];
    const engine = { ...fakeEngine, run: async (options: Parameters<typeof fakeEngine.run>[0]) => (seen.push(options), fakeEngine.run(options)) };
    const flags = ["--on-error", "log", "--logger", "log.error", "--no-prettier", "--typecheck", "--concurrency", "3", "--rule", "pusher/api-error"];
    await runFake(join(root, "pkg"), ["fix", ...flags, "a.ts"], { engine });
    expect(seen[0]).toEqual({
      root: join(root, "pkg"),
      paths: [join(root, "pkg/a.ts")],
      mode: "dry-run",
      rules: ["pusher/api-error"],
      packages: ["pusher"],
      safety: "safe",
      onError: "log",
      logger: "log.error",
      errorCheck: "name",
      prettier: false,
      typecheck: true,
      include: ["**"],
      exclude: ["**/gen/**"],
      concurrency: 3,
      onProgress: expect.any(Function) as unknown,
    });
  });

  test("a baseline of the config may not lead out of its folder", async () => {
    const root = tempRepo({ "sadpath.config.json": '{ "baseline": "../outside.json" }' });
    const { code, err } = await runFake(root, ["scan", "--update-baseline"]);
    expect([code, err]).toEqual([2, expect.stringContaining("must lie in the config's own folder")]);
    expect(existsSync(join(root, "../outside.json"))).toBe(false);
  });

  test("a config in code is not run, and the notice says how to use it", async () => {
    const root = tempRepo({ "sadpath.config.mjs": 'export default { failOn: "never" };', "a.ts": "unsafe();" });
    const { code, err } = await runFake(root, ["scan"]);
    expect([code, err]).toEqual([1, expect.stringContaining("--config sadpath.config.mjs")]);
    expect((await runFake(root, ["scan", "--quiet"])).err).toBe("");
    expect((await runFake(root, ["scan", "--config", "sadpath.config.mjs"])).code).toBe(0);
  });

  test("--report writes further formats, without colour, into folders that are made for them", async () => {
    const root = tempRepo(FILES);
    const { out } = await runFake(root, ["--report", "json=out/r.json", "--report", "diff=out/r.diff", "--report", "pretty=out/r.txt"], {
      env: { FORCE_COLOR: "1" },
    });
    expect(out).toContain("\u001b[");
    expect(readdirSync(join(root, "out"))).toEqual(["r.diff", "r.json", "r.txt"]);
    expect(JSON.parse(readText(root, "out/r.json"))).toMatchObject({ schemaVersion: 1 });
    expect(applyPatch(root, readText(root, "out/r.diff"))).toBe("");
    expect(readText(root, "out/r.txt")).not.toContain("\u001b[");
    mkdirSync(join(root, "dir"));
    const failed = await runFake(root, ["--report", "json=dir"]);
    expect([failed.code, failed.err]).toEqual([2, expect.stringContaining("--report: dir cannot be written")]);
  });

  test("colour: --no-color, NO_COLOR, FORCE_COLOR, a terminal, and neither", async () => {
    const root = tempRepo(FILES);
    const isColored = async (args: string[], env: Record<string, string>, isStdoutTerminal: boolean) =>
      (await runFake(root, args, { env, isStdoutTerminal })).out.includes("\u001b[3");
    expect(await isColored([], {}, true)).toBe(true);
    expect(await isColored([], {}, false)).toBe(false);
    expect(await isColored([], { CI: "true" }, false)).toBe(false);
    expect(await isColored([], { FORCE_COLOR: "1" }, false)).toBe(true);
    expect(await isColored([], { FORCE_COLOR: "0" }, true)).toBe(false);
    expect(await isColored([], { NO_COLOR: "1", FORCE_COLOR: "1" }, true)).toBe(false);
    expect(await isColored(["--no-color"], { FORCE_COLOR: "1" }, true)).toBe(false);
    expect(await isColored([], { TERM: "dumb" }, true)).toBe(false);
  });

  test("progress: on stderr, only at a terminal, not in CI, not with --quiet; it takes itself away", async () => {
    const root = tempRepo(FILES);
    const shown = async (args: string[], env: Record<string, string>, isStderrTerminal: boolean) => (await runFake(root, args, { env, isStderrTerminal })).err;
    const drawn = await shown([], {}, true);
    expect(drawn).toContain("detect 3/3");
    expect(drawn.endsWith("\r\u001b[2K")).toBe(true);
    expect(await shown([], {}, false)).toBe("");
    expect(await shown([], { CI: "1" }, true)).toBe("");
    expect(await shown(["--quiet"], {}, true)).toBe("");
  });

  test("--verbose prints the timings to stderr, and leaves stdout to the report", async () => {
    const { err, out } = await runFake(tempRepo(FILES), ["scan", "--verbose", "-f", "json"]);
    expect(err).toMatch(/timings\n {2}detect +1\.0 ms +3 files\n {2}total/);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});

describe("mistakes are usage errors that help", () => {
  test.each([
    [["--wirte"], "--write"],
    [["scan", "--write"], "unknown option '--write'"],
    [["sacn"], 'no such file or folder: sacn (did you mean the command "scan"?)'],
    [["no/such/path"], "no such file or folder: no/such/path"],
    [["no/**/*.ts"], "no file matches: no/**/*.ts"],
    [["--rule", "pusher/api-eror"], '--rule: there is no rule "pusher/api-eror" (did you mean "pusher/api-error"?)'],
    [["--rule", "api-error"], 'did you mean "pusher/api-error"?'],
    [["--rule", "xyzzy"], "sadpath list shows all of them"],
    [["--package", "pushr"], '--package: there is no contract for "pushr" (did you mean "pusher"?)'],
    [["--safety", "manual"], "Allowed choices are safe, review"],
    [["--fail-on", "fatal"], "Allowed choices are error, warning, info, never"],
    [["-f", "jsn"], 'did you mean "json"?'],
    [["--report", "json"], "as in --report json=out.json"],
    [["--report", "jsn=x"], 'did you mean "json"?'],
    [["--concurrency", "0"], "a whole number from 1 on"],
    [["--logger", "a;b"], "--logger must be one expression"],
    [["--since"], "argument missing"],
    [["--since", "HEAD", "--staged"], "cannot be used with"],
    [["--quiet", "--verbose"], "cannot be used with"],
    [["--update-baseline"], "--baseline <file>"],
    [["--baseline", "b", "--update-baseline", "--staged"], "leave out --since and --staged"],
    [["--config", "nope.json"], "there is no file"],
    [["explain"], "missing required argument"],
    [["explain", "pusher/api-eror"], 'did you mean "pusher/api-error"?'],
    [["list", "--jsno"], "--json"],
    [["init", "there"], "too many arguments"],
    [["undo", "nowhere"], "no such folder: nowhere"],
  ])("%j", async (args, message) => {
    const { code, out, err } = await runFake(tempRepo({ "a.ts": "" }), args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("a rule's option does not swallow the paths behind it", async () => {
    const root = tempRepo(FILES);
    expect((await report(root, "scan", "--rule", "pusher/api-error", "src/a.ts")).findings).toHaveLength(1);
    expect((await report(root, "scan", "--rule", "pusher/api-error,pusher/get-api-error", "--", "src/a.ts")).findings).toHaveLength(1);
  });

  test("a path that exists is never a glob", async () => {
    const root = tempRepo({ "app/[id]/page.ts": "unsafe();", "app/i/page.ts": "unsafe();" });
    expect((await report(root, "scan", "app/[id]/page.ts")).findings.map(({ file }) => file)).toEqual(["app/[id]/page.ts"]);
    expect((await report(root, "scan", "app/*/page.ts")).findings).toHaveLength(2);
  });

  test("an internal error is one line; --verbose adds the stack", async () => {
    const engine = { ...fakeEngine, run: () => Promise.reject(new Error("kaboom\nsecond line")) };
    const root = tempRepo();
    const short = await runFake(root, ["scan"], { engine });
    expect([short.code, short.err]).toEqual([2, "sadpath: internal error: kaboom; run with --verbose for the stack\n"]);
    expect((await runFake(root, ["scan", "--verbose"], { engine })).err).toMatch(/kaboom[^]*\n\s+at /);
  });

  test("control characters of a path do not reach the terminal by way of an error", async () => {
    const { err } = await runFake(tempRepo(), ["scan", "a\u001b[2Jb"]);
    expect(err).toContain("a\\u{1b}[2Jb");
  });
});

describe("the small commands", () => {
  test("--version, and --help with examples on every command", async () => {
    expect(await runFake("/", ["--version"])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, err: "" });
    for (const command of [[], ["fix"], ["scan"], ["list"], ["explain"], ["init"], ["undo"]]) {
      const { code, out, err } = await runFake("/", [...command, "--help"]);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(/Usage: sadpath[^]*Examples:\n {2}sadpath/);
      const { out: other } = await runFake("/", ["help", ...command]);
      expect(other).toBe(out);
    }
  });

  test("list names every function with its rule; --json is for programs", async () => {
    const { out } = await runFake("/", ["list"]);
    const { functions } = JSON.parse((await runFake("/", ["list", "--json"])).out) as { functions: { function: string; rule: string; safety: string }[] };
    expect(functions.map((one) => one.function)).toEqual(expect.arrayContaining(["trigger", "triggerBatch", "sendToUser", "terminateUserConnections", "get", "post"]));
    for (const one of functions) expect(out).toMatch(new RegExp(`${one.function} .*${one.rule} .*${one.safety}`));
  });

  test("explain tells what fails, before and after, and where it is written", async () => {
    const { code, out } = await runFake("/", ["explain", "pusher/api-error"]);
    expect(code).toBe(0);
    expect(out).toMatch(/In production\n[^]*Before\n[^]*After\n[^]*When the rewrite is not safe\n[^]*Sources\n[^]*https:\/\//);
  });

  test("init writes a config that is then used, and never overwrites one", async () => {
    const root = tempRepo({ "a.ts": "unsafe();" });
    expect((await runFake(root, ["init"])).code).toBe(0);
    const text = readText(root, "sadpath.config.json");
    expect(text).toContain('// "baseline"');
    expect((await runFake(root, ["scan"])).code).toBe(1);
    writeFiles(root, { "sadpath.config.json": text.replace('"failOn": "error"', '"failOn": "never"') });
    expect((await runFake(root, ["scan"])).code).toBe(0);
    expect((await runFake(root, ["init"])).code).toBe(2);
    const coded = await runFake(tempFolder({ "sadpath.config.ts": "" }), ["init"]);
    expect([coded.code, coded.err]).toEqual([2, expect.stringContaining("sadpath.config.ts exists already")]);
  });
});

import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyPatch, readText, tempRepo } from "../pipeline/tempRepo.ts";
import { fakeEngine, runFake } from "./fakeEngine.ts";

import { FILES } from "./fixReport.ts";

describe("options and config", () => {
  test("the config's values count, and flags win over them", async () => {
    const root = tempRepo({
      "a.ts": "doubtful();",
      "sadpath.config.json": '{ "failOn": "warning", "safety": "review" }',
    });
    expect((await runFake(root, ["scan"])).code).toBe(1);
    expect((await runFake(root, ["scan", "--fail-on", "error"])).code).toBe(0);
    expect((await runFake(root, ["scan", "--no-config"])).code).toBe(0);
    expect((await runFake(root, ["-f", "diff"])).out).toContain("+sure();");
    expect((await runFake(root, ["-f", "diff", "--safety", "safe"])).out).toBe("");
  });

  test("what the pipeline is asked for", async () => {
    const root = tempRepo({
      "pkg/a.ts": "",
      "sadpath.config.json":
        '{ "include": ["pkg/**"], "exclude": ["**/gen/**"], "errorCheck": "name", "packages": ["pusher"] }',
    });
    const seen: object[] = [];
    const engine = {
      ...fakeEngine,
      run: async (options: Parameters<typeof fakeEngine.run>[0]) => (
        seen.push(options),
        fakeEngine.run(options)
      ),
    };
    const flags = [
      "--on-error",
      "log",
      "--logger",
      "log.error",
      "--no-prettier",
      "--typecheck",
      "--concurrency",
      "3",
      "--rule",
      "pusher/api-error",
    ];
    await runFake(join(root, "pkg"), ["fix", ...flags, "a.ts"], { engine });
    expect(seen[0]).toEqual({
      root,
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
      include: ["pkg/**"],
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
    const root = tempRepo({
      "sadpath.config.mjs": 'export default { failOn: "never" };',
      "a.ts": "unsafe();",
    });
    const { code, err } = await runFake(root, ["scan"]);
    expect([code, err]).toEqual([1, expect.stringContaining("--config sadpath.config.mjs")]);
    expect((await runFake(root, ["scan", "--quiet"])).err).toBe("");
    expect((await runFake(root, ["scan", "--config", "sadpath.config.mjs"])).code).toBe(0);
  });

  test("--report writes further formats, without colour, into folders that are made for them", async () => {
    const root = tempRepo(FILES);
    const { out } = await runFake(
      root,
      ["--report", "json=out/r.json", "--report", "diff=out/r.diff", "--report", "pretty=out/r.txt"],
      {
        env: { FORCE_COLOR: "1" },
      },
    );
    expect(out).toContain("\u001b[");
    expect(readdirSync(join(root, "out"))).toEqual(["r.diff", "r.json", "r.txt"]);
    expect(JSON.parse(readText(root, "out/r.json"))).toMatchObject({ schemaVersion: 1 });
    expect(applyPatch(root, readText(root, "out/r.diff"))).toBe("");
    expect(readText(root, "out/r.txt")).not.toContain("\u001b[");
    mkdirSync(join(root, "dir"));
    const failed = await runFake(root, ["--report", "json=dir"]);
    expect([failed.code, failed.err]).toEqual([
      2,
      expect.stringContaining("--report: dir cannot be written"),
    ]);
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
    const shown = async (args: string[], env: Record<string, string>, isStderrTerminal: boolean) =>
      (await runFake(root, args, { env, isStderrTerminal })).err;
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

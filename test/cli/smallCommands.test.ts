import { describe, expect, test } from "vitest";
import { readText, tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";
import { runFake } from "./fakeEngine.ts";

describe("the small commands", () => {
  test("--version, and --help with examples on every command", async () => {
    expect(await runFake("/", ["--version"])).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
      err: "",
    });
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
    const { functions } = JSON.parse((await runFake("/", ["list", "--json"])).out) as {
      functions: { function: string; rule: string; safety: string }[];
    };
    expect(functions.map((one) => one.function)).toEqual(
      expect.arrayContaining([
        "trigger",
        "triggerBatch",
        "sendToUser",
        "terminateUserConnections",
        "get",
        "post",
      ]),
    );
    for (const one of functions)
      expect(out).toMatch(new RegExp(`${one.function} .*${one.rule} .*${one.safety}`));
  });

  test("explain tells what fails, before and after, and where it is written", async () => {
    const { code, out } = await runFake("/", ["explain", "pusher/api-error"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /In production\n[^]*Before\n[^]*After\n[^]*When the rewrite is not safe\n[^]*Sources\n[^]*https:\/\//,
    );
  });

  test("explain knows the rule about its own comments, which is no rule to choose", async () => {
    const { code, out } = await runFake("/", ["explain", "sadpath/unused-suppression"]);
    expect([code, out]).toEqual([0, expect.stringContaining("suppresses nothing")]);
    expect(out).not.toContain("Sources");
    expect((await runFake(tempRepo(), ["scan", "--rule", "sadpath/unused-suppression"])).code).toBe(2);
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

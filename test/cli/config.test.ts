import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseJsonc } from "../../src/cli/config/jsonc.ts";
import { loadConfig } from "../../src/cli/config/load.ts";
import { rebaseGlobs } from "../../src/cli/config/rebaseGlobs.ts";
import { parseConfig } from "../../src/cli/config/schema.ts";
import { tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";

describe("finding the config", () => {
  test("sadpath.config.json with comments, or the key of package.json, from the folder upwards to the top of the repository", async () => {
    const above = tempFolder({ "sadpath.config.json": '{ "safety": "review" }' });
    const root = join(above, "repo");
    writeFiles(root, { ".git/HEAD": "", "package.json": '{ "name": "x" }', "a/b/x.ts": "" });
    expect(await loadConfig(undefined, join(root, "a/b"))).toEqual({ config: {} });
    writeFiles(root, { "package.json": '{ "name": "x", "sadpath": { "failOn": "never" } }' });
    expect(await loadConfig(undefined, join(root, "a/b"))).toEqual({
      config: { failOn: "never" },
      file: join(root, "package.json"),
    });
    writeFiles(root, { "a/sadpath.config.json": '\uFEFF// why\n{ "failOn": "info", /* x */ }\n' });
    expect((await loadConfig(undefined, join(root, "a/b"))).config).toEqual({ failOn: "info" });
  });

  test.each(["ts", "mjs", "js"])(
    "a sadpath.config.%s is not executed unless it is named",
    async (extension) => {
      const name = `sadpath.config.${extension}`;
      const code =
        'import { writeFileSync } from "node:fs";\nwriteFileSync(new URL("ran", import.meta.url), "");\nexport default { failOn: "info" };\n';
      const root = tempRepo({
        [name]: code,
        "package.json": '{ "type": "module", "sadpath": { "failOn": "warning" } }',
      });
      const found = await loadConfig(undefined, root);
      expect(found.config).toEqual({ failOn: "warning" });
      expect(found.notice).toContain(`--config ${name}`);
      expect(existsSync(join(root, "ran"))).toBe(false);
      const named = await loadConfig(join(root, name), root);
      expect([named.config, existsSync(join(root, "ran"))]).toEqual([{ failOn: "info" }, true]);
      expect(existsSync(join(root, "node_modules"))).toBe(false);
    },
  );

  test("a package.json that is broken matters only if it may hold our key", async () => {
    const root = tempRepo({ "package.json": "{ broken" });
    expect(await loadConfig(undefined, root)).toEqual({ config: {} });
    writeFiles(root, { "package.json": '{ "sadpath": {} 1 }' });
    await expect(loadConfig(undefined, root)).rejects.toThrow(/package\.json:1:17: not valid JSON/);
  });

  test("a named file that is missing, or fails, is said so", async () => {
    const root = tempFolder({ "bad.mjs": "throw new Error('oops');", "empty.mjs": "export default 3;" });
    await expect(loadConfig(join(root, "no.json"), root)).rejects.toThrow(/there is no file .*no\.json/);
    await expect(loadConfig(join(root, "no.ts"), root)).rejects.toThrow(/there is no file .*no\.ts/);
    await expect(loadConfig(join(root, "bad.mjs"), root)).rejects.toThrow(/bad\.mjs could not be run: oops/);
    await expect(loadConfig(join(root, "empty.mjs"), root)).rejects.toThrow(
      /the config must be an object, but is 3/,
    );
  });
});

describe("mistakes are told with what, where and how to mend them", () => {
  test.each([
    [{ saftey: "safe" }, '"saftey" is not a field of the config (did you mean "safety"?)'],
    [{ safety: "all" }, '"safety" must be one of "safe", "review", but is "all"'],
    [{ rules: "x" }, '"rules" must be a list, but is "x"'],
    [{ rules: ["a", 3] }, '"rules.1" must be a string, but is 3'],
    [{ prettier: "no" }, '"prettier" must be a boolean, but is "no"'],
    [{ logger: "" }, '"logger" must not be empty'],
    ["text", 'the config must be an object, but is "text"'],
  ])("%j", (config, message) => {
    expect(() => parseConfig(config, "sadpath.config.json")).toThrow(message);
    expect(() => parseConfig(config, "sadpath.config.json")).toThrow(
      "sadpath.config.json is not a valid config",
    );
  });

  test("all at once", () => {
    expect(() => parseConfig({ a: 1, safety: 2 }, "x")).toThrow(/"safety"[^]*"a"/);
  });

  test("broken JSON by line and column, comments counted", () => {
    expect(() =>
      parseJsonc('// one\n/* two\n three */ {\n  "a": "// no comment",\n  "b" 1\n}', "x.json"),
    ).toThrow(/^x\.json:5:7: not valid JSON/);
    expect(() => parseJsonc('{ "a": 1', "x.json")).toThrow(/^x\.json:1:9/);
    const many = Array.from({ length: 30 }, (_, index) => `  "field${index}": ${index},`).join("\n");
    expect(() => parseJsonc(`{\n${many}\n  "b": oops }`, "x.json")).toThrow(
      /^x\.json:32:8: not valid JSON: Unexpected token 'o'$/,
    );
    expect(() => parseJsonc("oops", "x.json")).toThrow(/^x\.json:1:1:/);
    expect(parseJsonc('{ "a": ",}", /* , */ "b": [1, 2, ], }', "x")).toEqual({ a: ",}", b: [1, 2] });
  });
});

describe("globs of the config, made relative to the root", () => {
  test.each([
    ["/r", ["src/**", "./lib/", "**/x.ts"], ["src/**", "lib/**", "**/x.ts"]],
    ["/r/pkg (a)", ["src/**"], ["pkg \\(a\\)/src/**"]],
    [
      "/",
      ["r/src/**", "other/**", "*/lib/*.ts", "**/gen/**", "r", "**"],
      ["src/**", "lib/*.ts", "**/gen/**", "**", "**"],
    ],
  ])("from a config in %s", (folder, globs, expected) => {
    expect(rebaseGlobs(globs, folder, "/r")).toEqual(expected);
  });

  test("a folder above the root that is matched by ** takes all of the root with it", () => {
    expect(rebaseGlobs(["**/legacy/**", "packages/*/src/**"], "/repo", "/repo/packages/legacy/x")).toEqual([
      "**",
    ]);
    expect(rebaseGlobs(["packages/*/src/**"], "/repo", "/repo/packages/a")).toEqual(["src/**"]);
  });
});

import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  applyPatch,
  commitAll,
  readText,
  runGit,
  tempFolder,
  tempRepo,
  writeFiles,
} from "../pipeline/tempRepo.ts";
import { fakeEngine, runFake } from "./fakeEngine.ts";

import { FILES, report, type Report } from "./fixReport.ts";

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
          const files = result.files.map((file) =>
            file.change === undefined
              ? file
              : { ...file, change: { ...file.change, after: "safe(\n);\nhopeless();\n" } },
          );
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
    writeFiles(root, {
      "src/a.ts": "unsafe(); // mine\n",
      "src/new.ts": "unsafe();\n",
      "src/c.ts": "fine(); // also mine\n",
    });
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
    expect(result.files).toEqual([
      { file: "src/a.ts", status: "failed", stage: "write", reason: "the file is read-only" },
    ]);
    expect(result.changes.map(({ file }) => file)).toEqual(["src/b.ts"]);
    expect(result.findings[0]).toMatchObject({
      file: "src/a.ts",
      fix: { applied: false, reason: "the file is read-only" },
    });
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

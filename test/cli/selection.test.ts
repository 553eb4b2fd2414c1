import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, runGit, tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";
import { runFake } from "./fakeEngine.ts";

import { FILES, report } from "./fixReport.ts";

describe("what is looked at", () => {
  test("--fail-on decides what makes exit code 1; 'never' nothing", async () => {
    const root = tempRepo({ "a.ts": "doubtful();" });
    const codes = await Promise.all(
      ["error", "warning", "info", "never"].map(
        async (level) => (await runFake(root, ["scan", "--fail-on", level])).code,
      ),
    );
    expect(codes).toEqual([0, 1, 1, 0]);
  });

  test("--since and --staged", async () => {
    const root = tempRepo({ "a.ts": "unsafe();\nx();\nx();\n", "b.ts": "unsafe();\n" });
    writeFiles(root, { "a.ts": "unsafe();\nx();\nunsafe();\n" });
    expect(
      (await report(root, "scan", "--since", "HEAD")).findings.map(({ file, line }) => [file, line]),
    ).toEqual([["a.ts", 3]]);
    expect((await report(root, "scan", "--staged")).findings).toEqual([]);
    runGit(root, "add", "a.ts");
    expect((await report(root, "scan", "--staged")).findings.map(({ line }) => line)).toEqual([3]);
    const unknown = await runFake(root, ["scan", "--since", "nowhere"]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('"nowhere" is not a commit')]);
    const none = await runFake(tempFolder({ "a.ts": "" }), ["scan", "--since", "HEAD"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("needs a git repository")]);
  });

  test("names are shown from the current folder; for paths outside of it, from their project", async () => {
    const root = tempRepo(FILES);
    expect((await report(join(root, "src"), "scan")).findings[0]?.file).toBe("a.ts");
    const elsewhere = tempFolder();
    const { out } = await runFake(elsewhere, ["scan", join(root, "src"), "-f", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      root: expect.stringContaining("../") as string,
      findings: [{ file: "src/a.ts" }, {}, {}],
    });
  });

  test("a baseline: known findings do not fail the run, new ones do; an update prunes", async () => {
    const root = tempRepo(FILES);
    const missing = await runFake(root, ["scan", "--baseline", "known.json"]);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("there is no baseline")]);
    expect(
      (await runFake(root, ["scan", "--baseline", "known.json", "--update-baseline", "--fail-on", "info"]))
        .code,
    ).toBe(0);
    expect((await runFake(root, ["scan", "--baseline", "known.json", "--fail-on", "info"])).code).toBe(0);
    writeFiles(root, { "src/new.ts": "unsafe();" });
    expect((await runFake(root, ["scan", "--baseline", "known.json"])).code).toBe(1);
    const entries = (): string[] =>
      (JSON.parse(readText(root, "known.json")) as { findings: { file: string }[] }).findings.map(
        ({ file }) => file,
      );
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

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceUrlOf } from "../../src/cli/sourceUrl.ts";
import { rulePagesAddress } from "../../src/pipeline/rulePagesAddress.ts";
import { absoluteRuleUrl, ruleUrl } from "../../src/report/rules/ruleUrl.ts";
import { sourceUrl } from "../../src/report/sourceUrl.ts";
import { readText, tempFolder, tempRepo } from "../pipeline/tempRepo.ts";
import type { Engine } from "../../src/cli/engine.ts";
import { fakeEngine, runFake } from "./fakeEngine.ts";

describe("what the CLI adds to a result for reports", () => {
  test("owners, by the CODEOWNERS of the repository, also from a folder of it", async () => {
    const root = tempRepo({
      ".github/CODEOWNERS": "* @all\n/api/ @api\n",
      "api/a.ts": "unsafe();",
      "b.ts": "unsafe();",
    });
    expect(await ownersIn(root)).toEqual([["@api"], ["@all"]]);
    expect(await ownersIn(join(root, "api"))).toEqual([["@api"]]);
    expect(await ownersIn(tempRepo({ "a.ts": "unsafe();" }))).toEqual([undefined]);
  });

  test("each rewrite alone, where a format offers it; not for what was written or only scanned", async () => {
    const root = tempRepo({ "a.ts": "a(unsafe());\nb(unsafe());\ndoubtful();\nhopeless();\n" });
    const suggestions = async (...args: string[]): Promise<unknown> => {
      const { out } = await runFake(root, [...args, "-f", "rdjson"]);
      const { diagnostics } = JSON.parse(out) as { diagnostics: { suggestions?: { text: string }[] }[] };
      return diagnostics.map((one) => one.suggestions?.map(({ text }) => text));
    };
    expect(await suggestions("fix")).toEqual([["a(safe());"], ["b(safe());"], ["sure();"], undefined]);
    expect(await suggestions("scan")).toEqual([undefined, undefined, undefined, undefined]);
    expect(await suggestions("fix", "--write")).toEqual([undefined, undefined]);
  });

  test("no single fix for a rewrite that brings files along", async () => {
    const root = tempRepo({ "a.ts": "unsafe();\n" });
    const engine: Engine = {
      ...fakeEngine,
      run: async (options) => {
        const result = await fakeEngine.run(options);
        const newFiles = [{ file: "b.ts", text: "x" }];
        const files = result.files.map((file) => ({
          ...file,
          plans: file.plans.map((plan) => ({ ...plan, newFiles })),
        }));
        return { ...result, files };
      },
    };
    expect((await runFake(root, ["-f", "sarif"])).out).toContain('"fixes"');
    expect((await runFake(root, ["-f", "sarif"], { engine })).out).not.toContain('"fixes"');
  });

  test("a BOM is no part of a replacement", async () => {
    const root = tempRepo({ "a.ts": "\uFEFFunsafe();\ndoubtful();\n" });
    const { out } = await runFake(root, ["-f", "sarif"]);
    const texts = [...out.matchAll(/"insertedContent": \{\s*"text": ("[^"]*")/g)].map(([, text]) => text);
    expect(texts).toEqual(['"safe();\\n"', '"sure();\\n"']);
  });

  test("run in a folder, services are told the path in the repository, people the one from there", async () => {
    const root = tempRepo({ "pkg/src/a.ts": "unsafe();\n" });
    const told = async (format: string): Promise<string> =>
      (await runFake(join(root, "pkg"), ["scan", "-f", format])).out;
    expect(await told("github")).toContain("file=pkg/src/a.ts,");
    expect(await told("gitlab")).toContain('"path": "pkg/src/a.ts"');
    expect(await told("sarif")).toContain('"uri": "pkg/src/a.ts"');
    for (const format of ["pretty", "json", "rdjson", "markdown", "junit"])
      expect(await told(format)).toMatch(/(?<!pkg\/)src\/a\.ts/);
  });

  test("a run over changed lines says so in its reports", async () => {
    const root = tempRepo({ "a.ts": "unsafe();\n" });
    const { out } = await runFake(root, ["scan", "--since", "HEAD", "-f", "markdown"]);
    expect(out).toContain("### sadpath: nothing is left unhandled on the lines changed since HEAD");
  });

  test("any number of reports in one run", async () => {
    const root = tempRepo({ "a.ts": "unsafe();\n" });
    const files = ["sarif=out/a.sarif", "html=out/a.html", "markdown=out/a.md", "junit=out/a.xml"];
    const { code } = await runFake(root, [
      "scan",
      ...files.flatMap((file) => ["--report", file]),
      "-f",
      "github",
    ]);
    expect(code).toBe(1);
    expect(readText(root, "out/a.sarif")).toContain('"2.1.0"');
    expect(readText(root, "out/a.html")).toMatch(/^<!doctype html>/);
    expect(readText(root, "out/a.md")).toMatch(/^### sadpath: 1 error/);
    expect(readText(root, "out/a.xml")).toMatch(/^<\?xml/);
  });
});

describe("addresses", () => {
  const github = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc" };

  test("a line's, from the variables of GitHub Actions and GitLab", () => {
    const root = tempRepo({ "a b/x.ts": "" });
    expect(sourceUrlOf(github, root)).toBe("https://github.com/o/r/blob/abc");
    expect(sourceUrlOf({ ...github, SADPATH_HEAD_SHA: "def" }, root)).toBe("https://github.com/o/r/blob/def");
    expect(sourceUrlOf({ ...github, SADPATH_HEAD_SHA: "" }, join(root, "a b"))).toBe(
      "https://github.com/o/r/blob/abc/a%20b",
    );
    const gitlab = { CI_PROJECT_URL: "https://gitlab.example/o/r", CI_COMMIT_SHA: "abc" };
    expect(sourceUrlOf(gitlab, root)).toBe("https://gitlab.example/o/r/-/blob/abc");
    expect(sourceUrlOf({}, root)).toBeUndefined();
    expect(sourceUrlOf(github, tempFolder())).toBeUndefined();
    expect(sourceUrlOf({ ...github, GITHUB_SERVER_URL: "javascript:alert(1)//" }, root)).toBeUndefined();
  });

  test("a path in them is escaped; one that leaves the folder has none", () => {
    const options = { sourceUrl: "https://h/r" };
    expect(sourceUrl(options, "a b/[id]#x?.ts", 3)).toBe("https://h/r/a%20b/%5Bid%5D%23x%3F.ts#L3");
    expect(sourceUrl(options, "../x.ts", 3)).toBeUndefined();
    expect(sourceUrl({}, "x.ts", 3)).toBeUndefined();
  });

  test("a rule page's: below the package's repository, or in the package", () => {
    const pages = "https://github.com/o/r/blob/v1.2.3/docs/rules";
    for (const repository of ["https://github.com/o/r", { url: "git+https://github.com/o/r.git" }])
      expect(rulePagesAddress({ version: "1.2.3", repository })).toEqual({ rulePages: pages });
    expect(rulePagesAddress({ version: "1.2.3", homepage: "https://github.com/o/r#readme" })).toEqual({
      rulePages: pages,
    });
    expect(rulePagesAddress({ version: "1.2.3", repository: "git@github.com:o/r.git" })).toEqual({});
    expect(ruleUrl({}, "pusher/api-error")).toBe("docs/rules/pusher/api-error.md");
    expect(absoluteRuleUrl({}, "pusher/api-error")).toBeUndefined();
    expect(absoluteRuleUrl({ rulePages: "https://h/d" }, "pusher/api-error")).toBe(
      "https://h/d/pusher/api-error.md",
    );
  });
});

async function ownersIn(folder: string): Promise<unknown> {
  const { out } = await runFake(folder, ["scan", "-f", "json"]);
  return (JSON.parse(out) as { findings: { owners?: string[] }[] }).findings.map(({ owners }) => owners);
}

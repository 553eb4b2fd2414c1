import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { readText, runGit, tempFolder, tempRepo, writeFiles } from "../pipeline/tempRepo.ts";
import { fakeEngine, runFake, type CliOutcome } from "./fakeEngine.ts";

const FILES = {
  "a.ts": "unsafe(); // 1\nunsafe(); // 2\nunsafe(); // 3\n",
  "b.ts": "\uFEFFx();\r\nunsafe(); // 4\r\n",
  "c.ts": "unsafe(); // 5",
};

/** Which of the five calls are safe in the tree now, by the number behind each. */
function mended(root: string): number[] {
  const all = Object.keys(FILES)
    .map((file) => readText(root, file))
    .join("\n");
  return [...all.matchAll(/\bsafe\(\); \/\/ (\d)/g)].map((match) => Number(match[1]));
}

async function answer(root: string, answers: string, args: readonly string[] = []): Promise<CliOutcome> {
  return runFake(root, ["fix", "-i", ...args], { input: answers });
}

/** An editor: a shell script that changes the file it is given. */
function editor(script: string): Record<string, string> {
  const path = join(tempFolder(), "editor.sh");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { PATH: process.env["PATH"] ?? "", EDITOR: `'${path}' "with args"`, VISUAL: "" };
}

describe("--interactive, as git add -p", () => {
  test.each([
    ["y\ny\ny\ny\ny\n", [1, 2, 3, 4, 5]],
    ["n\ny\nn\ny\nn\n", [2, 4]],
    ["a\nn\ny\n", [1, 2, 3, 5]],
    ["n\na\na\nn\n", [2, 3, 4]],
    ["y\nq\n", [1]],
    ["y\n", [1]],
    ["?\n\nwhat\nY\nQ\n", [1]],
    ["yes\nno\nno\nno\nyes", [1, 5]],
  ])("the answers %j apply %j", async (answers, expected) => {
    const root = tempRepo(FILES);
    const { code, err } = await answer(root, answers);
    expect(mended(root)).toEqual(expected);
    expect(code).toBe(expected.length === 5 ? 0 : 1);
    expect(err).toContain("(1/5) Apply this change [y,n,a,q,e,?]?");
  });

  test("shows each change by itself on stderr; stdout carries the report of what was done", async () => {
    const root = tempRepo(FILES);
    const { out, err } = await answer(root, "n\ny\nq\n", ["-f", "diff"]);
    expect(out).toBe(
      "--- a/a.ts\n+++ b/a.ts\n@@ -1,3 +1,3 @@\n unsafe(); // 1\n-unsafe(); // 2\n+safe(); // 2\n unsafe(); // 3\n",
    );
    expect(err).toMatch(/a\.ts {2}replace unsafe\(\) \(safe\)\n {2}a\.ts:1:1 {2}error/);
    expect(err.match(/^ {2}\+safe/gm)).toHaveLength(3);
  });

  test("? explains every answer", async () => {
    const { err } = await answer(tempRepo(FILES), "?\nq\n");
    for (const key of ["y", "n", "a", "q", "e"]) expect(err).toMatch(new RegExp(`^${key} - `, "m"));
  });

  test("asks only about what the safety level allows", async () => {
    const root = tempRepo({ "a.ts": "doubtful();" });
    expect((await answer(root, "y\n")).err).toBe("");
    await answer(root, "y\n", ["--safety", "review"]);
    expect(readText(root, "a.ts")).toBe("sure();");
  });

  test("without a terminal and without answers it says what it needs, and writes nothing", async () => {
    const root = tempRepo(FILES);
    const { code, out, err } = await answer(root, "");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("needs a terminal, or answers piped to it");
    expect(mended(root)).toEqual([]);
  });

  test("refuses a dirty file before it asks anything", async () => {
    const root = tempRepo(FILES);
    writeFiles(root, { "c.ts": "unsafe(); // mine" });
    const { code, err } = await answer(root, "y\ny\ny\ny\ny\n");
    expect([code, err]).toEqual([2, expect.stringContaining("c.ts has uncommitted changes")]);
    expect(err).not.toContain("Apply this change");
  });

  test("what it wrote, undo takes back", async () => {
    const root = tempRepo(FILES);
    await answer(root, "y\nq\n");
    expect((await runFake(root, ["undo"])).code).toBe(0);
    expect(runGit(root, "status", "--porcelain")).toBe("");
  });

  test("at a terminal, answers typed one by one; its end means quit", async () => {
    const root = tempRepo(FILES);
    const stdin = new PassThrough();
    let err = "";
    let typed = 0;
    const keys = ["n\n", "y\n"];
    const onPrompt = (text: string): void => {
      err += text;
      if (!text.includes("Apply this change")) return;
      const key = keys[typed++];
      if (key === undefined) stdin.end();
      else stdin.write(key);
    };
    const { code } = await runFake(root, ["fix", "-i"], {
      stdin,
      err: onPrompt,
      isStdinTerminal: true,
      isStderrTerminal: true,
      env: { CI: "1" },
    });
    expect([code, typed, mended(root)]).toEqual([1, 3, [2]]);
    expect(err).toContain("(3/5)");
  });

  test("an accepted change that cannot be made fails its file; the others are written", async () => {
    const root = tempRepo(FILES);
    let asked = 0;
    const engine = {
      ...fakeEngine,
      compose: async (...args: Parameters<typeof fakeEngine.compose>) => {
        asked += 1;
        if (asked > 5 && args[1] === "a.ts") throw new Error("they contradict each other");
        return fakeEngine.compose(...args);
      },
    };
    const { code, out } = await runFake(root, ["fix", "-i"], { input: "a\ny\ny\n", engine });
    expect([code, mended(root)]).toEqual([3, [4, 5]]);
    expect(out).toContain("interactive: they contradict each other");
  });
});

/** Answers with this script as the editor. */
async function edit(root: string, script: string, answers: string): Promise<CliOutcome> {
  return runFake(root, ["fix", "-i"], { input: answers, env: editor(script) });
}

describe("e: the change is edited", () => {
  test("what comes back is applied, in the file's own line endings, with its BOM", async () => {
    const root = tempRepo(FILES);
    const { code } = await edit(root, `sed -i 's/^+safe();/+mySafe();\\n+more();/' "$2"`, "n\nn\nn\ne\nn\n");
    expect(readText(root, "b.ts")).toBe("\uFEFFx();\r\nmySafe();\r\nmore(); // 4\r\n");
    expect(code).toBe(1);
  });

  test("together with others of the same file, and where the file ends without a line ending", async () => {
    const root = tempRepo(FILES);
    await edit(root, `sed -i 's/^+safe();/+mine();/' "$2"`, "y\ne\ny\nn\ne\n");
    expect(readText(root, "a.ts")).toBe("safe(); // 1\nmine(); // 2\nsafe(); // 3\n");
    expect(readText(root, "c.ts")).toBe("mine(); // 5");
  });

  test.each([
    [
      "does not parse",
      `sed -i 's/^+safe();/+nonsense/' "$2"`,
      "would not parse any more: Unexpected nonsense",
    ],
    ["does not fit the file", `sed -i 's/^-unsafe/-other/' "$2"`, "line 1 of the file is not: other(); // 1"],
    ["is empty", `: > "$2"`, "it is empty"],
    ["is no diff", `sed -i 's/^+safe/safe/' "$2"`, 'a line must begin with "+", "-" or a blank'],
    ["never was", "exit 3", "ended with code 3"],
  ])("an edit that %s is refused with the reason, and asked about again", async (_, script, reason) => {
    const root = tempRepo(FILES);
    const { err } = await edit(root, script, "e\ny\nq\n");
    expect(err).toContain(reason);
    expect(mended(root)).toEqual([1]);
    expect(err.match(/\(1\/5\)/g)).toHaveLength(2);
  });

  test("edits that overlap another accepted change fail the file and leave it as it was", async () => {
    const root = tempRepo({ "a.ts": "unsafe(); unsafe();\n" });
    const { code, out } = await edit(root, `sed -i 's/^+.*/+mine();/' "$2"`, "e\ny\n");
    expect([code, readText(root, "a.ts")]).toEqual([3, "unsafe(); unsafe();\n"]);
    expect(out).toContain("overlap");
  });

  test("the target's own git config does not choose the editor", async () => {
    const root = tempRepo(FILES);
    const marker = join(tempFolder(), "ran");
    runGit(root, "config", "core.editor", `touch '${marker}'; true`);
    await edit(root, "true", "e\nq\n");
    expect(existsSync(marker)).toBe(false);
  });
});

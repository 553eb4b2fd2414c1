import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { runFake } from "../cli/fakeEngine.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(project, "docs/pull-requests.md"), "utf8");
const blocks = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = ""]) => parse(text) as unknown);

/** Every string of a document, with the keys that lead to it. */
function strings(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

describe("the workflows to copy", () => {
  test("are four, and each is YAML", () => {
    expect(blocks.length).toBe(4);
    for (const block of blocks) expect(strings(block).length).toBeGreaterThan(5);
  });

  test("no expression stands in a script", () => {
    const scripts = blocks
      .flatMap((block) => strings(block))
      .filter(([path]) => /\.run$|\.script\./.test(path));
    expect(scripts.length).toBeGreaterThan(6);
    for (const [, script] of scripts) expect(script).not.toContain("${{");
  });

  test("every option of sadpath that they use exists", async () => {
    const help = (await runFake("/", ["fix", "--help"])).out;
    const used = blocks
      .flatMap((block) => strings(block))
      .flatMap(([, text]) => text.replaceAll("\\\n", " ").split(/\n|\|/))
      .filter((line) => /bin\/sadpath" ?fix|bin\/sadpath fix/.test(line))
      .flatMap((line) => [...line.matchAll(/ (--[\w-]+)/g)].map(([, name = ""]) => name));
    expect(used.length).toBeGreaterThan(5);
    for (const name of new Set(used)) expect(help).toContain(name);
  });

  test("every input of the action is in the table, and nothing else", () => {
    const action = parse(readFileSync(join(project, "action.yml"), "utf8")) as { inputs: object };
    const table = page.slice(page.indexOf("| input |"), page.indexOf("\n\n", page.indexOf("| input |")));
    const named = table
      .split("\n")
      .slice(2)
      .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
    expect(named.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  });
});

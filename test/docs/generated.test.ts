import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import { GENERATED_FOLDERS, generatedDocs } from "../../scripts/docs/generated.ts";
import { reportableRules } from "../../src/report/rules/allRules.ts";
import { rulePage } from "../../src/report/rules/rulePage.ts";
import { runFake } from "../cli/fakeEngine.ts";
import { applyPatch, readText, runGit, tempFolder, writeFiles } from "../pipeline/tempRepo.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const rules = reportableRules();

describe("the generated documentation", () => {
  let docs: ReadonlyMap<string, string>;
  beforeAll(async () => {
    docs = await generatedDocs();
  });

  test("is up to date, and nothing else is in its folders (else: npm run docs)", () => {
    const stale = [...docs]
      .filter(
        ([file, text]) =>
          !existsSync(join(project, file)) || readFileSync(join(project, file), "utf8") !== text,
      )
      .map(([file]) => file);
    const present = globSync(
      GENERATED_FOLDERS.map((folder) => `${folder}/**`),
      { cwd: project },
    );
    expect({ stale, orphans: present.filter((file) => !docs.has(file)) }).toEqual({ stale: [], orphans: [] });
  });

  test("the sample patch applies to the example, byte for byte", () => {
    const root = tempFolder();
    const example = join(project, "examples/chat-server");
    runGit(root, "init", "-q");
    for (const file of globSync("**", { cwd: example }))
      writeFiles(root, { [file]: readText(example, file) });
    expect(applyPatch(root, docs.get("docs/sample-report/changes.patch") ?? "")).toBe("");
    expect(readText(root, "server/routes/messages.ts")).toContain("catch (err)");
  });

  test("a picture of the terminal, and of the page in light and dark, of at most 200 KB each", () => {
    for (const name of ["terminal.svg", "html-light.png", "html-dark.png"])
      expect(statSync(join(project, "docs/img", name)).size).toBeLessThan(200_000);
    const readme = readText(project, "README.md");
    for (const name of ["terminal.svg", "html-light.png", "html-dark.png"])
      expect(readme).toContain(`docs/img/${name}`);
  });
});

describe("rule pages", () => {
  test.each(rules.map(({ id }) => id))(
    "%s says all that a reader asks, and explain prints the same",
    async (id) => {
      const page = readText(project, `docs/rules/${id}.md`);
      const rule = rules.find((one) => one.id === id);
      if (rule === undefined) throw new Error(id);
      for (const heading of [
        "In production",
        "What to do",
        "Before",
        "After",
        "The rewrite",
        "When the rewrite is not safe",
      ])
        expect(page).toContain(`\n## ${heading}\n`);
      for (const { url } of rule.sources) expect(page).toContain(`(${url})`);

      const { code, out } = await runFake("/", ["explain", id]);
      expect(code).toBe(0);
      const { blocks, facts, summary } = rulePage(rule);
      const texts = [
        summary,
        ...facts.map(([, value]) => value),
        ...blocks.flatMap((block) =>
          block.kind === "list"
            ? block.items.flatMap((item) => ("url" in item ? [item.title, item.url] : [item.name, item.text]))
            : [block.heading, block.text],
        ),
      ];
      for (const text of texts) {
        expect(words(out)).toContain(words(text));
        expect(words(page)).toContain(words(text));
      }
    },
  );

  test("every rule of every contract has a page, and the index links to it", () => {
    const index = readText(project, "docs/rules/README.md");
    for (const { id } of rules) expect(index).toContain(`](${id}.md)`);
  });
});

/** A text's words, without markup. */
function words(text: string): string {
  return text.replace(/[`*|#]|-{3,}|<!--.*?-->/g, " ").replace(/\s+/g, " ");
}

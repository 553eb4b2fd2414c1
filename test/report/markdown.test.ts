import { gfm } from "micromark-extension-gfm";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import type { Code, Nodes, Table } from "mdast";
import { describe, expect, test } from "vitest";
import type { RunResult } from "../../src/model/result.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { escapeMarkdown, fence } from "../../src/report/markdown/escapeMarkdown.ts";
import { REPORT_OPTIONS } from "./analyse.ts";
import { changeOf, fileOf, findingOf, resultOf } from "./fakeResult.ts";

const parse = (text: string): Nodes =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function all<T extends Nodes>(node: Nodes, type: T["type"]): T[] {
  const inner = "children" in node ? node.children.flatMap((child) => all<T>(child, type)) : [];
  return node.type === type ? [node as T, ...inner] : inner;
}

/** What is left to read when markup is gone. */
function plain(node: Nodes): string {
  if ("value" in node && node.type !== "html") return node.value;
  return "children" in node ? node.children.map(plain).join("") : "";
}

const BEFORE = "a\n```\n</details>\n<script>alert(1)</script>\n````\n| b |\n";
const RESULT = resultOf([
  fileOf("src/b`|<i>.ts", {
    findings: [
      findingOf({ file: "src/b`|<i>.ts", span: { line: 7 }, message: "a *b* | `c` <b>d</b> @team #1" }),
    ],
    change: changeOf("src/b`|<i>.ts", BEFORE, `${BEFORE}c\n`),
  }),
  fileOf("src/a.ts", {
    findings: [findingOf({ file: "src/a.ts", severity: "warning", fix: { safety: "review" } })],
    proposal: changeOf("src/a.ts", "x\n", "y\n"),
  }),
  fileOf("src/c.ts", { status: "failed", stage: "parse", reason: "Unexpected **token**" }),
]);

describe("markdown", () => {
  const text = markdown(RESULT, REPORT_OPTIONS);
  const tree = parse(text);

  test("is a heading, a table with the gravest first, and a collapsed diff for each file", () => {
    const children = "children" in tree ? tree.children : [];
    expect(children.slice(0, 2).map(({ type }) => type)).toEqual(["heading", "table"]);
    expect(plain(children[0] as Nodes)).toBe("sadpath: 1 error and 1 warning in 2 files");
    const [table] = all<Table>(tree, "table");
    expect(table?.children.map((row) => row.children.map(plain))).toEqual([
      ["severity", "where", "what happens", "fix"],
      [
        "error",
        "src/b`|<i>.ts:7",
        "a *b* | `c` <b>d</b> @team #1pusher/api-error",
        "safe: wrap in try/catch",
      ],
      ["warning", "src/a.ts:2", expect.stringContaining("may reject"), "review: wrap in try/catch"],
    ]);
    expect(text.match(/<details>/g)?.length).toBe(2);
    expect(text).toContain("Not applied at `--safety safe`");
    expect(text).toContain("#### Not checked");
  });

  test("the code blocks hold the diffs, whatever backticks are in them", () => {
    const codes = all<Code>(tree, "code");
    expect(codes.map(({ value }) => value)).toEqual([
      bodyOf(RESULT.files[0]?.change?.diff),
      bodyOf(RESULT.files[1]?.proposal?.diff),
    ]);
    expect(codes.every(({ lang }) => lang === "diff")).toBe(true);
  });

  test("no HTML but our own, no link, no image, no emphasis", () => {
    const html = all<Extract<Nodes, { type: "html" }>>(tree, "html").map(({ value }) => value);
    const own =
      /^(?:<\/?code>|<br>|<!-- -->|<\/details>|<details><summary><code>[^<]*<\/code> \+\d+ −\d+<\/summary>)$/;
    expect(html.filter((value) => !own.test(value))).toEqual([]);
    expect([
      ...all(tree, "link"),
      ...all(tree, "image"),
      ...all(tree, "emphasis"),
      ...all(tree, "strong"),
    ]).toEqual([]);
  });

  test.each([
    "a`b",
    "``",
    "<b>",
    "a|b",
    "\\|",
    "[x](y)",
    "![x](y)",
    "**a** __b__ ~~c~~",
    "&lt;",
    "@org/team",
    "#12",
    "www.example.com",
    "https://example.com",
    "$x$",
    "# h",
    "- l",
    "1. l",
    "{a}",
  ])("text means itself: %s", (value) => {
    const cell = all<Table>(parse(`| a |\n| --- |\n| ${escapeMarkdown(value)} |\n`), "table")[0]?.children[1]
      ?.children;
    expect(cell?.map(plain)).toEqual([value]);
    expect(all(parse(`x ${escapeMarkdown(value)}`), "link")).toEqual([]);
  });

  test("a fence is longer than any run of backticks in it", () => {
    const [code] = all<Code>(parse(fence("```\n`````\n", "diff")), "code");
    expect(code?.value).toBe("```\n`````\n");
  });

  test("links go to the line and to the rule where their addresses are known", () => {
    const linked = markdown(
      { ...RESULT, rulePages: "https://h/docs/rules" },
      { ...REPORT_OPTIONS, sourceUrl: "https://github.com/o/r/blob/abc" },
    );
    expect(linked).toContain('<a href="https://github.com/o/r/blob/abc/src/a.ts&#35;L2">');
    expect(linked).toContain('<a href="https://h/docs/rules/pusher/api-error.md">');
  });

  test("nothing found is one line", () => {
    expect(markdown(resultOf([fileOf("a.ts", { callSites: 3 })]), REPORT_OPTIONS)).toBe(
      "### sadpath: every failure is handled\n\n3 calls checked.\n",
    );
  });
});

describe("the limit of a comment", () => {
  test("whole sections are left out, and the end says how many and where they are", () => {
    const text = markdown(many(40, 30), REPORT_OPTIONS);
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(55_000);
    const details = text.match(/<details>/g)?.length ?? 0;
    expect(text).toMatch(
      new RegExp(
        `\\n${40 - details} sections left out: .*--report html&#61;|\\n${40 - details} sections left out: .*--report html=`,
      ),
    );
    expect(text.match(/<\/details>/g)?.length).toBe(details);
    expect(all<Code>(parse(text), "code").length).toBe(details);
  });

  test("one diff that is too large does not keep the others out", () => {
    const [large, ...small] = [
      ...many(1, 2000).files,
      ...many(3, 5).files.map((file) => ({ ...file, file: `z${file.file}` })),
    ];
    const text = markdown(resultOf([large, ...small].filter((file) => file !== undefined)), REPORT_OPTIONS);
    expect(text.match(/<details>/g)?.length).toBe(3);
    expect(text).toContain("1 section left out");
  });

  test("a table of 5,000 findings is cut too", () => {
    const text = markdown(many(5000, 1), REPORT_OPTIONS);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain("… and 4900 more");
    const long = resultOf([
      fileOf("a.ts", {
        findings: Array.from({ length: 100 }, () =>
          findingOf({ message: "|".repeat(3000), file: "`".repeat(900) }),
        ),
      }),
    ]);
    expect(markdown(long, REPORT_OPTIONS).length).toBeLessThan(65_536);
  });

  test("a line of 100,000 characters is cut", () => {
    const file = fileOf("a.ts", {
      findings: [findingOf()],
      change: changeOf("a.ts", "x".repeat(100_000), "y".repeat(100_000)),
    });
    const text = markdown(resultOf([file]), REPORT_OPTIONS);
    expect(text.length).toBeLessThan(5000);
    expect(text).toContain("x…");
  });
});

function bodyOf(diff: string | undefined): string {
  return diff?.slice(diff.indexOf("@@")).trimEnd() ?? "";
}

/** Files with one finding and one diff each. */
function many(files: number, lines: number): RunResult {
  return resultOf(
    Array.from({ length: files }, (_, index) => {
      const file = `src/some/folder/file-${index}.ts`;
      const before = Array.from({ length: lines }, (__, line) => `line ${line} ${"x".repeat(60)}\n`).join("");
      return fileOf(file, {
        findings: [findingOf({ file, fingerprint: `f${index}` })],
        change: changeOf(file, before, before.replaceAll("x\n", "y\n")),
      });
    }),
  );
}

import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { formatNames, loadReporter } from "../../src/report/formats.ts";
import { reporters } from "../../src/report/index.ts";
import { github } from "../../src/report/github.ts";
import { gitlab } from "../../src/report/gitlab.ts";
import { junit } from "../../src/report/junit.ts";
import { REPORT_OPTIONS } from "./analyse.ts";
import { fileOf, findingOf, resultOf } from "./fakeResult.ts";

const RESULT = resultOf([
  fileOf("src/b.ts", {
    callSites: 5,
    findings: [
      findingOf({
        file: "src/b.ts",
        severity: "warning",
        span: { line: 9, endLine: 12 },
        message: "late: 100%,\nreally",
      }),
      findingOf({ file: "src/b.ts", span: { line: 3, endLine: 3 } }),
      findingOf({ file: "src/b.ts", suppressed: true, message: "suppressed" }),
      findingOf({ file: "src/b.ts", severity: "info", message: "info" }),
    ],
  }),
  fileOf("src/good.ts", { callSites: 2 }),
  fileOf("src/broken.ts", { status: "failed", stage: "parse", reason: "Unexpected <token>" }),
  fileOf("src/skipped.ts", { status: "skipped" }),
]);

test("the formats that are loaded one at a time are those that are there, in the same order", async () => {
  expect(formatNames).toEqual([...reporters.keys()]);
  for (const name of formatNames) expect(await loadReporter(name)).toBe(reporters.get(name));
  expect(await loadReporter("nonsense")).toBeUndefined();
});

describe("github", () => {
  test("each line is one annotation, the gravest first, and says what it should", () => {
    const lines = github(RESULT, REPORT_OPTIONS).trimEnd().split("\n").map(readCommand);
    expect(lines.map(({ command, properties }) => [command, properties["file"], properties["line"]])).toEqual(
      [
        ["error", "src/b.ts", "3"],
        ["warning", "src/b.ts", "9"],
        ["warning", "src/broken.ts", undefined],
      ],
    );
    expect(lines[0]?.properties).toMatchObject({ col: "3", endColumn: "34", title: "pusher/api-error" });
    expect(lines[1]?.properties).not.toHaveProperty("col");
    expect(lines[1]?.data).toMatch(
      /^late: 100%,\nreally\nFix \(safe\): .*\nWhy: docs\/rules\/pusher\/api-error.md$/,
    );
  });

  test("a path cannot end its property, nor the command", () => {
    const file = "a,line=99::x%\n::error::pwned\u001b[2J.ts";
    const text = github(
      resultOf([fileOf(file, { findings: [findingOf({ file, message: "m\r::error::pwned" })] })]),
      REPORT_OPTIONS,
    );
    expect(text.trimEnd().split("\n").length).toBe(1);
    const { properties, data } = readCommand(text.trimEnd());
    expect(properties["line"]).toBe("2");
    expect(properties["file"]).toBe("a,line=99::x%\\u{a}::error::pwned\\u{1b}[2J.ts");
    expect(data).toContain("m\\u{d}::error::pwned");
  });
});

describe("gitlab", () => {
  test("is a list of issues as GitLab reads it; equal fingerprints are told apart", () => {
    const issues = JSON.parse(gitlab(RESULT, REPORT_OPTIONS)) as Record<string, unknown>[];
    expect(issues).toEqual([
      expect.objectContaining({
        check_name: "pusher/api-error",
        severity: "major",
        location: { path: "src/b.ts", lines: { begin: 3, end: 3 } },
      }),
      expect.objectContaining({
        severity: "minor",
        location: { path: "src/b.ts", lines: { begin: 9, end: 12 } },
      }),
    ]);
    const fingerprints = issues.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(2);
    for (const one of fingerprints) expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(gitlab(RESULT, REPORT_OPTIONS)).toBe(gitlab(RESULT, REPORT_OPTIONS));
  });
});

describe("junit", () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    text: string;
  }

  function read(xml: string): Element[] {
    const elements: Element[] = [];
    const open: Element[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      const element = { name, attributes: attributes as Record<string, string>, text: "" };
      elements.push(element);
      open.push(element);
    });
    parser.on("text", (text) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    });
    parser.on("closetag", () => open.pop());
    parser.write(xml).close();
    return elements;
  }

  test("has a suite for each file, a case for each finding, and adds up", () => {
    const elements = read(junit(RESULT, REPORT_OPTIONS));
    const named = (name: string): Element[] => elements.filter((one) => one.name === name);
    expect(named("testsuites")[0]?.attributes).toMatchObject({
      tests: "5",
      failures: "2",
      errors: "1",
      skipped: "1",
    });
    expect(named("testsuite").map(({ attributes }) => attributes["name"])).toEqual([
      "src/b.ts",
      "src/broken.ts",
      "src/good.ts",
    ]);
    expect(named("testcase").length).toBe(5);
    expect(named("failure").map(({ text }) => text.split("\n")[0])).toEqual(["src/b.ts:3:3", "src/b.ts:9:3"]);
    expect(named("error")[0]?.text).toBe("parse: Unexpected <token>");
    expect(named("skipped")[0]?.attributes["message"]).toBe("suppressed");
    expect(named("testcase").at(-1)?.attributes["name"]).toBe("failures of 2 calls are handled");
  });

  test("holds any text, and no line of it is a workflow command", () => {
    const evil = "a]]><b a=\"'&\u0000\u0008\uFFFE\u001b[31m\n  ::error::x ##[error]y";
    const xml = junit(
      resultOf([fileOf("a.ts", { findings: [findingOf({ message: evil, file: evil })] })]),
      REPORT_OPTIONS,
    );
    const failure = read(xml).find(({ name }) => name === "failure");
    expect(failure?.text).toContain("a]]><b a=\"'&\\u{0}\\u{8}\uFFFD\\u{1b}[31m\n  ::error::x ##[error]y");
    expect(xml).not.toMatch(/^\s*::|##\[/m);
  });
});

/** As actions/runner reads a line (ActionCommand.TryParseV2). */
function readCommand(line: string): { command: string; properties: Record<string, string>; data: string } {
  const [, head = "", data = ""] = /^::(.*?)::(.*)$/s.exec(line) ?? [];
  const space = head.indexOf(" ");
  const properties = head
    .slice(space + 1)
    .split(",")
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)])
    .map(([key, value]): [string, string] => [
      key,
      value
        .replaceAll("%0D", "\r")
        .replaceAll("%0A", "\n")
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",")
        .replaceAll("%25", "%"),
    ]);
  const text = data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  return { command: head.slice(0, space), properties: Object.fromEntries(properties), data: text };
}

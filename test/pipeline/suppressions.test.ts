import { describe, expect, test } from "vitest";
import {
  applySuppressions,
  findSuppressions,
  matchSuppression,
  type CommentText,
} from "../../src/detect/suppressions.ts";

/** The comments of a piece of code, by eye of a regular expression: enough for these texts, which hold no strings. */
function commentsOf(code: string): CommentText[] {
  return [...code.matchAll(/\/\/(.*)|\/\*([^]*?)\*\//g)].map((match) => {
    const line = code.slice(0, match.index).split("\n").length;
    const value = match[1] ?? match[2] ?? "";
    return {
      start: match.index,
      end: match.index + match[0].length,
      value,
      line,
      endLine: line + value.split("\n").length - 1,
    };
  });
}

const RULES = {
  active: ["pusher/api-error", "pusher/get-api-error"],
  known: ["pusher/api-error", "pusher/get-api-error", "axios/x"],
};

/** Whether a finding of a rule on a line of the code is suppressed. */
function isSuppressed(code: string, line: number, rule = "pusher/api-error", statementLine = line): boolean {
  return matchSuppression(findSuppressions(commentsOf(code)), rule, line, statementLine) !== undefined;
}

describe("a suppression covers", () => {
  test.each([
    ["// sadpath-ignore-next-line pusher/api-error -- known\ncall();", 2],
    ["/* sadpath-ignore-next-line pusher/api-error */\ncall();", 2],
    ["{/* sadpath-ignore-next-line pusher/api-error -- jsx */}\n<A b={call()} />", 2],
    ["/*\n * sadpath-ignore-next-line pusher/api-error\n * -- over lines\n */\ncall();", 5],
    ["// sadpath-ignore-next-line pusher/get-api-error, pusher/api-error\ncall();", 2],
    ["// sadpath-ignore-next-line pusher/get-api-error pusher/api-error\ncall();", 2],
    [
      "// sadpath-ignore-next-line pusher/get-api-error\n// sadpath-ignore-next-line pusher/api-error\ncall();",
      3,
    ],
    [
      "// sadpath-ignore-next-line pusher/api-error\n// sadpath-ignore-next-line pusher/get-api-error\ncall();",
      3,
    ],
    ["call();\n\n// sadpath-ignore-file pusher/api-error -- generated", 1],
    ["// nark-ignore: api-error\ncall();", 2],
    ["call(); // nark-ignore: api-error -- fine", 1],
    ["call(); /* nark-ignore: other, api-error */", 1],
    ["// nark-ignore api-error\ncall();", 2],
  ])("%j on line %i", (code, line) => {
    expect(isSuppressed(code, line)).toBe(true);
  });

  test("the call by the line of its statement", () => {
    const code = "// sadpath-ignore-next-line pusher/api-error\nconst x =\n  await call();";
    expect(isSuppressed(code, 3, "pusher/api-error", 2)).toBe(true);
    expect(isSuppressed(code, 3)).toBe(false);
  });
});

describe("a suppression does not cover", () => {
  test.each([
    ["another rule", "// sadpath-ignore-next-line pusher/get-api-error\ncall();", 2],
    ["the line after the next", "// sadpath-ignore-next-line pusher/api-error\n\ncall();", 3],
    ["its own line", "call(); // sadpath-ignore-next-line pusher/api-error", 1],
    [
      "what its reason names",
      "// sadpath-ignore-next-line pusher/get-api-error -- not pusher/api-error\ncall();",
      2,
    ],
    ["anything without a rule", "// sadpath-ignore-next-line\ncall();", 2],
    ["anything when it is only mentioned", "// see sadpath-ignore-next-line pusher/api-error\ncall();", 2],
    ["anything under a longer name", "// sadpath-ignore-next-line-of pusher/api-error\ncall();", 2],
    ["part of an id", "// nark-ignore: error\ncall();", 2],
    ["another contract by half an id", "// sadpath-ignore-next-line api-error\ncall();", 2],
  ])("%s", (_, code, line) => {
    expect(isSuppressed(code, line)).toBe(false);
  });
});

/** What is said of the suppressions in a code with these findings. */
function unused(code: string, findings: readonly { rule: string; line: number }[] = []): string[] {
  const suppressions = findSuppressions(commentsOf(code));
  const all = findings.map((finding) => ({ ...finding, statementLine: finding.line }));
  return applySuppressions(all, suppressions, RULES).unused.map(({ message }) => message);
}

describe("unused suppressions", () => {
  test("one that suppresses is none; each of its rules counts by itself", () => {
    const code = "// sadpath-ignore-next-line pusher/api-error pusher/get-api-error\ncall();";
    expect(unused(code, [{ rule: "pusher/api-error", line: 2 }])).toEqual([
      'This suppression of "pusher/get-api-error" suppresses nothing.',
    ]);
    expect(
      unused(code, [
        { rule: "pusher/api-error", line: 2 },
        { rule: "pusher/get-api-error", line: 2 },
      ]),
    ).toEqual([]);
  });

  test("a rule that the run does not look for is not unused; one that does not exist is a mistake", () => {
    expect(unused("// sadpath-ignore-next-line axios/x\ncall();")).toEqual([]);
    expect(unused("// sadpath-ignore-next-line pusher/api-eror\ncall();")).toEqual([
      'This suppression names "pusher/api-eror", which is not a rule.',
    ]);
    expect(unused("// sadpath-ignore-file")).toEqual([expect.stringContaining("names no rule")]);
  });

  test("what nark knows besides is none of our business; our own rules are", () => {
    expect(unused("// nark-ignore: disk-full")).toEqual([]);
    expect(unused("// nark-ignore: api-error")).toEqual([
      'This suppression of "api-error" suppresses nothing.',
    ]);
  });

  test("the nearest one is used, so that the file-wide one shows up as unused", () => {
    const code =
      "// sadpath-ignore-file pusher/api-error\n// sadpath-ignore-next-line pusher/api-error\ncall();";
    const suppressions = findSuppressions(commentsOf(code));
    const { suppressed, unused: left } = applySuppressions(
      [{ rule: "pusher/api-error", line: 3, statementLine: 3 }],
      suppressions,
      RULES,
    );
    expect(suppressed).toEqual([true]);
    expect(left.map(({ suppression }) => suppression.kind)).toEqual(["file"]);
  });

  test("the reason is kept", () => {
    expect(
      findSuppressions(commentsOf("// sadpath-ignore-file pusher/api-error -- a -- b"))[0],
    ).toMatchObject({ reason: "a -- b", rules: ["pusher/api-error"] });
  });
});

import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { pipelineEngine } from "../../src/cli/engine.ts";
import { rdjson } from "../../src/report/rdjson.ts";
import { analyse, REPORT_OPTIONS } from "./analyse.ts";
import { fileOf, findingOf, resultOf } from "./fakeResult.ts";

/** What reviewdog's DiagnosticResult (proto/rdf/reviewdog.proto) lets us say. */
const position = {
  type: "object",
  required: ["line"],
  additionalProperties: false,
  properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
};
const range = {
  type: "object",
  required: ["start", "end"],
  additionalProperties: false,
  properties: { start: position, end: position },
};
const validate = new Ajv2020().compile({
  type: "object",
  required: ["source", "diagnostics"],
  additionalProperties: false,
  properties: {
    source: { type: "object", required: ["name"], properties: { name: { const: "sadpath" } } },
    diagnostics: {
      type: "array",
      items: {
        type: "object",
        required: ["message", "location", "severity", "code"],
        additionalProperties: false,
        properties: {
          message: { type: "string" },
          location: {
            type: "object",
            required: ["path", "range"],
            additionalProperties: false,
            properties: { path: { type: "string" }, range },
          },
          severity: { enum: ["ERROR", "WARNING", "INFO"] },
          code: {
            type: "object",
            required: ["value"],
            additionalProperties: false,
            properties: { value: { type: "string" }, url: { type: "string", pattern: "^https://" } },
          },
          suggestions: {
            type: "array",
            items: {
              type: "object",
              required: ["range", "text"],
              additionalProperties: false,
              properties: { range, text: { type: "string" } },
            },
          },
        },
      },
    },
  },
});

interface Diagnostic {
  readonly location: {
    readonly path: string;
    readonly range: {
      readonly start: { line: number; column: number };
      readonly end: { line: number; column: number };
    };
  };
  readonly code: object;
  readonly suggestions?: readonly {
    readonly range: { readonly start: { line: number }; readonly end: { line: number } };
    readonly text: string;
  }[];
}

function diagnosticsOf(text: string): Diagnostic[] {
  const document = JSON.parse(text) as { diagnostics: Diagnostic[] };
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document.diagnostics;
}

/** What GitHub does when a suggestion is committed: whole lines are replaced. */
function commit(
  source: string,
  { range: { start, end }, text }: NonNullable<Diagnostic["suggestions"]>[number],
): string {
  const lines = source.split("\n");
  return [...lines.slice(0, start.line - 1), ...text.split("\n"), ...lines.slice(end.line)].join("\n");
}

describe("rdjson", () => {
  test("each suggestion of the example, committed alone, gives what that rewrite alone writes", async () => {
    const root = fileURLToPath(new URL("../../examples/chat-server", import.meta.url));
    const result = await analyse(root);
    let compared = 0;
    for (const { location, suggestions } of diagnosticsOf(rdjson(result, REPORT_OPTIONS))) {
      const file = result.files.find((one) => one.file === location.path);
      const finding = file?.findings.find(({ span }) => span.line === location.range.start.line);
      const plan = file?.plans.find(({ fingerprints }) => fingerprints.includes(finding?.fingerprint ?? ""));
      if (file?.source === undefined || plan === undefined || suggestions?.[0] === undefined) continue;
      const alone = await pipelineEngine.compose(root, file.file, file.source, [plan], {
        prettier: true,
      } as never);
      expect(commit(file.source, suggestions[0])).toBe(alone.after);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });

  test("columns count bytes of UTF-8", () => {
    const source = 'const ü = "𐐀"; call();\n';
    const column = source.indexOf("call") + 1;
    const finding = findingOf({ span: { line: 1, column, endLine: 1, endColumn: column + 6 } });
    const [one] = diagnosticsOf(
      rdjson(resultOf([fileOf("src/notify.ts", { source, findings: [finding] })]), REPORT_OPTIONS),
    );
    const bytes = Buffer.byteLength(source.slice(0, column - 1)) + 1;
    expect(one?.location.range).toEqual({
      start: { line: 1, column: bytes },
      end: { line: 1, column: bytes + 6 },
    });
    expect(bytes).toBe(column + 3);
  });

  test.each([
    ["before a line", "a\nb\n", [{ line: 2, count: 0, text: "new\n" }], "a\nnew\nb\n"],
    ["at the end", "a\nb\n", [{ line: 3, count: 0, text: "new\n" }], "a\nb\nnew\n"],
    [
      "apart from one another",
      "a\nb\nc\n",
      [
        { line: 1, count: 1, text: "A\n" },
        { line: 3, count: 1, text: "C\n" },
      ],
      "A\nb\nC\n",
    ],
    ["CRLF", "a\r\nb\r\n", [{ line: 2, count: 1, text: "B\r\n" }], "a\r\nB\r\n"],
    [
      "a line that goes",
      "a\nb\nc\n",
      [
        { line: 2, count: 1, text: "" },
        { line: 3, count: 1, text: "C\n" },
      ],
      "a\nC\n",
    ],
  ])("a suggestion is whole lines: %s", (_, source, replacements, after) => {
    const file = fileOf("src/notify.ts", {
      source,
      findings: [findingOf()],
      replacements: [{ fingerprints: ["f1"], safety: "safe", title: "t", replacements }],
    });
    const [one] = diagnosticsOf(rdjson(resultOf([file]), REPORT_OPTIONS));
    const [suggestion] = one?.suggestions ?? [];
    if (suggestion === undefined) throw new Error("no suggestion");
    // The last line keeps its carriage return: the suggestion's text has none there.
    expect(commit(source, suggestion).replace(/(?<!\r)\n(?=$)/, source.includes("\r") ? "\r\n" : "\n")).toBe(
      after,
    );
  });

  test("no suggestion by hand, nor over more than 50 lines", () => {
    const source = "x\n".repeat(100);
    const suggest = (safety: "manual" | "review", last: number): number => {
      const replacements = [
        { line: 1, count: 1, text: "y\n" },
        { line: last, count: 1, text: "y\n" },
      ];
      const file = fileOf("src/notify.ts", {
        source,
        findings: [findingOf()],
        replacements: [{ fingerprints: ["f1"], safety, title: "t", replacements }],
      });
      return diagnosticsOf(rdjson(resultOf([file]), REPORT_OPTIONS))[0]?.suggestions?.length ?? 0;
    };
    expect([suggest("review", 50), suggest("review", 51), suggest("manual", 2)]).toEqual([1, 0, 0]);
  });

  test("links to the rule's page where its address is known", () => {
    const result = resultOf([fileOf("src/notify.ts", { findings: [findingOf()] })]);
    const codeOf = (rulePages?: string): object | undefined =>
      diagnosticsOf(
        rdjson({ ...result, ...(rulePages === undefined ? {} : { rulePages }) }, REPORT_OPTIONS),
      )[0]?.code;
    expect(codeOf()).toEqual({ value: "pusher/api-error" });
    expect(codeOf("https://h/r")).toEqual({
      value: "pusher/api-error",
      url: "https://h/r/pusher/api-error.md",
    });
  });
});

import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { RunResult } from "../../src/model/result.ts";
import { reporters, type ReportOptions } from "../../src/report/index.ts";
import { changeOf, fileOf, findingOf, resultOf } from "./fakeResult.ts";

const OPTIONS: ReportOptions = {
  cwd: "/repo",
  color: false,
  width: 80,
  isTerminal: false,
  verbose: false,
  quiet: false,
  safety: "safe",
  paths: ["src"],
};

function pretty(result: RunResult, options: Partial<ReportOptions> = {}): string {
  return reporters.get("pretty")?.(result, { ...OPTIONS, ...options }) ?? "";
}

/** The contracts' own words may change without a change of the layout. */
function withoutContractText(text: string): string {
  return text.replace(/In production: [^]*?(?=\n {2}(?:Trace|Fix|By hand))/g, "In production: …");
}

const SOURCE = `export async function notify(id: string) {
  await pusher.trigger(id, "message", {});
  return true;
}
`;
const WRAPPED = SOURCE.replace(/  (await.*)\n/, "  try {\n    $1\n  } catch (err) {\n    throw err;\n  }\n");
const BAN =
  "export async function ban(id) {\n  try { await pusher.terminateUserConnections(id); } catch {}\n}\n";

const safe = findingOf({
  span: { line: 2, column: 9, endLine: 2, endColumn: 42 },
  trace: [{ file: "src/lib/pusher.ts", line: 4, note: "instance created here" }],
});
const review = findingOf({
  fingerprint: "f2",
  file: "src/ban.ts",
  rule: "pusher/terminate-api-error",
  severity: "warning",
  message: "An empty catch swallows the failure.",
  span: { line: 2, column: 15, endLine: 2, endColumn: 50 },
  fix: { safety: "review", title: "log in the empty catch", reason: "a swallowed error is logged" },
});

const RESULT = resultOf([
  fileOf("src/notify.ts", {
    findings: [safe],
    source: SOURCE,
    change: changeOf("src/notify.ts", SOURCE, WRAPPED),
    plans: [{ edits: [], safety: "safe", title: "wrap in try/catch", fingerprints: ["f1"] }],
  }),
  fileOf("src/ban.ts", {
    findings: [review],
    source: BAN,
    proposal: changeOf("src/ban.ts", BAN, BAN.replace("catch {}", "catch (err) { log(err.name); }"), ["f2"]),
    plans: [{ edits: [], safety: "review", title: "log in the empty catch", fingerprints: ["f2"] }],
  }),
]);

describe("pretty", () => {
  test("a dry run, from the first line to the last", () => {
    expect(withoutContractText(pretty(RESULT))).toMatchInlineSnapshot(`
      "src/ban.ts

        src/ban.ts:2:15  warning  pusher/terminate-api-error
        An empty catch swallows the failure.

          1 │ export async function ban(id) {
        > 2 │   try { await pusher.terminateUserConnections(id); } catch {}
            │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          3 │ }

        In production: …
        Fix (review): log in the empty catch: a swallowed error is logged.

      src/notify.ts

        src/notify.ts:2:9  error  pusher/api-error
        pusher.trigger may reject, and nobody handles it.

          1 │ export async function notify(id: string) {
        > 2 │   await pusher.trigger(id, "message", {});
            │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          3 │   return true;

        In production: …
        Trace: src/lib/pusher.ts:4  instance created here
        Fix (safe): wrap in try/catch.

        @@ -1,4 +1,8 @@
         export async function notify(id: string) {
        -  await pusher.trigger(id, "message", {});
        +  try {
        +    await pusher.trigger(id, "message", {});
        +  } catch (err) {
        +    throw err;
        +  }
           return true;
         }

      Not applied at --safety safe
        "review" rewrites change what happens on failure. Read them; this applies them
        too:
            sadpath fix src --safety review --write

      src/ban.ts
        review  log in the empty catch
        @@ -1,3 +1,3 @@
         export async function ban(id) {
        -  try { await pusher.terminateUserConnections(id); } catch {}
        +  try { await pusher.terminateUserConnections(id); } catch (err) { log(err.name); }
         }

      Summary
        1 error and 1 warning in 2 files.
        Rewrites: 1 safe and 1 for review.
        2 calls checked; 40 files scanned, 3 parsed; 812 ms.

      Next
        sadpath fix src --write           apply the changes to 1 file
        sadpath fix src --interactive     choose change by change
        sadpath explain pusher/api-error  what fails there, and why
      "
    `);
  });

  test("a scan shows findings and no diff, and says how to see one", () => {
    const text = pretty({ ...RESULT, mode: "scan" });
    expect(text).toContain("src/notify.ts:2:9  error  pusher/api-error");
    expect(text).not.toMatch(/^ *[+-] |@@|Not applied|Fix \(/m);
    expect(text).toContain("sadpath fix src ");
  });

  test("after a write, what was mended is one line, what is left is told in full", () => {
    const applied = { ...safe, fix: { ...safe.fix, applied: true } };
    const files = RESULT.files.map((file) =>
      file.change === undefined ? file : { ...file, findings: [applied] },
    );
    const text = pretty({ ...RESULT, mode: "write", files });
    expect(text).toContain("written  +5 -1  1 finding mended: wrap in try/catch");
    expect(text).not.toContain("src/notify.ts:2:9");
    expect(text).toContain("src/ban.ts:2:15  warning");
    expect(text).toContain("1 finding mended. 1 warning in 1 file left.");
    expect(text).toMatch(/^ {2}sadpath undo /m);
    expect(pretty({ ...RESULT, mode: "write", files }, { undoPath: "repo" })).toMatch(
      /^ {2}sadpath undo repo /m,
    );
  });

  test("infos, suppressed and known findings are counted; --verbose lists them", () => {
    const findings = [
      findingOf({ severity: "info", message: "Info here." }),
      findingOf({ suppressed: true, message: "Suppressed here." }),
      findingOf({ baselined: true, message: "Known here." }),
    ];
    const result = resultOf([fileOf("src/notify.ts", { findings, source: SOURCE })]);
    const text = pretty(result);
    expect(text).not.toMatch(/(Info|Suppressed|Known) here/);
    expect(text).toContain("Every call is handled.");
    expect(text.replace(/\s+/g, " ")).toContain(
      "Also 1 handled by a caller or for your information, 1 suppressed and 1 known from the baseline",
    );
    expect(pretty(result, { verbose: true })).toMatch(
      /Info here[^]*\(suppressed\)[^]*Suppressed here[^]*\(known from the baseline\)/,
    );
  });

  test("nothing found, and nothing there to be found, are told apart", () => {
    expect(pretty(resultOf([fileOf("a.ts", { callSites: 3 })]))).toContain("Every call is handled.");
    expect(pretty(resultOf([]))).toContain("No call of a package that sadpath knows was found.");
  });

  test("a run over a part says of which part it speaks", () => {
    const scope = "on the lines changed since main";
    expect(pretty(resultOf([fileOf("a.ts", { callSites: 3 })]), { scope })).toContain(
      `Nothing is left unhandled ${scope}.`,
    );
  });

  test("in lines that were replaced, the words that changed stand out; of an indented line none does", () => {
    const before = "a(one, two);\nb();\n";
    const file = fileOf("x.ts", {
      findings: [safe],
      change: changeOf("x.ts", before, "a(one, three);\n  b();\n"),
    });
    const text = pretty(resultOf([file]), { color: true });
    expect(text).toContain("\u001b[7mtwo\u001b[27m");
    expect(text).toContain("\u001b[7mthree\u001b[27m");
    expect(text.split("\u001b[7m").length).toBe(3);
  });

  test("a failed file is named with its reason; skipped ones only with --verbose", () => {
    const result = resultOf([
      fileOf("src/broken.ts", { status: "failed", stage: "parse", reason: "Unexpected token (3:1)" }),
      fileOf("src/big.ts", { status: "skipped", stage: "prefilter", reason: "generated" }),
    ]);
    expect(pretty(result)).toContain("Failed\n  src/broken.ts\n    parse: Unexpected token (3:1)");
    expect(pretty(result)).not.toContain("src/big.ts");
    expect(pretty(result, { verbose: true })).toContain("Skipped\n  src/big.ts\n    prefilter: generated");
  });

  test("--quiet is one line for each finding, in the form that editors link", () => {
    const lines = pretty(RESULT, { quiet: true }).split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "src/ban.ts:2:15: warning: An empty catch swallows the failure. [pusher/terminate-api-error]",
      "src/notify.ts:2:9: error: pusher.trigger may reject, and nobody handles it. [pusher/api-error]",
    ]);
  });

  test("says the same without colour as with it", () => {
    const colored = pretty(RESULT, { color: true });
    expect(colored).toContain("\u001b[31m");
    expect(stripVTControlCharacters(colored)).toBe(pretty(RESULT));
  });

  test.each([40, 60, 120])("at %i columns, prose and code frames keep within them", (width) => {
    const long = `  await pusher.trigger(${'"x", '.repeat(60)}1);`;
    const finding = findingOf({
      message: "word ".repeat(60),
      span: { line: 1, column: 9, endLine: 1, endColumn: long.length },
    });
    const text = pretty(
      { ...resultOf([fileOf("src/a.ts", { findings: [finding], source: long })]), mode: "scan" },
      { width },
    );
    const tooLong = text
      .split("\n")
      .filter(
        (line) => line.length > width && !/^\s*\S+( {2,}\S+)*$/.test(line) && !line.startsWith("  src/"),
      );
    expect(tooLong).toEqual([]);
    expect(text).toContain("…");
  });

  test("the commands that it proposes survive a shell", () => {
    expect(pretty({ ...RESULT, mode: "scan" }, { paths: ["it's here/[id]"], width: 200 })).toContain(
      "sadpath fix 'it'\\''s here/[id]'",
    );
  });
});

describe("the target's text cannot reach the terminal", () => {
  const evil = "\u001b]0;x\u0007\u001b[2J\u202e\u2066\u009b31m\u200b\r";
  const source = `const a = "${evil}";\n  await pusher.trigger("${evil}");\n`;
  const file = `src/${evil}.ts`;
  const finding = findingOf({
    file,
    message: `message ${evil}`,
    span: { line: 2, column: 9, endLine: 2, endColumn: 40 },
    trace: [{ file, line: 1, note: evil }],
    fix: { title: evil, reason: evil },
  });
  const plan = { edits: [], safety: "review" as const, title: evil, reason: evil, fingerprints: ["other"] };
  const change = changeOf(file, source, `${source}// ${evil}\n`);
  const result = resultOf([
    fileOf(file, {
      findings: [finding],
      source,
      change,
      plans: [plan],
      proposal: changeOf(file, change.after, source, ["other"]),
    }),
    fileOf(`b${file}`, { status: "failed", stage: "parse", reason: evil }),
  ]);

  // eslint-disable-next-line no-control-regex -- these are what the test is about
  const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/;

  test.each(["dry-run", "scan", "write"] as const)("in pretty, mode %s", (mode) => {
    for (const options of [{ verbose: true }, { quiet: true }, { paths: [evil] }]) {
      const text = pretty({ ...result, mode }, options);
      expect(text).not.toMatch(dangerous);
      expect(text).toContain("\\u{1b}");
    }
  });

  test("in json, where it stays the same string", () => {
    const text = reporters.get("json")?.(result, OPTIONS) ?? "";
    expect(text).not.toMatch(dangerous);
    const parsed = JSON.parse(text) as { findings: { file: string }[]; changes: { diff: string }[] };
    expect(parsed.findings[0]?.file).toBe(file);
    expect(parsed.changes[0]?.diff).toBe(change.diff);
  });

  test("in diff only at a terminal: a pipe gets every byte", () => {
    const diff = reporters.get("diff");
    expect(diff?.(result, { ...OPTIONS, isTerminal: true })).not.toMatch(dangerous);
    expect(diff?.(result, OPTIONS)).toBe(change.diff);
  });
});

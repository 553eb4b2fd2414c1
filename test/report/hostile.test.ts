import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { SaxesParser } from "saxes";
import type { Log } from "sarif";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pipelineEngine } from "../../src/cli/engine.ts";
import { formatNames } from "../../src/report/formats.ts";
import { runFake } from "../cli/fakeEngine.ts";
import { applyPatch, commitAll, readText, runGit, writeFiles } from "../pipeline/tempRepo.ts";
import { CHROMIUM, launch, NO_CHROMIUM, openFile } from "./chromium.ts";

/** A file whose name and code try everything at once, in a real repository, through the real command line. */
const ESC = "\u001b";
const NAME = `src/${ESC}[2J\u202e<img src=x onerror=alert(1)>\`\`|%0A::error::x,y&\n::set-output name=a::b.ts`;
const LONG = `const long = "${"x".repeat(100_000)}";`;
const CODE = `import Pusher from "pusher";
const pusher = new Pusher({ appId: "1", key: "k", secret: "s", cluster: "eu" });
export async function notify(req: { user: string }) {
  const text = \`\`;
  const html = "</script><script>window.pwned = 1</script><img src=x onerror=window.pwned=2>]]>-->\`\`\`\`\`";
  const marks = \`</details>@everyone **b** [l](javascript:alert(1)) \u202e \u2066 \u200b ${ESC}[31m ##[error]x ##[add-path]/tmp
::set-output name=x::y\`;
  await pusher.trigger("c</td>|", "e\`\${1}\`", { html, marks, text });
  /*
::stop-commands::pwned
  */ ${LONG}
  return long;
}
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "sadpath-hostile-")));
const root = join(folder, "repo");
const out = (name: string): string => readFileSync(join(folder, "out", name), "utf8");
let pretty = "";
let exitCode = 0;

beforeAll(async () => {
  writeFiles(root, {
    "package.json": '{ "dependencies": { "pusher": "^5.0.0" } }',
    [NAME]: CODE,
    CODEOWNERS: "* @o/<b>`|\u202e\n",
  });
  writeFiles(root, {
    "src/broken`<b>\u001b[31m.ts":
      'import Pusher from "pusher";\nnew Pusher({}).trigger(::error::"</script>;\n',
  });
  runGit(root, "init", "-q", "-b", "main");
  commitAll(root, "first");
  const reports = formatNames.flatMap((name) => ["--report", `${name}=${join(folder, "out", name)}`]);
  const { code, out: printed } = await runFake(root, ["fix", "--verbose", ...reports], {
    engine: pipelineEngine,
  });
  exitCode = code;
  pretty = printed;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a terminal obeys, or hides. */
// eslint-disable-next-line no-control-regex -- these are what the test is about
const UNSHOWN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/;
/** What GitHub's runner obeys in a log: actions/runner, ActionCommand.TryParseV2 and TryParse. */
const COMMAND = /^\s*::|##\[/m;

describe("one poisoned file through every format", () => {
  test("the file is found, and the poison is in what the reports are made from", () => {
    const { findings } = JSON.parse(out("json")) as { findings: { file: string }[] };
    expect([exitCode, findings.map(({ file }) => file)]).toEqual([3, [NAME]]);
    expect(out("diff")).toMatch(COMMAND);
    expect(out("diff")).toMatch(UNSHOWN);
  });

  test.each(formatNames.filter((name) => name !== "diff" && name !== "github"))(
    "%s: nothing that a terminal or a runner obeys",
    (name) => {
      expect(out(name)).not.toMatch(UNSHOWN);
      expect(out(name)).not.toMatch(COMMAND);
    },
  );

  test("pretty: on stdout as in a file, and no line is endless", () => {
    expect(pretty).toBe(out("pretty"));
    expect(Math.max(...pretty.split("\n").map((line) => line.length))).toBeLessThan(1000);
  });

  test("diff: byte for byte, for git", () => {
    expect(applyPatch(root, out("diff"))).toBe("");
    expect(readText(root, NAME)).toContain("catch (err)");
    expect(readText(root, NAME)).toContain(LONG);
    runGit(root, "checkout", "-q", "--", ".");
  });

  test("json: its schema", () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"),
    ) as object;
    expect(new Ajv2020().compile(schema)(JSON.parse(out("json")))).toBe(true);
  });

  test("sarif: the address of the file leads back to its name, and the fix is exact", () => {
    const [result] = (JSON.parse(out("sarif")) as Log).runs[0]?.results ?? [];
    const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
    expect(uri).toMatch(/^[\w./%~!*'()-]+$/);
    expect(decodeURIComponent(uri)).toBe(NAME);
    expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements.length).toBeGreaterThan(0);
  });

  test("github: each line is one of our annotations, with one set of properties", () => {
    const lines = out("github").trimEnd().split("\n");
    expect(lines.length).toBe(2);
    for (const line of lines) {
      expect(line).toMatch(
        /^::(?:error|warning) file=[^,]*,(?:line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?)?title=[^,:]*::/,
      );
      expect(line).not.toMatch(UNSHOWN);
    }
  });

  test("rdjson and gitlab: JSON that names the file", () => {
    const { diagnostics } = JSON.parse(out("rdjson")) as { diagnostics: { location: { path: string } }[] };
    expect(diagnostics[0]?.location.path).toBe(NAME);
    expect((JSON.parse(out("gitlab")) as { location: { path: string } }[])[0]?.location.path).toBe(NAME);
  });

  test("junit: well-formed XML", () => {
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name }) => names.push(name));
    parser.write(out("junit")).close();
    expect([...new Set(names)].toSorted()).toEqual([
      "error",
      "failure",
      "testcase",
      "testsuite",
      "testsuites",
    ]);
  });

  test("markdown: rendered, there is no element, attribute or address but our own", () => {
    const rendered = micromark(out("markdown"), {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
    });
    const seen = new Set<string>();
    const walk = (node: DefaultTreeAdapterTypes.Node): void => {
      if ("attrs" in node) {
        seen.add(node.tagName);
        for (const { name, value } of node.attrs)
          if (!(name === "class" && value === "language-diff")) seen.add(`${node.tagName} ${name}=${value}`);
      }
      if ("childNodes" in node) node.childNodes.forEach(walk);
    };
    walk(parseFragment(rendered));
    const own = [
      "br",
      "code",
      "details",
      "h3",
      "h4",
      "li",
      "p",
      "pre",
      "summary",
      "table",
      "tbody",
      "td",
      "th",
      "thead",
      "tr",
      "ul",
    ];
    expect([...seen].filter((one) => !own.includes(one))).toEqual([]);
    expect(out("markdown").length).toBeLessThan(65_536);
  });

  test("markdown: its code blocks hold the whole diff", () => {
    const tree: Root = fromMarkdown(out("markdown"), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const codes = tree.children.filter((node) => node.type === "code");
    expect(codes.length).toBe(1);
    expect(codes[0]?.value).toContain("</details>@everyone");
    expect(codes[0]?.value).toContain("+  } catch (err) {");
  });

  test.skipIf(CHROMIUM === undefined)(
    `html: in Chromium it is text${CHROMIUM === undefined ? ` (skipped: ${NO_CHROMIUM})` : ""}`,
    async () => {
      const browser = await launch();
      try {
        writeFiles(folder, { "page.html": out("html") });
        const { page, events } = await openFile(browser, join(folder, "page.html"));
        await page.keyboard.press("u");
        expect(await page.evaluate("window.pwned")).toBeUndefined();
        expect(await page.locator("img, iframe, script[src]").count()).toBe(0);
        const detail = await page.locator("#detail").innerText();
        expect(detail).toContain("\\u{1b}[2J\\u{202e}<img src=x onerror=alert(1)>");
        expect(detail).toContain("</script><script>window.pwned = 1</script>");
        expect(detail.length).toBeLessThan(20_000);
        expect(events).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});

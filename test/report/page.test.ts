import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { FileOutcome, RunResult } from "../../src/model/result.ts";
import { html } from "../../src/report/html/html.ts";
import type { PageData } from "../../src/report/html/pageData.ts";
import { analyse, REPORT_OPTIONS } from "./analyse.ts";
import { CHROMIUM, launch, NO_CHROMIUM, openFile, type WatchedPage } from "./chromium.ts";
import { changeOf, fileOf, findingOf, resultOf } from "./fakeResult.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "sadpath-page-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOURCE =
  'import x from "y";\nconst call = async (id: string) => {\n  await pusher.trigger(id, "m", {});\n};\n';
const AFTER = SOURCE.replace("  await", "  try {\n    await").replace("{});\n", "{});\n  } catch {}\n");
const MANY = 5000;

const hash = (content: string | undefined): string =>
  `'sha256-${createHash("sha256")
    .update(content ?? "")
    .digest("base64")}'`;
const amount = async (page: Page): Promise<number> =>
  Number(
    (await page.locator("#amount").innerText()).replace(/[ ,].*/, (rest) =>
      rest.startsWith(",") ? rest.slice(1, 4) : "",
    ),
  );
const chip = (page: Page, group: string, value: string) =>
  page.locator(`#${group} button[data-value="${value}"]`);
const ofRule = (finding: Finding): boolean =>
  finding.rule === "pusher/get-api-error" && finding.fix.safety === "review" && !finding.suppressed;

/** 5,000 findings in 1,250 files: each severity, safety and status, three rules, three owners. */
function manyFindings(): RunResult {
  const severities = ["error", "error", "warning", "info"] as const;
  const safeties = ["safe", "review", "manual", "safe"] as const;
  const rules = ["pusher/api-error", "pusher/get-api-error", "pusher/terminate-api-error"];
  const files = Array.from({ length: MANY / 4 }, (_, index) => {
    const file = `src/folder-${index % 40}/file-${String(index).padStart(4, "0")}.ts`;
    const findings = severities.map((severity, nth) =>
      findingOf({
        file,
        severity,
        rule: rules[(index + nth) % 3] ?? "",
        fingerprint: `${index}-${nth}`,
        span: { line: 3 + nth, column: 9, endLine: 3 + nth, endColumn: 36 },
        fix: { safety: safeties[nth] ?? "safe" },
        suppressed: nth === 1 && index % 10 === 0,
        trace: [{ file: "src/lib.ts", line: 1, note: "made here" }],
      }),
    );
    return fileOf(file, {
      findings,
      source: SOURCE,
      owners: index % 5 === 0 ? [] : [`@team-${index % 5}`],
      change: changeOf(file, SOURCE, AFTER, [`${index}-0`]),
      proposal: changeOf(file, SOURCE, AFTER.replace("catch {}", "catch (e) { log(e); }"), [`${index}-1`]),
    });
  });
  return resultOf(files);
}

function dataOf(page: string): PageData {
  const [, json = ""] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json) as PageData;
}

describe("the page as text", () => {
  test("its policy allows exactly its own style and script, and nothing to be loaded", () => {
    const text = html(manyFindings(), REPORT_OPTIONS);
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1];
    const script = /<script>(.*?)<\/script>/s.exec(text)?.[1];
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(text).not.toMatch(/<(?:link|script|img|iframe)[^>]+(?:src|href)="(?!data:)/);
  });

  test("holds every finding, with its code, its diff and its rule", () => {
    const data = dataOf(html(manyFindings(), REPORT_OPTIONS));
    expect(data.files.flatMap(({ findings }) => findings).length).toBe(MANY);
    const [file] = data.files;
    expect(
      file?.change?.lines.map(
        (line) => line && [line.old, line.new, line.text.filter((_, i) => i % 2).join("")],
      ),
    ).toEqual([
      [1, 1, 'import x from "y";'],
      [2, 2, "const call = async (id: string) => {"],
      [3, 0, '  await pusher.trigger(id, "m", {});'],
      [0, 3, "  try {"],
      [0, 4, '    await pusher.trigger(id, "m", {});'],
      [0, 5, "  } catch {}"],
      [4, 6, "};"],
    ]);
    expect(file?.findings[0]?.frame.find(({ new: line }) => line === 3)?.text).toContain("call");
    expect(Object.keys(data.rules).length).toBe(3);
  });

  test("code is coloured by its syntax", () => {
    const [line] = dataOf(html(manyFindings(), REPORT_OPTIONS)).files[0]?.change?.lines ?? [];
    expect(line?.text).toEqual(["k", "import", "", " x ", "k", "from", "", " ", "s", '"y"', "", ";"]);
  });
});

describe.skipIf(CHROMIUM === undefined)(
  `the page in Chromium${CHROMIUM === undefined ? ` (skipped: ${NO_CHROMIUM})` : ""}`,
  () => {
    let browser: Browser;
    const many = join(folder, "many.html");
    const example = join(folder, "example.html");

    beforeAll(async () => {
      browser = await launch();
      writeFileSync(many, html(manyFindings(), REPORT_OPTIONS));
      const root = fileURLToPath(new URL("../../examples/chat-server", import.meta.url));
      writeFileSync(example, html(await analyse(root), REPORT_OPTIONS));
    });
    afterAll(() => browser.close());

    const open = (file: string, options: BrowserContextOptions = {}, anchor = ""): Promise<WatchedPage> =>
      openFile(browser, file, options, anchor);

    test("the filters show what they say; one leaves out what another counts", async () => {
      const { page, events } = await open(many);
      // At first: open errors and warnings. Every tenth file has a suppressed error.
      expect(await amount(page)).toBe(1250 * 3 - 125);
      await chip(page, "severity", "warning").click();
      expect(await amount(page)).toBe(1250 * 2 - 125);
      await chip(page, "safety", "review").click();
      expect(await amount(page)).toBe(1250 - 125);
      await page.locator("#rule").selectOption("pusher/get-api-error");
      expect(await amount(page)).toBe(amountOf(ofRule));
      await page.locator("#owner").selectOption("@team-2");
      expect(await amount(page)).toBe(amountOf(ofRule, ({ owners }) => owners?.includes("@team-2") ?? false));
      expect(await amount(page)).toBeGreaterThan(50);
      await page.locator("#reset").click();
      await page.locator("#file").fill("folder-7/");
      expect(await amount(page)).toBe(
        amountOf(
          ({ severity, suppressed }) => severity !== "info" && !suppressed,
          ({ file }) => file.includes("folder-7/"),
        ),
      );
      await page.locator("#reset").click();
      await chip(page, "status", "open").click();
      await chip(page, "status", "suppressed").click();
      expect(await amount(page)).toBe(125);
      await page.locator("#search").fill("nothing has this");
      expect(await amount(page)).toBe(0);
      expect(await page.locator("#detail").innerText()).toContain("No finding passes these filters");
      expect(events).toEqual([]);
    });

    test("5,000 findings stay usable: few rows exist, wherever the list stands", async () => {
      const { page } = await open(many);
      expect(await page.locator("#rows > *").count()).toBeLessThan(60);
      await page.locator("#list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await expect.poll(() => page.locator("#rows .file").last().innerText()).toContain("file-1249.ts");
      expect(await page.locator("#rows > *").count()).toBeLessThan(60);
      expect(await page.locator("*").count()).toBeLessThan(3000);
    });

    test("by keyboard: next, previous, search, side by side, theme, help", async () => {
      const { page, events } = await open(example);
      const place = () => page.locator("#detail h2").first().innerText();
      const first = await place();
      await page.keyboard.press("j");
      expect(await place()).not.toBe(first);
      await page.keyboard.press("k");
      expect(await place()).toBe(first);
      await page.locator("#list").focus();
      await page.keyboard.press("End");
      const selected = await page.locator('[role="option"][aria-selected="true"]').getAttribute("id");
      expect(await page.locator("#list").getAttribute("aria-activedescendant")).toBe(selected);
      const [outer, inner] = [
        await page.locator("#list").boundingBox(),
        await page.locator(`#${selected}`).boundingBox(),
      ];
      expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual(
        (outer?.y ?? 0) + (outer?.height ?? 0) + 1,
      );
      expect(inner?.y).toBeGreaterThanOrEqual(outer?.y ?? 0);

      await page.keyboard.press("/");
      await page.keyboard.type("moderation jk");
      expect(await page.locator("#search").inputValue()).toBe("moderation jk");
      await page.locator("#search").fill("moderation");
      await page.keyboard.press("Escape");
      expect(await place()).toContain("moderation");
      await page.keyboard.press("u");
      expect(await page.locator("table.diff.split").count()).toBe(1);
      await page.keyboard.press("u");
      expect(await page.locator("table.diff.split").count()).toBe(0);
      const theme = () => page.locator("html").getAttribute("data-theme");
      await page.keyboard.press("t");
      expect(await theme()).toBe("dark");
      await page.keyboard.press("t");
      expect(await theme()).toBe("light");
      await page.keyboard.press("?");
      expect(await page.locator("dialog").isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await page.locator("dialog").isVisible()).toBe(false);
      expect(events).toEqual([]);
    });

    test("an address leads to its line, also of what the filters hide", async () => {
      const { page } = await open(example, {}, "#server/routes/messages.ts:44");
      expect(await page.locator("#detail h2").first().innerText()).toContain("server/routes/messages.ts:44");
      const { page: hidden } = await open(many, {}, "#src/folder-0/file-0000.ts:4");
      expect(await hidden.locator("#detail .badges").innerText()).toContain("suppressed");
      await hidden.keyboard.press("j");
      expect(hidden.url()).toMatch(/#src\/folder-0\/file-0000\.ts:5:9$/);
    });

    test("a finding shows its diff, both views, its trace and its rule", async () => {
      const { page } = await open(example, {}, "#server/routes/messages.ts:17");
      const detail = page.locator("#detail");
      expect(await detail.innerText()).toMatch(
        /In production[^]*How it gets here[^]*lib\/pusher.ts:8[^]*The rewrite/,
      );
      expect(await detail.locator("tr.add").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining("} catch (err) {")]),
      );
      expect(await detail.locator("tr.add .word").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining("next")]),
      );
      await detail.locator("details.rule summary").click();
      expect(await detail.locator("details.rule").innerText()).toContain("docs/rules/pusher/api-error.md");
    });

    test.each([["light"], ["dark"]] as const)(
      "text has a contrast of at least 4.5 in %s",
      async (colorScheme) => {
        const { page } = await open(example, { colorScheme });
        const poor: unknown = await page.evaluate(
          readFileSync(new URL("contrast.js", import.meta.url), "utf8"),
        );
        expect(poor).toEqual([]);
      },
    );

    test("a rewrite's new file stands below its diff", async () => {
      const brought = join(folder, "brought.html");
      const change = { ...changeOf("src/retry.ts", "", "export const retries = 3;\n", ["f1"]), isNew: true };
      const finding = findingOf({ file: "src/a.ts", fix: { safety: "review" } });
      const files = [
        fileOf("src/a.ts", { findings: [finding], proposal: changeOf("src/a.ts", SOURCE, AFTER) }),
        fileOf("src/retry.ts", { proposal: change }),
      ];
      writeFileSync(brought, html(resultOf(files), REPORT_OPTIONS));
      const { page, events } = await open(brought);
      expect(await page.locator(".panel.brought").innerText()).toMatch(
        /New file\s+src\/retry\.ts[^]*export const retries = 3;/,
      );
      expect(events).toEqual([]);
    });

    test("everything that can be operated has a name", async () => {
      const { page } = await open(example);
      const nameless: unknown = await page.evaluate(`
      [...document.querySelectorAll("button, input, select, a, [role=listbox], [role=group]")]
        .filter((element) => element.checkVisibility())
        .filter((element) => (element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent).trim() === "")
        .map((element) => element.outerHTML)`);
      expect(nameless).toEqual([]);
    });

    test("a narrow window has no sideways scrolling; an empty report says so", async () => {
      const empty = join(folder, "empty.html");
      writeFileSync(empty, html(resultOf([fileOf("a.ts", { callSites: 3 })]), REPORT_OPTIONS));
      for (const file of [example, empty]) {
        const { page, events } = await open(file, { viewport: { width: 380, height: 800 } });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(380);
        expect(events).toEqual([]);
      }
      const { page } = await open(empty);
      expect(await page.locator("#detail").innerText()).toContain("Every failure is handled");
    });
  },
);

function amountOf(
  isMeant: (finding: Finding) => boolean,
  testFile: (file: FileOutcome) => boolean = () => true,
): number {
  return manyFindings()
    .files.filter(testFile)
    .flatMap(({ findings }) => findings)
    .filter(isMeant).length;
}

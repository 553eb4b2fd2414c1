// Takes the README's picture of the HTML report: the committed sample in Debian's Chromium, light and dark.
// Not compared by --check: fonts differ from machine to machine.
import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
mkdirSync("docs/img", { recursive: true });

const page = pathToFileURL("docs/sample-report/report.html").href;
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args,
});
for (const colorScheme of ["light", "dark"] as const) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
  await tab.goto(`${page}#server/routes/messages.ts:17`);
  await tab.screenshot({ path: `docs/img/html-${colorScheme}.png` });
}
await browser.close();

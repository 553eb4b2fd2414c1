import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** Debian's Chromium (`apt-get install chromium`), or the one that CHROMIUM names; undefined where there is none. */
export const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== undefined && existsSync(path),
);

/** Why the tests in a browser are skipped. */
export const NO_CHROMIUM = "there is no Chromium: install Debian's chromium, or name one with CHROMIUM";

/** A page, and everything that it did besides showing itself. */
export interface WatchedPage {
  readonly page: Page;
  /** Console messages of any kind, errors, dialogs and requests; the page itself is not among them. */
  readonly events: readonly string[];
}

/** Starts the browser. As root, in a container, its sandbox cannot start. */
export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NO_CHROMIUM);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** Opens a file from the disk. */
export async function openFile(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
  hash = "",
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const events: string[] = [];
  page.on("console", (message) => events.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => events.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    // The icon is an empty `data:` address.
    if (request.url().split("#")[0] !== url && request.url() !== "data:,")
      events.push(`request: ${request.url()}`);
  });
  await page.goto(url + hash);
  return { page, events };
}

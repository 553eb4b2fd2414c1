import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { RunResult } from "../../model/result.ts";
import type { ReportOptions } from "../types.ts";
import { pageDataOf } from "./pageDataOf.ts";

/** The parts of the page: written by hand in page/, copied by the build. */
interface PageParts {
  readonly template: string;
  readonly style: string;
  readonly script: string;
}

let parts: PageParts | undefined;

/**
 * One page that needs nothing else: no network, no server. The findings are data in it, and its script makes text of
 * them. Its policy lets exactly this style and this script run, and nothing be loaded.
 */
export function html(result: RunResult, options: ReportOptions): string {
  const { template, style, script } = (parts ??= readParts());
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const values: Readonly<Record<string, string>> = {
    policy,
    style,
    script,
    data: inScript(pageDataOf(result, options)),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

/** JSON that cannot end the element it stands in, nor begin a comment there; nor a workflow command, in a log. */
function inScript(data: object): string {
  return JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replaceAll("##[", "##\\u005b");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Styles and scripts are joined in the order of their names; the scripts share one scope. */
function readParts(): PageParts {
  const folder = new URL("./page/", import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  const join = (ending: string): string =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .toSorted()
      .map(read)
      .join("\n");
  return {
    template: read("page.html"),
    style: join(".css"),
    script: `"use strict";\n(() => {\n${join(".js")}\n})();\n`,
  };
}

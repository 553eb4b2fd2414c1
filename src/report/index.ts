import { diff } from "./diff.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html/html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown/markdown.ts";
import { pretty } from "./pretty.ts";
import { rdjson } from "./rdjson.ts";
import { sarif } from "./sarif/sarif.ts";
import type { Reporter } from "./types.ts";

/** Every format by its name, for those who make several reports; formats.ts loads one at a time. */
export const reporters: ReadonlyMap<string, Reporter> = new Map<string, Reporter>([
  ["pretty", pretty],
  ["diff", diff],
  ["json", json],
  ["sarif", sarif],
  ["markdown", markdown],
  ["html", html],
  ["github", github],
  ["rdjson", rdjson],
  ["junit", junit],
  ["gitlab", gitlab],
]);

export type { Reporter, ReportOptions } from "./types.ts";

import { UserError } from "../pipeline/userError.ts";

/** What texts of commits and pull requests may hold, as `{{name}}`. */
export interface TemplateValues {
  /** For example `acme/chat`. */
  readonly repository: string;
  readonly branch: string;
  /** The SDKs whose calls were found, for example `pusher`. */
  readonly packages: string;
  /** Numbers: findings that count, files that the patch changes, lines. */
  readonly findings: string;
  readonly files: string;
  readonly added: string;
  readonly removed: string;
  /** The report in Markdown; empty where this version has no such format. */
  readonly report: string;
  readonly version: string;
}

const NAMES: readonly (keyof TemplateValues)[] = [
  "repository",
  "branch",
  "packages",
  "findings",
  "files",
  "added",
  "removed",
  "report",
  "version",
];

export const DEFAULT_TITLE = "Handle failures of {{packages}} calls";
export const DEFAULT_BODY = `[sadpath](https://www.npmjs.com/package/sadpath) found {{findings}} calls whose failure nobody handles. This changes {{files}} files (+{{added}}, -{{removed}}).

{{report}}
`;

/** GitHub's limit for a body is 65,536 characters. */
const MAX_BODY = 60_000;
const PLACEHOLDER = /\{\{\s*([\w-]*)\s*\}\}/g;

/** Checks a template. @throws {UserError} that names what may stand in it. */
export function checkTemplate(template: string | undefined, where: string): void {
  for (const [, name = ""] of (template ?? "").matchAll(PLACEHOLDER)) {
    if (!(NAMES as readonly string[]).includes(name))
      throw new UserError(`${where}: there is no placeholder {{${name}}}; there are ${NAMES.join(", ")}`);
  }
}

/** Fills a template in one pass: what a value holds is never read as a placeholder. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(
    PLACEHOLDER,
    (match, name: string) => values[name as keyof TemplateValues] ?? match,
  );
}

/** A body that GitHub takes. */
export function shortenBody(body: string): string {
  if (body.length <= MAX_BODY) return body;
  const cut = body.lastIndexOf("\n", MAX_BODY);
  const open = (body.slice(0, cut).match(/^```/gm)?.length ?? 0) % 2 === 1 ? "\n```" : "";
  return `${body.slice(0, cut)}${open}\n\n… shortened; the whole report is in the run's output.\n`;
}

import { format } from "prettier";
import { reportableRules } from "../../src/report/rules/allRules.ts";
import { ruleMarkdown } from "../../src/report/rules/ruleMarkdown.ts";
import { rulesIndexMarkdown } from "../../src/report/rules/rulesIndexMarkdown.ts";
import { patternDocument } from "./patternTable.ts";
import { coloredReport, sampleReports } from "./sampleReports.ts";
import { terminalSvg } from "./terminalSvg.ts";

/** Folders in which every file is generated: one that is not any more has to go. */
export const GENERATED_FOLDERS = ["docs/rules", "docs/sample-report"] as const;

/** What the terminal's picture shows: few enough lines to be read, from the finding to what to do next. */
const PICTURED = "server/jobs/presence-heartbeat.ts";

/** Every generated file of the documentation by its path, and its text. */
export async function generatedDocs(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const rule of reportableRules()) files.set(`docs/rules/${rule.id}.md`, ruleMarkdown(rule));
  files.set("docs/rules/README.md", rulesIndexMarkdown());
  files.set("docs/rules/realtime-patterns.md", await format(patternDocument(), { parser: "markdown" }));
  for (const [name, text] of await sampleReports()) files.set(`docs/sample-report/${name}`, text);
  files.set(
    "docs/img/terminal.svg",
    terminalSvg(`npx sadpath ${PICTURED}`, (await coloredReport([PICTURED])).trimEnd().split("\n")),
  );
  return files;
}

import { wrap } from "../../report/layout.ts";
import { createPalette, type Palette } from "../../report/palette.ts";
import { reportableRule } from "../../report/rules/allRules.ts";
import { rulePage, type RuleBlock, type RulePage } from "../../report/rules/rulePage.ts";
import { ruleUrl } from "../../report/rules/ruleUrl.ts";
import { rulePagesAddress } from "../../pipeline/rulePagesAddress.ts";
import { wantsColor, type Io } from "../io.ts";
import { checkRules } from "../names.ts";

const MAX_WIDTH = 100;

/** `explain`: one rule, what fails, what users see, before and after, sources. The same as its page in docs/rules. */
export async function runExplain(id: string, flags: { readonly color: boolean }, io: Io): Promise<number> {
  const rule = reportableRule(id);
  if (rule === undefined) checkRules([id], "explain");
  if (rule !== undefined)
    await io.out(explanation(rulePage(rule), createPalette(wantsColor(io, flags.color)), widthOf(io)));
  return 0;
}

function widthOf(io: Io): number {
  return Math.min(MAX_WIDTH, io.isStdoutTerminal ? (io.columns ?? MAX_WIDTH) : MAX_WIDTH);
}

function explanation(page: RulePage, palette: Palette, width: number): string {
  const facts = page.facts.map(([name, value]) => `${name}: ${value}`).join("; ");
  const sections = [
    `${palette.bold(page.id)}\n${wrap(facts, width, "")}`,
    wrap(page.summary, width, ""),
    ...page.blocks.map((block) => `${palette.bold(block.heading)}\n${body(block, palette, width)}`),
    `Page: ${ruleUrl(rulePagesAddress(), page.id)}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

function body(block: RuleBlock, palette: Palette, width: number): string {
  if (block.kind === "prose") return wrap(block.text, width, "  ");
  if (block.kind === "code") {
    const lines = block.text.split("\n").map((line) => `  ${line}`.trimEnd());
    return (block.language === "diff" ? lines.map((line) => paint(line, palette)) : lines).join("\n");
  }
  return block.items
    .map((item) =>
      "url" in item
        ? `  ${item.title}\n    ${palette.cyan(item.url)}`
        : `  ${palette.cyan(item.name)}\n${wrap(`${item.text}.`, width, "    ")}`,
    )
    .join("\n");
}

function paint(line: string, palette: Palette): string {
  if (line.startsWith("  +")) return palette.green(line);
  return line.startsWith("  -") ? palette.red(line) : line;
}

import type { Rule } from "../../model/contract.ts";
import { rulePage, type RuleBlock, type RuleListItem } from "./rulePage.ts";

/** The page of a rule: docs/rules/<contract>/<rule>.md. The contracts are ours, so their words are taken as they are. */
export function ruleMarkdown(rule: Rule): string {
  const page = rulePage(rule);
  const facts = page.facts.map(([name, value]) => `| ${name} | ${value.replaceAll("|", "\\|")} |`);
  return [
    "<!-- Generated from src/contracts by scripts/docs. Do not edit. -->",
    `# ${page.id}`,
    page.summary,
    ["| | |", "| --- | --- |", ...facts].join("\n"),
    ...page.blocks.map((block) => `## ${block.heading}\n\n${body(block)}`),
    `\`sadpath explain ${page.id}\` prints this page.`,
  ]
    .join("\n\n")
    .concat("\n");
}

/** The help of a rule where a heading is shown already, and space is short: what happens, what to do, and the rewrite. */
export function ruleHelpMarkdown(rule: Rule): string {
  const page = rulePage(rule);
  const blocks = page.blocks.filter(({ heading }) => heading !== "Before" && heading !== "After");
  return [page.summary, ...blocks.map((block) => `### ${block.heading}\n\n${body(block)}`)].join("\n\n");
}

/** The same without markup. */
export function ruleHelpText(rule: Rule): string {
  return [rule.summary, `In production: ${rule.inProduction}`, `What to do: ${rule.handling}`].join("\n\n");
}

function body(block: RuleBlock): string {
  if (block.kind === "prose") return block.text;
  if (block.kind === "code") return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
  return block.items.map((item) => `- ${listItem(item)}`).join("\n");
}

function listItem(item: RuleListItem): string {
  return "url" in item ? `[${item.title}](${item.url})` : `\`${item.name}\`: ${item.text}.`;
}

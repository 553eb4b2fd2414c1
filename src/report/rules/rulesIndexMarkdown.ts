import { contracts } from "../../contracts/index.ts";
import type { Rule } from "../../model/contract.ts";
import { ownRules } from "./ownRules.ts";

/** The list of all rules: docs/rules/README.md. */
export function rulesIndexMarkdown(): string {
  const parts = contracts.map((contract) => {
    const head = `## ${contract.title}\n\n\`${contract.package}\` ${contract.versions}`;
    return `${head}\n\n${table(contract.rules)}`;
  });
  const own = `## sadpath's own\n\n${table(ownRules)}`;
  const intro =
    "One page for each rule: what fails, what users see, how the rewrite looks, when it is not safe, sources.";
  const note = "<!-- Generated from src/contracts by scripts/docs. Do not edit. -->";
  return `${[note, "# Rules", intro, ...parts, own].join("\n\n")}\n`;
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, functions, summary }) => {
    const names = functions.map((name) => `\`${name}\``).join(", ");
    return `| [${id}](${id}.md) | ${severity} | ${names} | ${summary.replaceAll("|", "\\|")} |`;
  });
  return ["| rule | severity | functions | what fails |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

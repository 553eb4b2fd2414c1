import type { RunResult } from "../../model/result.ts";

/** The folder of the rule pages in the package: what links lead to while no address of them is known. */
const RULE_PAGES = "docs/rules";

/** Where a rule is explained: an address, or a path in the package. */
export function ruleUrl(result: Pick<RunResult, "rulePages">, rule: string): string {
  return `${result.rulePages ?? RULE_PAGES}/${rule.split("/").map(encodeURIComponent).join("/")}.md`;
}

/** As `ruleUrl`, where a format takes nothing but a full address. */
export function absoluteRuleUrl(result: Pick<RunResult, "rulePages">, rule: string): string | undefined {
  const url = ruleUrl(result, rule);
  return url.startsWith("https://") ? url : undefined;
}

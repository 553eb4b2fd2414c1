import type { ReportingDescriptor } from "sarif";
import type { Rule, Severity } from "../../model/contract.ts";
import type { RunResult } from "../../model/result.ts";
import { reportableRule } from "../rules/allRules.ts";
import { ruleHelpMarkdown, ruleHelpText } from "../rules/ruleMarkdown.ts";
import { absoluteRuleUrl } from "../rules/ruleUrl.ts";
import { cut } from "./text.ts";

/** SARIF's levels. */
export const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

const PROBLEM_SEVERITIES = { error: "error", warning: "warning", info: "recommendation" } as const;

/** The rules of a run, with their help: what code scanning shows next to an alert. */
export function sarifRules(ids: readonly string[], result: RunResult): ReportingDescriptor[] {
  return ids.map((id) => {
    const rule = reportableRule(id);
    return rule === undefined ? { id } : descriptor(rule, result);
  });
}

function descriptor(rule: Rule, result: RunResult): ReportingDescriptor {
  const url = absoluteRuleUrl(result, rule.id);
  return {
    id: rule.id,
    name: nameOf(rule.id),
    shortDescription: { text: cut(rule.summary) },
    fullDescription: { text: cut(`${rule.summary} ${rule.inProduction}`) },
    help: { text: ruleHelpText(rule), markdown: ruleHelpMarkdown(rule) },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      // Code scanning takes 20 tags and shows 10.
      tags: ["reliability", "error-handling", rule.contract],
      precision: "high",
      "problem.severity": PROBLEM_SEVERITIES[rule.severity],
    },
  };
}

/** "pusher/api-error" as an identifier: "PusherApiError". */
function nameOf(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

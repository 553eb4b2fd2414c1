import { structuredPatch } from "diff";
import type { Rule, Signal } from "../../model/contract.ts";
import { contractOf } from "./allRules.ts";

/** A part of a rule's page, without any markup: `sadpath explain`, docs/rules and the reports each set it in their own. */
export type RuleBlock =
  | { readonly kind: "prose"; readonly heading: string; readonly text: string }
  | {
      readonly kind: "code";
      readonly heading: string;
      readonly language: "ts" | "diff";
      readonly text: string;
    }
  | { readonly kind: "list"; readonly heading: string; readonly items: readonly RuleListItem[] };

/** An item of a list: a name with what there is to say of it, or a text that leads to an address. */
export type RuleListItem =
  { readonly name: string; readonly text: string } | { readonly title: string; readonly url: string };

/** A rule as a page. */
export interface RulePage {
  readonly id: string;
  readonly summary: string;
  /** "severity", "default rewrite", "package": what tells one rule from another at a glance. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly blocks: readonly RuleBlock[];
}

/** What a rule says, in the order in which a reader asks. */
export function rulePage(rule: Rule): RulePage {
  const contract = contractOf(rule);
  const covered = contract?.functions.filter((fn) => rule.functions.includes(fn.name)) ?? [];
  const consequences = covered.map((fn) => ({
    name: `${rule.contract}.${fn.name}`,
    text: `when it fails, ${fn.consequence}`,
  }));
  const facts: [string, string][] = [["severity", rule.severity]];
  if (contract !== undefined) {
    facts.push(["default rewrite", rule.safety ?? "safe"]);
    facts.push(["package", `${contract.package} ${contract.versions} (${contract.title})`]);
  }
  const blocks: RuleBlock[] = [];
  if (consequences.length > 0) blocks.push({ kind: "list", heading: "What fails", items: consequences });
  blocks.push(
    { kind: "prose", heading: "In production", text: rule.inProduction },
    { kind: "prose", heading: "What to do", text: rule.handling },
    { kind: "code", heading: "Before", language: "ts", text: rule.before.trim() },
    { kind: "code", heading: "After", language: "ts", text: rule.after.trim() },
    { kind: "code", heading: "The rewrite", language: "diff", text: exampleDiff(rule) },
    { kind: "prose", heading: "When the rewrite is not safe", text: rule.notSafeWhen },
  );
  if (rule.signals !== undefined && rule.signals.length > 0)
    blocks.push({ kind: "list", heading: "Codes and events", items: rule.signals.map(signalItem) });
  if (rule.sources.length > 0) blocks.push({ kind: "list", heading: "Sources", items: rule.sources });
  if (contract !== undefined)
    blocks.push({
      kind: "code",
      heading: "To keep a call as it is",
      language: "ts",
      text: `// sadpath-ignore-next-line ${rule.id} -- the reason`,
    });
  return { id: rule.id, summary: rule.summary, facts, blocks };
}

/** A code, what it means, whether a retry makes sense, what to do. */
function signalItem({ kind, name, meaning, retry, reaction }: Signal): RuleListItem {
  return { name, text: `${kind}, retry: ${retry}. ${upperFirst(meaning)}: ${reaction}` };
}

function upperFirst(text: string): string {
  // A code stays as it is written.
  return /^\w*_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** The example as a diff, whole: it is a few lines long. */
function exampleDiff({ before, after }: Rule): string {
  const { hunks } = structuredPatch("", "", `${before.trim()}\n`, `${after.trim()}\n`, undefined, undefined, {
    context: 1000,
  });
  return hunks.flatMap(({ lines }) => lines).join("\n");
}

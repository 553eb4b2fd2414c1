import type { Rule, Safety, Severity, Signal, Source } from "../model/contract.ts";

/** A rule of a contract whose rules are patterns of its facts, written as short as the data allows. */
export interface PatternRule {
  readonly pattern: string;
  readonly name: string;
  readonly severity: Severity;
  /** `manual`: it is only reported. */
  readonly safety: Safety;
  readonly functions: readonly string[];
  readonly summary: string;
  readonly inProduction: string;
  readonly handling: string;
  readonly notSafeWhen?: string;
  readonly before: string;
  readonly after: string;
  readonly signals?: readonly Signal[];
}

const NOT_SAFE: Readonly<Record<Safety, string>> = {
  safe: "A failure that was swallowed is logged.",
  review: "Always: what happens on failure changes, and a person should see how.",
  manual: "There is no rewrite: a person decides.",
};

/** The rules of a contract, with its name and sources. */
export function patternRules(
  contract: string,
  sources: readonly Source[],
  rules: readonly PatternRule[],
): readonly Rule[] {
  return rules.map(({ name, notSafeWhen, ...rule }) => ({
    ...rule,
    id: `${contract}/${name}`,
    contract,
    notSafeWhen: notSafeWhen ?? NOT_SAFE[rule.safety],
    sources,
  }));
}

import { allRules, findContract } from "../../contracts/index.ts";
import type { Contract, Rule } from "../../model/contract.ts";
import { ownRules } from "./ownRules.ts";

/** Every rule that a finding can name: those of the contracts, and those about sadpath's own comments. */
export function reportableRules(): readonly Rule[] {
  return [...allRules(), ...ownRules];
}

/** The rule with that id; undefined for one that this version does not know. */
export function reportableRule(id: string): Rule | undefined {
  return reportableRules().find((rule) => rule.id === id);
}

/** The contract that a rule belongs to; a rule about sadpath's own comments belongs to none. */
export function contractOf(rule: Rule): Contract | undefined {
  return findContract(rule.contract);
}

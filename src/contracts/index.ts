import type { Contract, ContractFunction, Rule } from "../model/contract.ts";
import { pusher } from "./pusher.ts";
import { superagent } from "./superagent.ts";

/** Every package that sadpath knows, in the order of the documentation. */
export const contracts: readonly Contract[] = [pusher, superagent];

const byName = new Map(contracts.map((contract) => [contract.name, contract]));
const byPackage = new Map(contracts.map((contract) => [contract.package, contract]));

/** The contract of that name. */
export function findContract(name: string): Contract | undefined {
  return byName.get(name);
}

/** The contract that speaks of an npm package. */
export function contractOfPackage(packageName: string): Contract | undefined {
  return byPackage.get(packageName);
}

/** A function of a contract, by its name. */
export function findFunction(contract: string, name: string): ContractFunction | undefined {
  return byName.get(contract)?.functions.find((fn) => fn.name === name);
}

/** Every rule of every contract. */
export function allRules(): readonly Rule[] {
  return contracts.flatMap((contract) => contract.rules);
}

/** The rule with that id, `<contract>/<postcondition id>`. */
export function findRule(id: string): Rule | undefined {
  return allRules().find((rule) => rule.id === id);
}

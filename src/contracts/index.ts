import type { Contract, ContractFunction, Entry, Rule } from "../model/contract.ts";
import { meteredRealtime } from "./meteredRealtime.ts";
import { pusher } from "./pusher.ts";
import { seuraaEdge } from "./seuraaEdge.ts";
import { superagent } from "./superagent.ts";

/** Every package that sadpath knows, in the order of the documentation. */
export const contracts: readonly Contract[] = [pusher, superagent, meteredRealtime, seuraaEdge];

const byName = new Map(contracts.map((contract) => [contract.name, contract]));
const byPackage = new Map(
  contracts.flatMap((contract) => packagesOf(contract).map((name) => [name, contract] as const)),
);

/** The names of a contract's packages: a product may have gone by several. */
export function packagesOf(contract: Contract): readonly string[] {
  const others = Object.keys(contract.entries ?? {}).map((specifier) =>
    specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  return [...new Set([contract.package, ...others])];
}

/** What a specifier of a package gives: its contract, and the role of the module; undefined where no contract speaks of it. */
export function findEntry(
  packageName: string,
  subpath: string,
): { readonly contract: Contract; readonly entry: Entry } | undefined {
  const contract = byPackage.get(packageName);
  if (!contract) return undefined;
  if (packageName === contract.package && subpath === "")
    return { contract, entry: { role: "module", types: contract.types } };
  const entry = contract.entries?.[subpath === "" ? packageName : `${packageName}/${subpath}`];
  return entry && { contract, entry };
}

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

import { allRules, contracts } from "../contracts/index.ts";
import { UserError } from "../pipeline/userError.ts";
import { suggest } from "./nearest.ts";

/** The ids of all rules. */
export function ruleIds(): string[] {
  return allRules().map((rule) => rule.id);
}

/** Checks rule ids. @throws {UserError} that suggests the nearest one; `where` begins it. */
export function checkRules(ids: readonly string[], where: string): readonly string[] {
  return ids.map((id) =>
    known(id, ruleIds(), `${where}: there is no rule "${id}"`, "sadpath list shows all of them"),
  );
}

/** Checks package names, and gives the names of their contracts. @throws {UserError} that suggests the nearest one. */
export function checkPackages(names: readonly string[], where: string): readonly string[] {
  return names.map((name) => {
    const contract = contracts.find((one) => one.name === name || one.package === name);
    if (contract !== undefined) return contract.name;
    const all = contracts.flatMap((one) => [one.name, one.package]);
    return known(
      name,
      [...new Set(all)],
      `${where}: there is no contract for "${name}"`,
      "sadpath list shows all of them",
    );
  });
}

/** The word itself if it is one of the candidates. @throws {UserError} that suggests the nearest one. */
function known(word: string, candidates: readonly string[], problem: string, hint: string): string {
  if (candidates.includes(word)) return word;
  const suggestion = suggest(word, candidates);
  throw new UserError(`${problem}${suggestion === "" ? `; ${hint}` : suggestion}`);
}

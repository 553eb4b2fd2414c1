import fs from "node:fs";
import path from "node:path";
import { contracts } from "../../src/contracts/index.ts";
import type { Rule } from "../../src/model/contract.ts";
import { provedPatterns as seuraaProved } from "../../test/proof/seuraa/scenarios.ts";
import { findFileCases, findFolderCases, fixturesRoot } from "../../test/fixtures/cases.ts";

interface Expected {
  readonly findings: readonly { readonly rule: string; readonly safety?: string }[];
}

/** A fixture that shows a rule, and whether it is rewritten there. */
interface Shown {
  readonly name: string;
  readonly safety: string;
}

/** The fixtures of each rule of a contract, by the rule's id. */
export function fixturesByRule(contract: string): ReadonlyMap<string, readonly Shown[]> {
  const found = new Map<string, Shown[]>();
  for (const { name } of [...findFileCases(contract), ...findFolderCases(contract)]) {
    const file = path.join(fixturesRoot, contract, `${name}.expect.json`);
    if (!fs.existsSync(file)) continue;
    const { findings } = JSON.parse(fs.readFileSync(file, "utf8")) as Expected;
    for (const { rule, safety = "" } of findings)
      found.set(rule, [...(found.get(rule) ?? []), { name, safety }]);
  }
  return found;
}

/** The contracts whose rules are patterns of their facts. */
export const patternContracts = contracts.filter(({ rules }) => rules.some(({ pattern }) => pattern));

/** What is measured against a real SDK, a loopback server or a double, by contract and pattern. */
const PROVED: Readonly<Record<string, ReadonlySet<string>>> = {
  "metered-realtime": new Set(["R1", "R2", "R5", "R6", "R7", "S1"]),
  "seuraa-edge": seuraaProved,
};

/** Where it says what was measured. */
const PROOFS: Readonly<Record<string, string>> = { "seuraa-edge": "[a double](../proof-seuraa.md)" };

/** The document: one table for each contract. */
export function patternDocument(): string {
  const parts = patternContracts.map(({ name, title, rules }) => {
    const shown = fixturesByRule(name);
    const rows = rules.map((rule) =>
      rowOf(rule, shown.get(rule.id) ?? [], PROVED[name]?.has(rule.pattern ?? "")).replace(
        "[measured](../proof-realtime.md)",
        (proof) => PROOFS[name] ?? proof,
      ),
    );
    return [
      `## ${title}`,
      "",
      "| pattern | rule | severity | detected | rewritten | safety | fixtures | proof |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
      ...rows,
      "",
    ].join("\n");
  });
  return `# The patterns of the realtime services

Written by \`npm run docs\` from the contracts and the fixtures: what is called detected or rewritten is so in a fixture.
A rewrite that is not possible at a place is reported with its reason. \`sadpath explain <rule>\` tells more.

${parts.join("\n")}`;
}

function rowOf(rule: Rule, shown: readonly Shown[], isProved: boolean | undefined): string {
  const names = [...new Set(shown.map(({ name }) => name))];
  const safeties = [...new Set(shown.map(({ safety }) => safety).filter((safety) => safety !== "manual"))];
  return `| ${[
    rule.pattern ?? "",
    `\`${rule.id}\``,
    rule.severity,
    names.length > 0 ? "yes" : "no",
    safeties.length > 0 ? "yes" : "report only",
    safeties.length > 0 ? safeties.join(", ") : "manual",
    names.join(", "),
    isProved === true ? "[measured](../proof-realtime.md)" : "fixtures",
  ].join(" | ")} |`;
}

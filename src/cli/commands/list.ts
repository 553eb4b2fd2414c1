import { contracts } from "../../contracts/index.ts";
import type { Contract } from "../../model/contract.ts";
import { pad } from "../../report/layout.ts";
import type { Io } from "../io.ts";

/** One line of the list. */
interface Entry {
  readonly contract: string;
  readonly package: string;
  readonly versions: string;
  readonly function: string;
  readonly rule: string;
  readonly severity: string;
  readonly transform: string;
  readonly safety: string;
}

/** `list`: every contract, function, rule and transform, with its default safety. */
export async function runList(flags: { readonly json?: boolean }, io: Io): Promise<number> {
  const entries = contracts.flatMap(entriesOf);
  await io.out(
    flags.json === true
      ? `${JSON.stringify({ schemaVersion: 1, functions: entries }, null, 2)}\n`
      : table(entries),
  );
  return 0;
}

function entriesOf(contract: Contract): Entry[] {
  return contract.rules.flatMap((rule) =>
    rule.functions.map((name) => ({
      contract: contract.name,
      package: contract.package,
      versions: contract.versions,
      function: name,
      rule: rule.id,
      severity: rule.severity,
      transform: contract.name,
      safety: rule.safety ?? "safe",
    })),
  );
}

function table(entries: readonly Entry[]): string {
  const heads = ["package", "function", "rule", "severity", "transform", "default safety"];
  const rows = entries.map((one) => [
    `${one.package} ${one.versions}`,
    one.function,
    one.rule,
    one.severity,
    one.transform,
    one.safety,
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [heads, ...rows].map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n\nsadpath explain <rule> tells what fails and why.\n`;
}

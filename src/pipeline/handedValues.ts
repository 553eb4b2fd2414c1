import { contracts } from "../contracts/index.ts";
import type { Modules } from "../resolve/modules.ts";

/** Names that only a contract's functions have; `get` and `post` are everybody's. */
const TELLING = new RegExp(
  `\\.\\s*(?:${contracts
    .filter((contract) => !contract.requests)
    .flatMap((contract) =>
      contract.functions.map((fn) => fn.name.split(".").at(-1) ?? "").filter((name) => name.length > 4),
    )
    .join("|")})\\s*\\(`,
);

/**
 * Files that import nothing of a package, but may be handed its instance as an argument:
 * `module.exports = (pusher) => …`, required by a file that has one. Only those that call a function of that name.
 */
export function filesHandedValues(modules: Modules, reaching: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const file of reaching) {
    for (const imported of modules.graph.importsOf(file)) {
      if (reaching.has(imported) || found.has(imported)) continue;
      if (TELLING.test(modules.graph.read(imported) ?? "")) found.add(imported);
    }
  }
  return [...found];
}

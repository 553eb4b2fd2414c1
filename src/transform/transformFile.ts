import { isFinding } from "../detect/describe.ts";
import { Detector } from "../detect/sites.ts";
import { suppressSites } from "../detect/suppressSites.ts";
import { findContract } from "../contracts/index.ts";
import { versionVerdict } from "../contracts/versionVerdict.ts";
import { Modules } from "../resolve/modules.ts";
import { openModule } from "../syntax/sourceModule.ts";
import { joinSourceText, readSourceText } from "../text/sourceText.ts";
import { splice } from "../text/splice.ts";
import { verifyEdits } from "../verify/gates.ts";
import { combineEdits, planRewrites, type RewriteOptions } from "../rewrite/plan.ts";
import { LoneFile } from "./loneFile.ts";

/** What a transform may do beyond the defaults. */
export interface TransformOptions extends RewriteOptions {
  readonly contract: string;
  readonly safety: "safe" | "review";
}

/**
 * Rewrites one file without its project: for the jscodeshift runner.
 * Returns the new text, or null where nothing changes. A rewrite that does not pass the gates is left out.
 * @throws {SyntaxProblem} where the file cannot be parsed.
 */
export function transformFile(raw: string, file: string, options: TransformOptions): string | null {
  const { text, hasBom } = readSourceText(raw);
  const graph = new LoneFile(file, text);
  const contract = findContract(options.contract);
  const range = contract && graph.manifestOf()?.dependencies[contract.package];
  if (!contract || versionVerdict(range ?? null, contract.versions) === "outside") return null;
  const module = openModule(text, file);
  const modules = new Modules(graph).withOverlays([module]);
  const sites = new Detector(modules)
    .sites(module)
    .filter((site) => site.contract === options.contract && isFinding(site) && site.fate.ending !== "caller");
  const { suppressed } = suppressSites(sites, module, []);
  const open = sites.filter((_, index) => !suppressed[index]);
  const plans = planRewrites(open, module, modules, options).filter(
    // A transform writes its own file only: what needs another one is left to the command line.
    ({ plan }) => (plan.safety === "safe" || plan.safety === options.safety) && !plan.newFiles,
  );
  const verifyPlans = (chosen: typeof plans) =>
    verifyEdits(
      module,
      combineEdits(chosen.map((p) => p.plan)),
      [],
      chosen.flatMap((p) => p.plan.replaced ?? []),
    );
  const good: (typeof plans)[number][] = [];
  for (const plan of plans) {
    if (plan.plan.edits.length > 0 && !("failure" in verifyPlans([...good, plan]))) good.push(plan);
  }
  if (good.length === 0) return null;
  return joinSourceText(splice(text, combineEdits(good.map((p) => p.plan))).text, hasBom);
}

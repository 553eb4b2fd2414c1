import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isFinding } from "../detect/describe.ts";
import { Detector } from "../detect/sites.ts";
import { suppressSites } from "../detect/suppressSites.ts";
import { findContract } from "../contracts/index.ts";
import { versionVerdict } from "../contracts/versionVerdict.ts";
import { Modules } from "../resolve/modules.ts";
import type { Manifest, ModuleGraph, Resolution } from "../resolve/moduleGraph.ts";
import { openModule } from "../syntax/sourceModule.ts";
import { joinSourceText, readSourceText } from "../text/sourceText.ts";
import { splice } from "../text/splice.ts";
import { verifyEdits } from "../verify/gates.ts";
import { combineEdits, planRewrites, type RewriteOptions } from "./plan.ts";

/** One file on its own: other files of the project are not looked at, packages are known by their names. */
class LoneFile implements ModuleGraph {
  readonly #file: string;
  readonly #text: string;
  #manifest: Manifest | null | undefined;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  resolve(specifier: string): Resolution {
    if (/^[./#~]|^@\//.test(specifier)) return { kind: "unknown" };
    const [scope = "", second = "", ...rest] = specifier.split("/");
    const isScoped = scope.startsWith("@");
    const name = isScoped ? `${scope}/${second}` : scope;
    return { kind: "package", name, subpath: (isScoped ? rest : [second, ...rest]).filter((part) => part !== "").join("/") };
  }

  read(file: string): string | null {
    return file === this.#file ? this.#text : null;
  }

  importersOf(): readonly string[] {
    return [];
  }

  manifestOf(): Manifest | null {
    if (this.#manifest === undefined) this.#manifest = nearestManifest(dirname(resolve(this.#file)));
    return this.#manifest;
  }
}

function nearestManifest(folder: string): Manifest | null {
  for (let dir = folder; ; dir = dirname(dir)) {
    try {
      const raw = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as Record<string, Record<string, string> | undefined>;
      const dependencies = { ...raw["peerDependencies"], ...raw["devDependencies"], ...raw["dependencies"] };
      return { dir, name: null, isPrivate: true, hasPublicEntry: false, type: "commonjs", dependencies, entryFiles: [] };
    } catch {
      if (dirname(dir) === dir) return null;
    }
  }
}

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
  const sites = new Detector(modules).sites(module).filter((site) => site.contract === options.contract && isFinding(site) && site.fate.ending !== "caller");
  const { suppressed } = suppressSites(sites, module, []);
  const open = sites.filter((_, index) => !suppressed[index]);
  const plans = planRewrites(open, module, modules, options).filter(({ plan }) => plan.safety === "safe" || plan.safety === options.safety);
  const good: (typeof plans)[number][] = [];
  for (const plan of plans) {
    if (plan.plan.edits.length > 0 && !("failure" in verifyEdits(module, combineEdits([...good, plan].map((p) => p.plan))))) good.push(plan);
  }
  if (good.length === 0) return null;
  return joinSourceText(splice(text, combineEdits(good.map((p) => p.plan))).text, hasBom);
}

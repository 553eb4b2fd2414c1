import type { Site } from "../../detect/site.ts";
import type { Edit, NewFile } from "../../model/edit.ts";
import type { Safety } from "../../model/contract.ts";
import { findRule } from "../../contracts/index.ts";
import { ruleOf } from "../../detect/describe.ts";
import type { Modules } from "../../resolve/modules.ts";
import type { Node } from "../../syntax/node.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import { loggerAt, type Logger } from "../logger.ts";
import type { RewriteOptions, SitePlan } from "../sitePlan.ts";
import { styleOf, type Style } from "../style.ts";

/** What the planners of one module share. */
export interface Planning {
  readonly module: SourceModule;
  readonly modules: Modules;
  readonly options: RewriteOptions;
  readonly style: Style;
  /** Every observed site of the contract in the module. */
  readonly sites: readonly Site[];
  /** The calls of the contract in the module whose failures nobody handles. */
  readonly calls: readonly Site[];
  loggerAt(node: Node): Logger;
}

/** What a planner proposes for one site. */
export interface Proposal {
  readonly edits: readonly Edit[];
  readonly title: string;
  readonly replaced?: readonly Node[];
  /** Functions of the contract's helper file that the edits call. */
  readonly needs?: readonly string[];
  /** Other than what the rule says. */
  readonly safety?: Safety;
  /** Other sites that the edits mend. */
  readonly also?: readonly Site[];
}

/** Proposes the edits for a site; null leaves it to a person, a text does so and tells why. */
export type SitePlanner = (site: Site, planning: Planning) => Proposal | string | null;

/** Gives the files and edits that bring the helper's functions into a module; null where that is not possible. */
export type HelperBringer = (
  needs: readonly string[],
  planning: Planning,
) => { readonly shared: readonly Edit[]; readonly newFiles: readonly NewFile[] } | null;

/** What the observer of a site's rule left for its planner. */
export function detailOf<T>(site: Site): T {
  return site.observed?.detail as T;
}

const WHY = "what happens on failure changes, and a person should see how";

/** The rewrite needs a file that cannot be brought: a script imports nothing, a name is taken, one file alone has no project. */
function withoutHelper(site: Site): SitePlan {
  const reason = "its rewrite needs a helper file, and nothing can be imported into this file";
  return { sites: [site], plan: { edits: [], safety: "manual", title: "needs a person", reason } };
}

/** Plans every site of a contract for which there is a planner of its rule; `callPlanner` may plan calls that nobody observed. */
export function planSites(
  contract: string,
  planners: Readonly<Record<string, SitePlanner>>,
  bringHelper: HelperBringer | null,
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  options: RewriteOptions,
  callPlanner: (call: Site, planning: Planning) => Proposal | null = () => null,
): readonly SitePlan[] {
  const observed = sites.filter((site) => site.observed);
  const planning: Planning = {
    module,
    modules,
    options,
    style: styleOf(module),
    sites: observed,
    calls: sites.filter((site) => !site.observed),
    loggerAt: (node) => loggerAt(node, module, options.logger),
  };
  const answers = [
    ...observed.map((site) => ({
      site,
      answer: planners[ruleOf(site).slice(contract.length + 1)]?.(site, planning) ?? null,
    })),
    ...planning.calls.map((site) => ({ site, answer: callPlanner(site, planning) })),
  ];
  const proposals = answers.flatMap(({ site, answer }) =>
    answer !== null && typeof answer !== "string" ? [{ site, proposal: answer }] : [],
  );
  const declined = answers.flatMap(({ site, answer }): readonly SitePlan[] =>
    typeof answer === "string"
      ? [{ sites: [site], plan: { edits: [], safety: "manual", title: "needs a person", reason: answer } }]
      : [],
  );
  // What another's edits mend as well has no plan of its own.
  const mended = new Set(proposals.flatMap(({ proposal }) => proposal.also ?? []));
  const planned = proposals.flatMap(({ site, proposal }): readonly SitePlan[] => {
    if (mended.has(site)) return [];
    // Each brings the import of what it needs itself: which of them are applied is not known yet.
    const helper = proposal.needs ? (bringHelper?.(proposal.needs.toSorted(), planning) ?? null) : null;
    if (proposal.needs && !helper) return site.observed ? [withoutHelper(site)] : [];
    const safety = proposal.safety ?? findRule(ruleOf(site))?.safety ?? "review";
    const { edits, title, replaced } = proposal;
    return [
      {
        sites: [site, ...(proposal.also ?? [])],
        plan: {
          edits,
          safety,
          title,
          ...(replaced
            ? { replaced: replaced.map(({ start, end }) => ({ start: start ?? 0, end: end ?? 0 })) }
            : {}),
          ...(proposal.needs && helper ? { shared: helper.shared } : {}),
          ...(proposal.needs && helper && helper.newFiles.length > 0 ? { newFiles: helper.newFiles } : {}),
          ...(safety === "safe" ? {} : { reason: WHY }),
        },
      },
    ];
  });
  return [...planned, ...declined];
}

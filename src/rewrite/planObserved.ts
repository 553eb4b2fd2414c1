import type { Site } from "../detect/site.ts";
import type { Modules } from "../resolve/modules.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import { planBanFlow } from "./banFlow/planBanFlow.ts";
import type { Planner } from "./planner.ts";
import { planMetered } from "./realtime/planMetered.ts";
import { planSeuraa } from "./realtime/planSeuraa.ts";
import type { RewriteOptions, SitePlan } from "./sitePlan.ts";

/** The planners, by contract. */
const planners: Readonly<Record<string, Planner>> = {
  pusher: planBanFlow,
  "metered-realtime": planMetered,
  "seuraa-edge": planSeuraa,
};

/** Plans what observers saw; what no planner takes is left to a person, with the observer's advice. */
export function planObserved(
  contract: string,
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  options: RewriteOptions,
): readonly SitePlan[] {
  if (sites.length === 0) return [];
  const plans = planners[contract]?.(sites, module, modules, options) ?? [];
  const planned = new Set(plans.flatMap((plan) => plan.sites));
  const left = sites.filter((site) => site.observed && !planned.has(site));
  return [
    ...plans,
    ...left.map((site): SitePlan => ({
      sites: [site],
      plan: { edits: [], safety: "manual", title: "needs a person", reason: site.observed?.advice ?? "" },
    })),
  ];
}

import type { Planner } from "../planner.ts";
import { bringHelper } from "./helperFile.ts";
import * as channels from "./planChannels.ts";
import { planSites, type SitePlanner } from "./planning.ts";
import { seuraaHelper } from "./seuraaHelper.ts";

/** The planner of each rule that has one; the others are left to a person. */
const PLANNERS: Readonly<Record<string, SitePlanner>> = {
  "publish-result-dropped": channels.lookAtSent,
  "server-error-unheard": channels.hearRefusals,
  "status-unheard": channels.hearStatus,
  "decision-on-message-text": channels.askForCode,
  "wrong-error-field": channels.readStatus,
};

/** Plans the rewrites of what was seen of Seuraa's channels and backend. */
export const planSeuraa: Planner = (sites, module, modules, options) =>
  planSites(
    "seuraa-edge",
    PLANNERS,
    (needs, planning) => bringHelper(seuraaHelper, needs, planning),
    sites,
    module,
    modules,
    options,
  );

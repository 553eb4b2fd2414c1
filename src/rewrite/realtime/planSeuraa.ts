import type { Planner } from "../planner.ts";
import { bringHelper } from "./helperFile.ts";
import * as channels from "./planChannels.ts";
import { planSites, type SitePlanner } from "./planning.ts";
import { answerFailure, answerSwallowed } from "./seuraa/answerFailure.ts";
import { hearRefusals } from "./seuraa/hearRefusals.ts";
import { hideText } from "./seuraa/hideText.ts";
import { lookAtSent } from "./seuraa/lookAtSent.ts";
import { notAPromise } from "./seuraa/notAPromise.ts";
import { repeatLater } from "./seuraa/repeatLater.ts";
import { repeatSafely } from "./seuraa/repeatSafely.ts";
import { settleAll } from "./seuraa/settleAll.ts";
import { waitForConfirmation } from "./seuraa/waitForConfirmation.ts";
import { seuraaHelper } from "./seuraaHelper.ts";

/** The planner of each rule that has one; the others are left to a person. */
const PLANNERS: Readonly<Record<string, SitePlanner>> = {
  "publish-result-dropped": lookAtSent,
  "publish-taken-for-promise": notAPromise,
  "server-error-unheard": hearRefusals,
  "sent-taken-for-delivered": waitForConfirmation,
  "status-unheard": channels.hearStatus,
  "decision-on-message-text": channels.askForCode,
  "blind-repeat": repeatLater,
  "wrong-error-field": channels.readStatus,
  "retry-without-client-event-id": repeatSafely,
  "rejection-text-exposed": hideText,
  "swallowed-revocation": answerFailure,
  "all-or-nothing-fan-out": settleAll,
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
    answerSwallowed,
  );

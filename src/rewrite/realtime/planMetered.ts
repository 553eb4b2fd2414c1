import type { Planner } from "../planner.ts";
import { bringHelper, type HelperSource } from "./helperFile.ts";
import { meteredErrorsHelper } from "./meteredErrorsHelper.ts";
import { meteredHelper } from "./meteredHelper.ts";
import { checkCredential } from "./planCredential.ts";
import { awaitInLoop } from "./planDataChannel.ts";
import * as frames from "./planFrames.ts";
import { planSites, type SitePlanner } from "./planning.ts";
import { stopTracks } from "./planMedia.ts";
import { hearNegotiation } from "./planNegotiation.ts";
import { subscribeAgain } from "./planResubscribe.ts";
import * as rest from "./planRest.ts";
import { resendByCode } from "./planResend.ts";
import { repeatByFate } from "./planRetries.ts";
import * as sdk from "./planSdk.ts";
import * as sockets from "./planSockets.ts";
import { decideByCode } from "./planText.ts";
import { waitForWelcome } from "./planWelcome.ts";

type Planners = Readonly<Record<string, SitePlanner>>;

/** The planner of each rule of raw sockets that has one; the others are left to a person. */
const SOCKETS: Planners = {
  "frame-without-request-id": frames.sendWithId,
  "unhandled-error-frame": sockets.hearRefusals,
  "pending-request-never-settled": frames.settlePending,
  "open-taken-for-ready": waitForWelcome,
  "blind-frame-retry": resendByCode,
  "decision-on-message-text": decideByCode,
  "close-code-ignored": sockets.hearCloses,
  "socket-without-error-listener": sockets.hearErrors,
  "unguarded-frame-parse": sockets.guardParse,
  "send-without-ready-check": frames.sendWhenOpen,
  "reused-request-id": frames.freshRequestId,
  "going-away-ignored": sockets.hearGoingAway,
};

/** Those of the SDK and the REST API. */
const SDK: Planners = {
  "wrong-error-field": sdk.askForName,
  "blind-retry": repeatByFate,
  "server-error-unheard": sdk.hearServerErrors,
  "disconnect-unheard": sdk.hearTheEnd,
  "unchecked-token-provider": sdk.hearTokenFailures,
  "unchecked-credential": checkCredential,
  "resubscription-trusted": subscribeAgain,
  "media-call-throws": stopTracks,
  "negotiation-error-unheard": hearNegotiation,
  "async-listener": sdk.catchInListener,
  "code-switch-without-default": sdk.addDefault,
  "type-imported-as-value": sdk.importType,
  "detached-method": sdk.keepThis,
  "data-channel-send-in-loop": awaitInLoop,
  "unchecked-rest-status": rest.checkStatus,
  "unencoded-path-part": rest.encodePart,
};

const GROUPS: readonly (readonly [Planners, HelperSource])[] = [
  [SOCKETS, meteredHelper],
  [SDK, meteredErrorsHelper],
];

/** Plans the rewrites of what was seen of Metered's sockets, SDK and REST API. */
export const planMetered: Planner = (sites, module, modules, options) =>
  GROUPS.flatMap(([planners, helper]) =>
    planSites(
      "metered-realtime",
      planners,
      (needs, planning) => bringHelper(helper, needs, planning),
      sites,
      module,
      modules,
      options,
    ),
  );

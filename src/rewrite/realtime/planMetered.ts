import type { Planner } from "../planner.ts";
import { bringHelper } from "./helperFile.ts";
import { meteredHelper } from "./meteredHelper.ts";
import { planSites, type SitePlanner } from "./planning.ts";
import { checkCredential } from "./planCredential.ts";
import { awaitInLoop } from "./planDataChannel.ts";
import * as frames from "./planFrames.ts";
import { stopTracks } from "./planMedia.ts";
import { hearNegotiation } from "./planNegotiation.ts";
import { subscribeAgain } from "./planResubscribe.ts";
import * as sdk from "./planSdk.ts";
import * as sockets from "./planSockets.ts";

/** The planner of each rule that has one; the others are left to a person. */
const PLANNERS: Readonly<Record<string, SitePlanner>> = {
  "frame-without-request-id": frames.sendWithId,
  "unhandled-error-frame": sockets.hearRefusals,
  "pending-request-never-settled": frames.settlePending,
  "close-code-ignored": sockets.hearCloses,
  "socket-without-error-listener": sockets.hearErrors,
  "unguarded-frame-parse": sockets.guardParse,
  "send-without-ready-check": frames.sendWhenOpen,
  "reused-request-id": frames.freshRequestId,
  "going-away-ignored": sockets.hearGoingAway,
  "wrong-error-field": sdk.askForName,
  "server-error-unheard": sdk.hearServerErrors,
  "disconnect-unheard": sdk.hearTheEnd,
  "unchecked-token-provider": sdk.hearTokenFailures,
  "unchecked-credential": checkCredential,
  "resubscription-trusted": subscribeAgain,
  "media-call-throws": stopTracks,
  "negotiation-error-unheard": hearNegotiation,
  "data-channel-send-in-loop": awaitInLoop,
  "async-listener": sdk.catchInListener,
  "code-switch-without-default": sdk.addDefault,
  "type-imported-as-value": sdk.importType,
  "detached-method": sdk.keepThis,
  "unchecked-rest-status": sdk.checkStatus,
  "unencoded-path-part": sdk.encodePart,
};

/** Plans the rewrites of what was seen of Metered's sockets, SDK and REST API. */
export const planMetered: Planner = (sites, module, modules, options) =>
  planSites(
    "metered-realtime",
    PLANNERS,
    (needs, planning) => bringHelper(meteredHelper, needs, planning),
    sites,
    module,
    modules,
    options,
  );

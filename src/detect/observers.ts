import type { SourceModule } from "../syntax/sourceModule.ts";
import type { FateFinder } from "./fate.ts";
import { banFlows } from "./banFlow/observe.ts";
import { clients } from "./realtime/sdk/clients.ts";
import { sdkHandlers } from "./realtime/sdk/errorFields.ts";
import { restCalls } from "./realtime/sdk/restCalls.ts";
import { sdkUses } from "./realtime/sdk/sdkUses.ts";
import { typeImports } from "./realtime/sdk/typeImports.ts";
import { backend } from "./realtime/seuraa/backend.ts";
import { channels } from "./realtime/seuraa/channels.ts";
import { publishes } from "./realtime/seuraa/publishes.ts";
import { pendingRequests } from "./realtime/sockets/pendingRequests.ts";
import { socketFrames } from "./realtime/sockets/socketFrames.ts";
import { socketListeners } from "./realtime/sockets/socketListeners.ts";
import { responsePipes } from "./responsePipes.ts";
import type { Site } from "./site.ts";

/** Looks in a module for what no promise's fate tells. */
export type Observer = (fates: FateFinder, module: SourceModule) => readonly Site[];

/** All observers, asked in this order for every module that a contract can be reached from. */
export const observers: readonly Observer[] = [
  responsePipes,
  socketListeners,
  socketFrames,
  pendingRequests,
  clients,
  sdkHandlers,
  sdkUses,
  typeImports,
  restCalls,
  publishes,
  channels,
  backend,
  banFlows,
];

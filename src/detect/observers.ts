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

const BY_CONTRACT: readonly (readonly [contract: string, observe: Observer])[] = [
  ["superagent", responsePipes],
  ["metered-realtime", socketListeners],
  ["metered-realtime", socketFrames],
  ["metered-realtime", pendingRequests],
  ["metered-realtime", clients],
  ["metered-realtime", sdkHandlers],
  ["metered-realtime", sdkUses],
  ["metered-realtime", typeImports],
  ["metered-realtime", restCalls],
  ["seuraa-edge", publishes],
  ["seuraa-edge", channels],
  ["seuraa-edge", backend],
  ["pusher", banFlows],
];

/** The observers of some contracts, of all where none are named; asked in this order for every module that one can be reached from. */
export function observersOf(contracts?: ReadonlySet<string>): readonly Observer[] {
  return BY_CONTRACT.filter(([contract]) => contracts?.has(contract) ?? true).map(([, observe]) => observe);
}

import type { SourceModule } from "../syntax/sourceModule.ts";
import type { FateFinder } from "./fate.ts";
import { banFlows } from "./banFlow/observe.ts";
import { responsePipes } from "./responsePipes.ts";
import type { Site } from "./site.ts";

/** Looks in a module for what no promise's fate tells. */
export type Observer = (fates: FateFinder, module: SourceModule) => readonly Site[];

/** All observers, asked in this order for every module that a contract can be reached from. */
export const observers: readonly Observer[] = [responsePipes, banFlows];

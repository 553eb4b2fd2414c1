import type { Site } from "../detect/site.ts";
import type { EditPlan } from "../model/edit.ts";
import type { BanFlowOptions } from "../model/banFlow.ts";
import type { Choices } from "./intentFor.ts";

/** What the user and the config chose for rewrites. */
export interface RewriteOptions extends Choices {
  readonly logger?: string | undefined;
  readonly errorCheck: "auto" | "instanceof" | "name";
  readonly banFlow?: BanFlowOptions;
  /** Which rewrites are wanted; where one of several is `safe`, it decides. */
  readonly safety?: "safe" | "review";
}

/** The plan for some call sites of a file; `sites` tells which. Without edits where there is none, with the reason. */
export interface SitePlan {
  readonly sites: readonly Site[];
  readonly plan: Omit<EditPlan, "fingerprints">;
}

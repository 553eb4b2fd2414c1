import type { Site } from "../detect/site.ts";
import type { Modules } from "../resolve/modules.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { RewriteOptions, SitePlan } from "./sitePlan.ts";

/** Plans the rewrites for what observers saw in a module; it may take call sites along that its edits mend, too. */
export type Planner = (
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  options: RewriteOptions,
) => readonly SitePlan[];

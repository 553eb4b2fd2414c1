import { findContract } from "../contracts/index.ts";
import type { EditPlan } from "../model/edit.ts";
import type { Modules } from "../resolve/modules.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import { bringHelper, type HelperSource } from "./realtime/helperFile.ts";
import { seuraaHelper } from "./realtime/seuraaHelper.ts";
import { styleOf } from "./style.ts";

/** The helper files of the contracts whose handlers log a status that stands in the message only. */
const SOURCES: Readonly<Record<string, HelperSource>> = { "seuraa-edge": seuraaHelper };

/** A function that reads the status out of an error, and what a plan needs to have it in scope. */
export interface StatusHelper {
  readonly name: string;
  readonly brings: Pick<EditPlan, "shared" | "newFiles">;
}

/** The status helper of a contract, brought into a module; null where there is none, or it cannot be had there. */
export function statusHelperIn(
  contract: string,
  module: SourceModule,
  modules: Modules,
): StatusHelper | null {
  const name = findContract(contract)?.statusHelper;
  const source = SOURCES[contract];
  if (name === undefined || !source) return null;
  const helper = bringHelper(source, [name], { module, modules, style: styleOf(module) });
  if (!helper) return null;
  const { shared, newFiles } = helper;
  return { name, brings: { shared, ...(newFiles.length > 0 ? { newFiles } : {}) } };
}

import type { EditPlan } from "../model/edit.ts";
import type { FileChange } from "../model/result.ts";
import { combineEdits } from "../rewrite/plan.ts";
import { diffTexts } from "../text/diff.ts";
import { formatLike } from "../text/prettier.ts";
import { joinSourceText, readSourceText } from "../text/sourceText.ts";
import { splice } from "../text/splice.ts";
import type { RunOptions } from "./options.ts";

/**
 * The change that some plans make of a file; `before` is its text as on disk, a BOM included.
 * @throws {OverlapError} where the plans contradict each other.
 */
export async function composeChange(
  root: string,
  file: string,
  before: string,
  plans: readonly EditPlan[],
  options: Pick<RunOptions, "prettier">,
): Promise<FileChange> {
  const { text, hasBom } = readSourceText(before);
  const spliced = splice(text, combineEdits(plans)).text;
  const formatted = options.prettier ? await formatLike(text, spliced, `${root}/${file}`, root) : spliced;
  const after = joinSourceText(formatted, hasBom);
  return {
    file,
    before,
    after,
    ...diffTexts(file, before, after),
    fingerprints: plans.flatMap((plan) => plan.fingerprints),
  };
}

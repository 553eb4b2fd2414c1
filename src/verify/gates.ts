import type { Edit } from "../model/edit.ts";
import { SyntaxProblem } from "../syntax/parse.ts";
import { openModule, type SourceModule } from "../syntax/sourceModule.ts";
import { OverlapError, splice } from "../text/splice.ts";
import { compareBindings } from "./bindings.ts";
import { compareStructure, type Replaced } from "./structure.ts";

/** A rewritten file that passed the gates of one file, or why it did not. */
export type Verified =
  { readonly module: SourceModule; readonly text: string } | { readonly failure: string };

/** Gates 1, 2 and 4 of semantics.md: it parses, only what was meant to be inserted is new, and names mean what they meant. */
export function verifyEdits(
  before: SourceModule,
  edits: readonly Edit[],
  allowedNames: readonly string[] = [],
  replaced: readonly Replaced[] = [],
): Verified {
  try {
    const { text, inserted } = splice(before.text, edits);
    const after = openModule(text, before.file);
    const isInserted = (offset: number) => inserted.some(([start, end]) => start <= offset && offset < end);
    const failure =
      compareStructure(before, after, isInserted, replaced) ??
      compareBindings(before, after, edits, isInserted, allowedNames);
    return failure === null ? { module: after, text } : { failure };
  } catch (error) {
    if (error instanceof OverlapError) return { failure: "two rewrites touch the same characters" };
    if (error instanceof SyntaxProblem) return { failure: `the result does not parse: ${error.message}` };
    throw error;
  }
}

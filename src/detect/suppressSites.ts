import { allRules } from "../contracts/index.ts";
import { lineOf, parentOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Node } from "../syntax/node.ts";
import { reportedNode, ruleOf } from "./describe.ts";
import type { Site } from "./site.ts";
import { applySuppressions, findSuppressions, type UnusedSuppression } from "./suppressions.ts";

/** Which sites a comment suppresses, and which suppressions did nothing; `active` are the rules that the run looks for. */
export function suppressSites(
  sites: readonly Site[],
  module: SourceModule,
  active: readonly string[],
): { suppressed: readonly boolean[]; unused: readonly UnusedSuppression[] } {
  const comments = (module.ast.comments ?? []).map((comment) => ({
    start: comment.start ?? 0,
    end: comment.end ?? 0,
    value: comment.value,
    line: comment.loc?.start.line ?? 1,
    endLine: comment.loc?.end.line ?? 1,
  }));
  const suppressions = findSuppressions(comments);
  if (suppressions.length === 0) return { suppressed: sites.map(() => false), unused: [] };
  const places = sites.map((site) => ({
    rule: ruleOf(site),
    line: lineOf(reportedNode(site)),
    statementLine: statementLine(site.call, module),
  }));
  return applySuppressions(places, suppressions, { active, known: allRules().map((rule) => rule.id) });
}

/** The line on which the statement around a call starts. */
function statementLine(call: Node, module: SourceModule): number {
  for (let at: Node | undefined = call; at; at = parentOf(module, at))
    if (/Statement$|Declaration$/.test(at.type)) return lineOf(at);
  return lineOf(call);
}

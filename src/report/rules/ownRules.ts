import type { Rule } from "../../model/contract.ts";

/** Rules about the use of sadpath itself. They belong to no contract, and cannot be chosen by `--rule`. */
export const ownRules: readonly Rule[] = [
  {
    id: "sadpath/unused-suppression",
    contract: "sadpath",
    severity: "info",
    summary:
      "A suppression comment suppresses nothing: the call is handled by now, was moved, or the rule's name is wrong.",
    inProduction: "Nothing, until somebody writes an unsafe call below the comment: then nobody hears of it.",
    handling: "Remove the comment, or correct the rule that it names.",
    functions: [],
    notSafeWhen: "There is no rewrite: whether a comment still says something is for a person to judge.",
    before: "// sadpath-ignore-next-line pusher/api-error -- best effort\nsaveDraft(draft);",
    after: "saveDraft(draft);",
    sources: [],
  },
];

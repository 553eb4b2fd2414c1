import type { EditPlan } from "../../model/edit.ts";
import type { Asker } from "./asker.ts";

/** One change to decide about. */
export interface Question {
  readonly file: string;
  readonly plan: EditPlan;
  /** What to show before asking: what is wrong there, and the diff. */
  readonly text: string;
}

/** A plan that the user took, perhaps edited. */
export interface AcceptedPlan {
  readonly file: string;
  readonly plan: EditPlan;
  readonly isEdited: boolean;
}

/** Lets the user change a plan. @returns the new plan, or why there is none. */
export type EditPlanByHand<Q extends Question> = (
  question: Q,
) => Promise<EditPlan | { readonly problem: string }>;

const HELP = `y - apply this change
n - do not apply this change
a - apply this change and all later ones in this file
q - quit: neither this change nor any later one; those already accepted are applied
e - edit this change in $VISUAL or $EDITOR, then apply it
? - this help
`;

/**
 * Asks about each change, in the manner of `git add -p`. The end of the answers means `q`.
 * @returns what was accepted, in order.
 */
export async function askAboutPlans<Q extends Question>(
  questions: readonly Q[],
  asker: Asker,
  edit: EditPlanByHand<Q>,
): Promise<AcceptedPlan[]> {
  const accepted: AcceptedPlan[] = [];
  let acceptedFile: string | undefined;
  for (const [index, question] of questions.entries()) {
    const { file, plan } = question;
    if (file === acceptedFile) {
      accepted.push({ file, plan, isEdited: false });
      continue;
    }
    asker.show(`${question.text}\n`);
    const decision = await decide(
      question,
      `(${index + 1}/${questions.length}) Apply this change [y,n,a,q,e,?]? `,
      asker,
      edit,
    );
    if (decision === "quit") break;
    if (decision === "no") continue;
    if (decision === "all") acceptedFile = file;
    const isEdited = typeof decision === "object";
    accepted.push({ file, plan: isEdited ? decision : plan, isEdited });
  }
  return accepted;
}

type Decision = "yes" | "no" | "all" | "quit" | EditPlan;

const DECISIONS: Readonly<Record<string, Decision>> = { y: "yes", n: "no", a: "all", q: "quit" };

async function decide<Q extends Question>(
  question: Q,
  prompt: string,
  asker: Asker,
  edit: EditPlanByHand<Q>,
): Promise<Decision> {
  for (;;) {
    const answer = (await asker.ask(prompt))?.toLowerCase();
    if (answer === undefined) return "quit";
    const decision = DECISIONS[answer.slice(0, 1)];
    if (decision !== undefined) return decision;
    if (!answer.startsWith("e")) {
      asker.show(HELP);
      continue;
    }
    const edited = await edit(question);
    if (!("problem" in edited)) return edited;
    asker.show(`The edited change cannot be used: ${edited.problem}\n`);
  }
}

import type { Site } from "../detect/site.ts";
import type { Node } from "../syntax/node.ts";
import type { Tail } from "./handlingTypes.ts";
import type { Form, Intent } from "./intent.ts";
import { exitsLater } from "./promiseOf.ts";
import { hasAnswered, isFollowed } from "./surroundings.ts";

/** What the user chose. */
export interface Choices {
  readonly onError: "rethrow" | "log";
}

/** A form for a call site; `review` says why a person should look at it. */
export function intentFor(site: Site, form: Form, tail: Tail, title: string, review?: string): Intent {
  const handler = tail === "next" || tail === "return-next" ? (site.fate.boundary?.fn ?? null) : null;
  const base = { sites: [site], form, tail, handler, title };
  return review === undefined ? { ...base, safety: "safe" } : { ...base, safety: "review", reason: review };
}

/** What the handler does at the end, where the failure leaves its function. */
export function tailFor(site: Site, statement: Node | null, choices: Choices): Tail {
  const kind = site.fate.boundary?.kind;
  const follows = statement !== null && isFollowed(statement, site.module);
  // A shutdown has to go on to its exit, announced or not.
  if (kind === "lost") return follows && !exitsLater(statement, site.module) ? "return" : "nothing";
  if (
    kind === "express" &&
    site.fate.boundary?.fn &&
    hasAnswered(site.fate.at, site.fate.boundary.fn, site.module)
  )
    return follows ? "return" : "nothing";
  if (kind === "express") return follows ? "return-next" : "next";
  return choices.onError === "log" && site.fate.boundary?.fn ? "nothing" : "throw";
}

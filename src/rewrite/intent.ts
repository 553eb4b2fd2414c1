import type * as t from "@babel/types";
import type { Safety } from "../model/contract.ts";
import type { Site } from "../detect/site.ts";
import type { Node } from "../syntax/node.ts";
import type { Distinction } from "../model/contract.ts";
import type { EndCallback } from "../detect/endCallbacks.ts";
import type { Tail } from "./handlingTypes.ts";

/** What a rewrite is going to do with one call site; several sites may share one. */
export type Form =
  /** Statements of one list, or one that is the whole body of an `if` or a loop, go into a `try`. */
  | {
      readonly kind: "wrap";
      readonly first: t.Statement;
      readonly last: t.Statement;
      readonly awaits: readonly Node[];
    }
  /** An arrow function's expression body becomes a block with a `try`; where its promise is lost anyway, an async one without a `return`. */
  | {
      readonly kind: "arrow";
      readonly fn: t.ArrowFunctionExpression;
      readonly isAwaited: boolean;
      readonly isLost: boolean;
    }
  /** A `try` without `catch` gets one. */
  | { readonly kind: "add-catch"; readonly statement: t.TryStatement; readonly awaits: readonly Node[] }
  /** `.catch(…)` is put behind a promise. */
  | { readonly kind: "chain"; readonly node: Node }
  /** A floating call goes into an async function, so that what it throws at once is caught too. */
  | { readonly kind: "iife"; readonly node: Node }
  /** An empty catch clause or handler gets a log line. */
  | { readonly kind: "fill"; readonly handler: Node }
  /** A returned promise is awaited, so that the `catch` around it sees its failure. */
  | { readonly kind: "await"; readonly node: Node }
  /** `.end()` gets a callback. */
  | { readonly kind: "end"; readonly call: Node }
  /** A request's callback looks at its error first. */
  | { readonly kind: "check"; readonly callback: EndCallback }
  /** A handler tells one failure from the others. */
  | {
      readonly kind: "tell";
      readonly handler: Node;
      readonly distinction: Distinction;
      /** The handler is a request's callback: it is called on success, too. */
      readonly isCallback: boolean;
    }
  | { readonly kind: "none" };

/** A form with all that decides its text. */
export interface Intent {
  readonly sites: readonly Site[];
  readonly form: Form;
  readonly tail: Tail;
  /** The handler whose `next` is called, for the tails that do. */
  readonly handler: Node | null;
  /** The function that the failure is handed to, for the tail that does. */
  readonly handOn?: string;
  readonly safety: Safety;
  readonly title: string;
  /** Why it is not `safe`, or why there is no rewrite. */
  readonly reason?: string;
}

/** No rewrite, and why. */
export function declined(site: Site, reason: string): Intent {
  return {
    sites: [site],
    form: { kind: "none" },
    tail: "nothing",
    handler: null,
    safety: "manual",
    title: "needs a person",
    reason,
  };
}

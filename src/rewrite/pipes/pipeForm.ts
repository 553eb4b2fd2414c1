import type { Node } from "../../syntax/node.ts";

/** A stream at the end of a pipe, or between two. */
export interface Destination {
  readonly node: Node;
  /** The name it has already; null where it is made in place and needs one. */
  readonly name: string | null;
  /** `process.stdout`: never ends and must not be destroyed. */
  readonly isStdio: boolean;
}

/** What the transfer's failure is given to. */
export type Report =
  /** The function that rejects the promise in whose executor the pipe stands. */
  | {
      readonly kind: "reject";
      readonly name: string;
      readonly parameter: readonly { start: number; text: string }[];
    }
  /** Somebody listens to the destination's errors already. */
  | { readonly kind: "own"; readonly parameter: readonly { start: number; text: string }[] }
  /** A Node-style callback that the destination's listeners call on success. */
  | { readonly kind: "callback"; readonly name: string }
  /** The caller waits for it. */
  | { readonly kind: "await" }
  /** Nobody: it is logged; `lines` are what the code did about a failure before, where it did something. */
  | { readonly kind: "log"; readonly errorName: string | null; readonly lines: readonly string[] };

/** How the statement goes on around the pipe. */
export type Around = "statement" | "return" | "declare" | "assign" | "arrow" | "expression";

/** All that the rewrite of one pipe depends on. */
export interface PipeForm {
  /** An HTTP response as destination is answered, any other stream is destroyed. */
  readonly http: { readonly next: string | null; readonly isExpress: boolean } | null;
  /** The expression that makes the request, or the variable that holds it. */
  readonly request: Node;
  readonly destinations: readonly Destination[];
  /** Streams that the last destination is piped into elsewhere: they end with it. */
  readonly onward: readonly string[];
  readonly report: Report;
  readonly around: Around;
  /** The node whose text is replaced: a statement, an arrow's body, or an expression. */
  readonly replaced: Node;
  /** A statement that goes because what it gave is not needed any more: `const res = await …`. */
  readonly dropped: Node | null;
  /** What stands behind the pipe in its chain: listeners on the destination. */
  readonly rest: { readonly start: number; readonly end: number } | null;
  /** Statements on the response that run when it arrives, in its listener. */
  readonly onResponse: readonly Node[];
  /** The name that those use for the response. */
  readonly responseName: string | null;
  /** Statements of a callback that goes, in front of the pipe and behind it. */
  readonly before: readonly Node[];
  readonly after: readonly Node[];
  /** `"close"` literals that have to become `"finish"`, or a broken transfer passes for a complete one. */
  readonly closes: readonly Node[];
  /** What the log line calls the request: "superagent.get". */
  readonly label: string;
}

/** Why a pipe is left to a person. */
export interface PipeRefusal {
  readonly refusal: string;
}

import type { Disposition, Ending } from "../model/finding.ts";
import type { Evaluator } from "../resolve/evaluator.ts";
import type { Step } from "../resolve/value.ts";
import type { FunctionNode, Node } from "../syntax/node.ts";
import type { Binding } from "../syntax/scope.ts";
import { lineOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { EndCallback } from "./endCallbacks.ts";
import type { PipeListeners } from "./pipeListeners.ts";
import type { HandlerKind } from "./handlers.ts";

/** How the function that a failure leaves stands to it: lost with it, an Express 4 handler, or somebody's business further on. */
export interface Boundary {
  readonly fn: FunctionNode | null;
  /** `mixed`: lost in one use of the function, handed on in another. */
  readonly kind: "lost" | "express" | "onward" | "mixed";
  /** The function is only ever called by its name in this project: whoever calls it gets the promise. */
  readonly isOnlyCalled?: boolean;
}

/** What becomes of a promise's failure. */
export interface Fate {
  readonly ending: Ending;
  /**
   * What happens in the function of the expression itself.
   * `handled` or `silent`: a handler there; `lost`: nobody holds the promise; `leaves`: it goes to `boundary`.
   */
  readonly here: "handled" | "silent" | "lost" | "leaves";
  readonly disposition: Disposition;
  readonly boundary?: Boundary;
  /** The node that handles or swallows it: a catch clause or a handler function. */
  readonly handler?: Node;
  /** The handler hands the failure to `next`, a framework's error path. */
  readonly forwards?: boolean;
  /** Where that is decided: the `await`, the returned expression, or the outermost expression whose promise is lost. */
  readonly at: Node;
  readonly module: SourceModule;
  /** The call that takes the function of the failing call as an argument (`retry(() => …)`), and carries its failure on. */
  readonly carrier?: Node;
  /** That call takes it as a helper does (`retry`), and not as one element of many (`map`). */
  readonly isPassed?: boolean;
  /** The failure only goes round: the function that it leaves is called by itself. */
  readonly isCycle?: boolean;
  /** A request that nothing sends. */
  readonly isUnsent?: boolean;
  /** A request that is sent by its callback and as a promise as well. */
  readonly isSentTwice?: boolean;
  /** A request sent with a callback. */
  readonly callback?: EndCallback;
  /** A request that is streamed: the call that pipes it. */
  readonly pipe?: Node;
  /** For a pipe: who listens to it. */
  readonly listeners?: PipeListeners;
  /** For an awaited pipe: a `catch` around it sees what is thrown there. */
  readonly isCaught?: boolean;
  /** A stream is piped into the request: its failure is an event there. */
  readonly isUpload?: boolean;
  /** A pipe that somebody listens to, though not to all of it. */
  readonly isPartial?: boolean;
  /** It is piped, and awaited or chained too. */
  readonly isMixed?: boolean;
  /** What becomes of its promise then. */
  readonly promise?: Fate;
  /** The question asked itself: this answer says nothing. */
  readonly isAgain?: boolean;
  readonly steps: readonly Step[];
}

const GRAVITY: Readonly<Record<Ending, number>> = {
  nowhere: 6,
  express: 5,
  outside: 4,
  framework: 3,
  "silent-drop": 2,
  caller: 1,
  contained: 0,
};

/** The graver of two fates; the first where they are alike. */
export function graver(a: Fate, b: Fate): Fate {
  return GRAVITY[b.ending] > GRAVITY[a.ending] ? b : a;
}

/** Whether the first ending is graver than the second. */
export function isGraver(a: Ending, b: Ending): boolean {
  return GRAVITY[a] > GRAVITY[b];
}

/** Follows the failures of promises; `Fates` is the implementation. */
export interface FateFinder {
  readonly tracer: Evaluator;
  /** What becomes of the failure of a promise-valued expression. */
  of(node: Node, module: SourceModule): Fate;
  /** What becomes of an error thrown at a node. */
  thrown(node: Node, module: SourceModule): Fate;
  /** What becomes of a failure that leaves a function at a node. */
  leaves(fn: FunctionNode | null, at: Node, module: SourceModule): Fate;
  /** What becomes of the promise (or array of promises) that a variable holds. */
  binding(binding: Binding, node: Node, module: SourceModule): Fate;
}

/** A fate that is decided at a node. */
export function settled(
  ending: Ending,
  here: Fate["here"],
  disposition: Disposition,
  at: Node,
  module: SourceModule,
): Fate {
  return { ending, here, disposition, at, module, steps: [] };
}

/** Nobody holds the promise. */
export function lost(disposition: Disposition, at: Node, module: SourceModule): Fate {
  return settled("nowhere", "lost", disposition, at, module);
}

/** The same fate under another disposition. */
export function as(disposition: Disposition, fate: Fate): Fate {
  return { ...fate, disposition };
}

/** The fate that a handler decides. */
export function byHandler(
  kind: HandlerKind,
  disposition: Disposition,
  handler: Node,
  at: Node,
  module: SourceModule,
): Fate {
  const ending: Ending = kind === "empty" ? "silent-drop" : "contained";
  return {
    ...settled(ending, kind === "empty" ? "silent" : "handled", disposition, at, module),
    handler,
    forwards: kind === "forwards",
  };
}

/** A step of the way of a failure, for the report. */
export function stepAt(node: Node, module: SourceModule, note: string): Step {
  return { file: module.file, line: lineOf(node), note };
}

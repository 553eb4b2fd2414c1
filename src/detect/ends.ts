import type { Ending } from "../model/finding.ts";
import type { Step } from "../resolve/value.ts";
import type { Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import { isGraver, stepAt, type Boundary, type Fate } from "./fate.ts";
import type { FrameworkEnd } from "./frameworks.ts";

/** Where a failure ends that leaves a function, and how the function stands to that. */
export interface End {
  readonly ending: Ending;
  readonly kind: Boundary["kind"];
  readonly steps: readonly Step[];
  /** Every use of the function is a call by name, whose caller gets the promise. */
  readonly isOnlyCalled: boolean;
  /** The function calls itself: that call says nothing of where the failure ends. */
  readonly isCycle?: boolean;
  /** The function is written right into a call that carries its failure on: what becomes of that call's promise. */
  readonly carrier?: { readonly call: Node; readonly fate: Fate };
}

/** The function is lost where it is: a timer, a listener, a callback whose result is dropped. */
export const NOWHERE: End = { ending: "nowhere", kind: "lost", steps: [], isOnlyCalled: false };

/** A helper whose doings are not known: the failure is handed on to it, whatever becomes of its own promise. */
export const UNKNOWN: End = { ending: "nowhere", kind: "onward", steps: [], isOnlyCalled: false };

/** Nobody in the project calls it. */
export const OUTSIDE: End = { ending: "outside", kind: "onward", steps: [], isOnlyCalled: false };

/** What a framework makes of a rejection, in words for the report. */
export function byFramework(end: FrameworkEnd, node: Node, module: SourceModule): End {
  const note =
    end === "framework"
      ? "the framework answers with an error"
      : end === "express"
        ? "an Express 4 handler, which does not see rejections"
        : "nobody sees the rejection";
  return {
    ending: end,
    kind: end === "express" ? "express" : end === "nowhere" ? "lost" : "onward",
    steps: [stepAt(node, module, note)],
    isOnlyCalled: false,
  };
}

/** A function used by name is its own boundary, wherever its failure goes on to. */
export function withoutCarrier(end: End): End {
  const { carrier: _, ...plain } = end;
  return { ...plain, ending: end.ending === "contained" ? "caller" : end.ending };
}

/** The gravest end; the function counts as lost, or as a handler, only where every use of it says so. */
export function combine(ends: readonly End[]): End {
  const [first, ...rest] = ends as [End, ...End[]];
  if (rest.length === 0) return first;
  const worst = rest.reduce((a, b) => (isGraver(b.ending, a.ending) ? b : a), first);
  const isUniform = ends.every((end) => end.kind === worst.kind);
  const { carrier: _, ...plain } = worst;
  const ending: Ending = plain.ending === "contained" ? "caller" : plain.ending;
  return {
    ...plain,
    ending,
    kind: isUniform ? worst.kind : ends.some((end) => end.kind !== "onward") ? "mixed" : "onward",
    isOnlyCalled: ends.every((end) => end.isOnlyCalled),
  };
}

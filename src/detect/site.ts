import type { Distinction, Severity } from "../model/contract.ts";
import type { SdkCallValue } from "../resolve/value.ts";
import type { Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { BanFlow } from "./banFlow/banFlow.ts";
import type { Fate } from "./fate.ts";

/** What a site says of itself, where it is no promise's fate: a listener that is missing, a step that comes too late. */
export interface Observation {
  readonly severity: Severity;
  /** One sentence: what can fail here, and what happens then. */
  readonly message: string;
  /** Why there is no rewrite, where no planner of the contract makes one. */
  readonly advice: string;
  /** It counts as a call of its own in the summary. */
  readonly isCall: boolean;
  /** What the contract's planner needs to know of it. */
  readonly detail?: unknown;
}

/** A call whose promise fails when a contract's function fails. */
export interface Site {
  /** The call; for an observation whatever node shows it. */
  readonly call: Node;
  readonly contract: string;
  readonly name: string;
  /** `direct`: a method of the SDK; `wrapper`: a project function that hands the promise on; `opaque`: one that awaited it and let the failure out. */
  readonly via: "direct" | "wrapper" | "opaque";
  readonly fate: Fate;
  readonly value: SdkCallValue;
  readonly module: SourceModule;
  /** The rule it breaks, where that is not its function's, without the contract's name. */
  readonly rule?: string;
  /** For a terminate: the flow that throws the user out. */
  readonly banFlow?: BanFlow;
  /** It is no call whose promise is followed, but something an observer saw. */
  readonly observed?: Observation;
  /** What it calls is no async function: it may throw at once. */
  readonly mayThrow?: boolean;
  /** It gives a request that is not sent yet, which whoever gets it may go on building. */
  readonly isRequest?: boolean;
  /** What its handler should tell and does not. */
  readonly lack?: Distinction;
  /** For a pipe: the call that makes the request, where it is seen. */
  readonly request?: Node;
  /** The calls in this file that lose the promise of this call's function, where those are all its calls: a handler there is enough. */
  readonly losers?: readonly Node[];
}

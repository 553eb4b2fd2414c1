import type { Distinction, StatusBranch } from "../model/contract.ts";
import type { Logger } from "./logger.ts";
import type { Style } from "./style.ts";

/** How the handler tells an error of the SDK from others. */
export type ErrorCheck =
  | { readonly form: "instanceof"; readonly className: string }
  | { readonly form: "name"; readonly narrows: boolean }
  /** There is no class: status, code and message are read from whatever it is. */
  | { readonly form: "fields" };

/** What the handler does after it has logged. */
export type Tail = "throw" | "nothing" | "return" | "next" | "return-next" | "hand-on";

/** All that the lines of a handler depend on. */
export interface Handling {
  /** For example "pusher.trigger". */
  readonly label: string;
  readonly logNote: string;
  readonly branches: readonly StatusBranch[];
  /** Failures that the handler tells by the error's fields. */
  readonly distinctions: readonly Distinction[];
  readonly check: ErrorCheck;
  /** The fields that the form "fields" logs. */
  readonly logged: readonly string[];
  /** The name of the SDK's error class, for the form without a binding. */
  readonly errorClass: string;
  /** The function in scope that reads the status out of the error; then that is logged, and not the message. */
  readonly statusHelper: string | null;
  readonly logger: Logger;
  readonly tail: Tail;
  /** The function that gets the error, for the tail "hand-on". */
  readonly handOn: string;
  readonly errorName: string;
  /** Other code stands in the same `try`: what is no error of the SDK is not ours to log. */
  readonly isShared: boolean;
  /** The process ends after it, and its exit code has to tell. */
  readonly endsScript: boolean;
  /** The variable is `unknown` to the type checker (a catch clause in TypeScript), not `any`. */
  readonly isUnknown: boolean;
  readonly style: Style;
}

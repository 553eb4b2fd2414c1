import { faultOf } from "./faults.ts";
import type { CellRecord } from "./types.ts";

/** What can be wrong with a cell. */
export type Problem =
  /** Neither success nor failure: somebody waits for ever. */
  | "HANG"
  /** An uncaught exception or an unhandled rejection, which ends a Node process. */
  | "CRASH"
  /** An error page or a part of the content passed off as the whole. */
  | "BAD"
  /** A failure that nobody is told of, although all is closed. */
  | "SILENT"
  /** Told twice in the same way. */
  | "TWICE"
  /** A promise that resolves, or a callback that is called, before the transfer is complete. */
  | "EARLY"
  /** A failure reported although there was none. */
  | "FALSE"
  /** The destination is neither finished nor destroyed. */
  | "OPEN"
  /** The connection to the server stays open. */
  | "LEAK"
  /** A log line with a query string's token or a piece of an answer. */
  | "SECRET";

/** What a cell comes to. */
export interface Verdict {
  readonly problems: readonly Problem[];
  /** Who was told of what, and which problems there are, in a few words. */
  readonly text: string;
}

/** What is to be expected of a program. */
export interface Expectation {
  /** The digest of the whole content at the end of this program's pipe, and of an empty one. */
  readonly content: string;
  readonly empty: string;
  /** False if an empty body is an error to the program itself: an unzipping one, for instance. */
  readonly mayBeEmpty: boolean;
  /** True if the promise that the program returns means that the transfer is complete. */
  readonly isAwaited: boolean;
}

const secrets = /s3cr3t|NOT FOUND PAGE|ERROR PAGE/;

/**
 * Judges one cell by what became of the promise, the callback, the client, the destinations and the log. Lines that the
 * fixture writes before its rewrite, too, are its own affair.
 */
export function judge(
  record: CellRecord,
  expected: Expectation,
  ownLines: readonly string[] = record.lines,
): Verdict {
  const { kind, empty } = faultOf(record.fault);
  const isSuccess = kind === "success" && (!empty || expected.mayBeEmpty);
  const digest = empty ? expected.empty : expected.content;
  const told = listTold(record);
  const isToldOf = told.length > 0;
  const isComplete = isWhole(record, digest);
  const problems: Problem[] = [];
  const found = (problem: Problem, isSo: boolean): void => void (isSo && problems.push(problem));

  found("CRASH", record.uncaught.length + record.unhandled.length > 0);
  found("BAD", passesOffAsWhole(record, digest));
  found("EARLY", isTooEarly(record, expected));
  found("TWICE", isToldTwice(record, told));
  found("FALSE", isSuccess && isToldOf);
  found("HANG", isStillWaiting(record) || (!isToldOf && !isComplete && hasNotEnded(record)));
  found("SILENT", !isToldOf && !isComplete && record.answer?.state !== "left" && problems.length === 0);
  found("OPEN", isToldOf && isOpen(record));
  found("LEAK", record.upstreamOpen > 0);
  found(
    "SECRET",
    record.lines.some((line) => secrets.test(line) && !ownLines.includes(line)),
  );
  return { problems, text: describe(record, told, problems, isComplete) };
}

interface Told {
  readonly way: "rejects" | "throws" | "errors" | "calls back" | "next" | "logs" | "answers";
  readonly what: string;
}

/** Everybody who learns of a failure, and how. */
function listTold(record: CellRecord): Told[] {
  const { promise, threw, callbacks, nexts, reports, answer } = record;
  const told: Told[] = [];
  if (promise?.state === "rejected") told.push({ way: "rejects", what: promise.error ?? "" });
  if (threw !== undefined) told.push({ way: "throws", what: threw });
  for (const error of callbacks) if (error !== null) told.push({ way: "calls back", what: error });
  for (const error of record.streamErrors) told.push({ way: "errors", what: error });
  for (const error of nexts) told.push({ way: "next", what: error });
  for (const line of reports) told.push({ way: "logs", what: line });
  if (answer?.state === "cut") told.push({ way: "answers", what: "cut" });
  if (answer?.state === "complete" && answer.status >= 400)
    told.push({ way: "answers", what: `${answer.status}` });
  return told;
}

/** True if all that the program wrote to is finished and holds the whole content. */
function isWhole({ answer, destinations }: CellRecord, digest: string): boolean {
  if (answer) return answer.state === "complete" && answer.status < 400 && answer.digest === digest;
  return (
    destinations.length > 0 &&
    destinations.every((destination) => destination.state === "finished" && destination.digest === digest)
  );
}

/** True if something is finished, and looks like a success, but is not the whole content. */
function passesOffAsWhole(record: CellRecord, digest: string): boolean {
  const { promise, callbacks, reports, answer, destinations } = record;
  if (answer) return answer.state === "complete" && answer.status < 400 && answer.digest !== digest;
  const isWrong = destinations.some((destination) => destination.digest !== digest);
  const isPartFinished = destinations.some(
    (destination) => destination.state === "finished" && destination.digest !== digest,
  );
  const hasResolved = promise?.state === "resolved" && promise.beforeComplete === false;
  return isPartFinished || (isWrong && ((hasResolved && reports.length === 0) || callbacks.includes(null)));
}

/** True if success was announced while a destination was still open. */
function isTooEarly({ promise, callbacks, destinations }: CellRecord, { isAwaited }: Expectation): boolean {
  const isOpenAtEnd = destinations.some(({ state }) => state === "open");
  return (isAwaited && promise?.beforeComplete === true) || (callbacks.includes(null) && isOpenAtEnd);
}

/** True if there are more reports of one kind than there are transfers. */
function isToldTwice({ callbacks, destinations }: CellRecord, told: readonly Told[]): boolean {
  const transfers = Math.max(destinations.length, 1);
  return (
    callbacks.length > 1 ||
    told.some(({ way }) => told.filter((other) => other.way === way).length > transfers)
  );
}

/** True if a promise is pending, a callback was not called, or the client of a handler has no answer. */
const isStillWaiting = ({ promise, answer, takesCallback, callbacks, threw }: CellRecord): boolean =>
  promise?.state === "pending" ||
  answer?.state === "pending" ||
  (takesCallback && callbacks.length === 0 && threw === undefined);

/** True if a destination is open, or if there is none yet. */
const hasNotEnded = (record: CellRecord): boolean =>
  isOpen(record) || (record.destinations.length === 0 && !record.answer);

const isOpen = ({ destinations }: CellRecord): boolean => destinations.some(({ state }) => state === "open");

function describe(
  record: CellRecord,
  told: readonly Told[],
  problems: readonly Problem[],
  isComplete: boolean,
): string {
  const ways = [...new Set(told.map(({ way, what }) => (way === "answers" ? what : way)))].toSorted();
  const parts = [...ways, ...problems];
  if (record.answer?.state === "left") parts.unshift("client gone");
  else if (parts.length === 0) parts.push(isComplete ? "ok" : "nothing");
  return parts.join(", ");
}

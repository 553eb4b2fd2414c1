import { errorCodes, httpStatuses, statusValues } from "../../../src/contracts/seuraa/signals.ts";
import type { Fault, Outcome } from "./runProgram.ts";

/** A pattern, the program that shows it, the faults that it meets, and how its end is put in words. */
export interface Scenario {
  readonly pattern: string;
  readonly program: string;
  readonly title: string;
  readonly faults: readonly (readonly [label: string, fault: Fault])[];
  judge(outcome: Outcome): string;
}

/** The codes that can refuse a publish. */
const REFUSING = /^(authorization\.publish_denied|channel\.not_subscribed|event|payload|rate_limit|service)/;

const refused = (kind: "refuse-publish" | "refuse-subscribe", names: RegExp = /./) =>
  errorCodes
    .filter(({ name }) => names.test(name))
    .map(({ name, retry }) => [`${name} (${retry})`, { kind, code: name }] as const);
const statuses = httpStatuses.map(
  ({ name, retry }) => [`${name} (${retry})`, { kind: "http", status: Number(name) }] as const,
);
const http = [...statuses, ["no answer", { kind: "network" }] as const];
const away = ["the socket is away", { kind: "unavailable" }] as const;
const fine = ["nothing", { kind: "none" }] as const;
const unconfirmed = ["no confirmation comes", { kind: "unconfirmed" }] as const;

const isTold = ({ lines }: Outcome, what: RegExp): boolean => lines.some((line) => what.test(line));
const ofMarks = ({ marks }: Outcome): string =>
  marks.length > 0 ? `shown as ${marks.join(", ")}` : "nothing is shown";
const died = ({ exitCode }: Outcome): boolean => exitCode !== 0;
const code = /\w+\.\w+/;
const status = /\b[45]\d\d\b|fetch failed/;

/** All that is measured. */
export const scenarios: readonly Scenario[] = [
  {
    pattern: "B1",
    program: "b1",
    title: "a publish whose result is dropped",
    faults: [away, fine],
    judge: (outcome) => (isTold(outcome, /not sent/) ? "reported" : "nothing is said"),
  },
  {
    pattern: "B2",
    program: "b2",
    title: "a publish that is taken for a promise",
    faults: [fine, away, unconfirmed, ...refused("refuse-publish", REFUSING)],
    judge: ofMarks,
  },
  {
    pattern: "B3",
    program: "b3",
    title: "a channel whose refusals nobody reads",
    faults: [fine, ...refused("refuse-subscribe")],
    judge: (outcome) => (isTold(outcome, code) ? "reported with its code" : "nothing is said"),
  },
  {
    pattern: "B3",
    program: "b3-late",
    title: "a listener that is registered behind `subscribe`",
    faults: [
      [
        "authorization.subscribe_denied, at once",
        { kind: "refuse-subscribe", code: "authorization.subscribe_denied" },
      ],
    ],
    judge: (outcome) => (isTold(outcome, code) ? "reported with its code" : "nothing is said"),
  },
  {
    pattern: "B3",
    program: "b3-some",
    title: "a `switch` that names one code",
    faults: refused("refuse-subscribe"),
    judge: (outcome) => (isTold(outcome, code) ? "reported with its code" : "nothing is said"),
  },
  {
    pattern: "B4",
    program: "b4",
    title: "`sent` that is taken for delivered",
    faults: [fine, away, unconfirmed, ...refused("refuse-publish", REFUSING)],
    judge: ofMarks,
  },
  {
    pattern: "B5",
    program: "b5",
    title: "a channel whose connection nobody watches",
    faults: statusValues.map(({ name }) => [name, { kind: "status", value: name }] as const),
    judge: (outcome) => (isTold(outcome, /connection: (error|retrying)/) ? "reported" : "nothing is said"),
  },
  {
    pattern: "B7",
    program: "b7",
    title: "a decision on the text of a refusal",
    faults: [
      [
        "the documented text",
        {
          kind: "refuse-subscribe",
          code: "authorization.subscribe_denied",
          message: "subscribe is not authorized",
        },
      ],
      [
        "the text became more specific",
        {
          kind: "refuse-subscribe",
          code: "authorization.subscribe_denied",
          message: "subscribe is not authorized: expired",
        },
      ],
    ],
    judge: (outcome) => (isTold(outcome, /no access/) ? "the branch runs" : "the branch does not run"),
  },
  {
    pattern: "B8",
    program: "b8",
    title: "an error handler that repeats",
    faults: refused("refuse-publish"),
    judge({ published, waits }) {
      if (published.length === 1) return "sent once";
      const grows = waits.every((ms, index) => index === 0 || ms > (waits[index - 1] ?? 0));
      if (published.length > 50) return "repeated at once, without end";
      return `sent ${published.length} times, ${grows && waits.length === published.length - 1 ? "after growing waits" : "at once"}`;
    },
  },
  {
    pattern: "N1",
    program: "n1",
    title: "a publish of the backend that floats",
    faults: http,
    judge: (outcome) =>
      died(outcome)
        ? "the process dies"
        : isTold(outcome, status)
          ? "reported, the process goes on"
          : "nothing is said",
  },
  {
    pattern: "N2",
    program: "n2",
    title: "a publish of the backend without a guard",
    faults: http,
    judge(outcome) {
      const { result } = outcome;
      const reaches = result !== null && result !== "done" && "rejected" in result;
      return `${isTold(outcome, status) ? "reported" : "not reported"}, ${reaches ? "and the caller hears of it" : "and the caller hears nothing"}`;
    },
  },
  {
    pattern: "N3",
    program: "n3",
    title: "a publish that is repeated",
    faults: http,
    judge({ published }) {
      if (published.length === 1) return "sent once";
      const ids = new Set(published);
      return `sent ${published.length} times, ${ids.size === 1 && !ids.has(null) ? "with one id" : "without an id"}`;
    },
  },
  {
    pattern: "N4",
    program: "n4",
    title: "a branch for 429 (the body of every answer holds that number, too)",
    faults: statuses,
    judge: ({ lines }) => (lines.includes("later") ? "waits for later" : "gives up"),
  },
  {
    pattern: "N5",
    program: "n5",
    title: "a rejection whose text is sent to the user",
    faults: statuses,
    judge({ result, lines }) {
      const text = result !== null && result !== "done" && "text" in result ? result.text : "";
      const told = lines.some((line) => status.test(line) && !line.includes("secret-host"));
      return `${text.includes("secret-host") ? "the user sees the server's answer" : "the user sees a fixed text"}${told ? ", the log the status" : ""}`;
    },
  },
  {
    pattern: "N6",
    program: "n6",
    title: "a revocation that is swallowed",
    faults: [fine, ...http],
    judge({ result, lines }) {
      const answer = result !== null && result !== "done" && "status" in result ? result.status : 0;
      return `answers ${answer}${lines.some((line) => status.test(line)) ? ", reported" : ""}`;
    },
  },
  {
    pattern: "N7",
    program: "n7",
    title: "a publish to three users, of which the second is refused",
    faults: statuses.map(
      ([label, { status: number }]) => [label, { kind: "http-one", status: number }] as const,
    ),
    judge: ({ lines }) =>
      lines.some((line) => /1 of 3: #1: \d{3}/.test(line))
        ? "says who was not told, and why"
        : "says that something failed",
  },
];

/** The patterns that are measured against the double: for the table of all patterns. */
export const provedPatterns: ReadonlySet<string> = new Set(scenarios.map(({ pattern }) => pattern));

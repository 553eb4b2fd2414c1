import { closeCodes, errorCodes } from "../../../src/contracts/metered/signals.ts";
import type { Fault } from "./meteredServer.ts";
import type { Program } from "./programs.ts";

/** How a run is judged: `judges.ts` has one function for each. */
export type Judged =
  | "raw refusal"
  | "raw close"
  | "garbage"
  | "refused connection"
  | "probe"
  | "pending"
  | "resend"
  | "sdk refusal"
  | "sdk close"
  | "sdk retry";

/** A table of the proof: a program, the faults that it meets, and the patterns that this proves. */
export interface Section {
  readonly title: string;
  readonly program: Program;
  readonly isNative?: boolean;
  readonly patterns: readonly string[];
  readonly rows: readonly { readonly fault: string; readonly send: Fault; readonly judged: Judged }[];
}

const refusals = (judged: Judged): Section["rows"] =>
  errorCodes.map(({ name, retry }) => ({
    fault: `${name} (${retry})`,
    send: { kind: "refuse", code: name },
    judged,
  }));

// 4000 is the client's own: no server sends it.
const closes = (kind: "close" | "close-in-flight", judged: Judged): Section["rows"] =>
  closeCodes
    .filter(({ name }) => name !== "4000")
    .map(({ name, retry }) => ({ fault: `${name} (${retry})`, send: { kind, code: Number(name) }, judged }));

/** Not for Node's own socket: whether a listener that throws ends the process differs between its versions. */
const rest: Section["rows"] = [
  { fault: "a frame that is no JSON", send: { kind: "garbage" }, judged: "garbage" },
  { fault: "nobody listens at the address", send: { kind: "cut" }, judged: "refused connection" },
];

/** Everything that is measured for Metered Realtime. */
export const sections: readonly Section[] = [
  {
    title: "The `ws` package: each refusal of a publish",
    program: "ws.js",
    patterns: ["R1", "R2"],
    rows: refusals("raw refusal"),
  },
  {
    title: "The `ws` package: each close code, a publish in flight",
    program: "ws.js",
    patterns: ["R1", "R5"],
    rows: closes("close-in-flight", "raw close"),
  },
  { title: "The `ws` package: other faults", program: "ws.js", patterns: ["R6", "R7"], rows: rest },
  {
    title: "Node's own WebSocket: each refusal of a publish",
    program: "native.js",
    isNative: true,
    patterns: ["R1", "R2"],
    rows: refusals("raw refusal"),
  },
  {
    title: "Node's own WebSocket: each close code, a publish in flight",
    program: "native.js",
    isNative: true,
    patterns: ["R1", "R5"],
    rows: closes("close-in-flight", "raw close"),
  },
  {
    title: "A probe that takes `open` for success",
    program: "probe.js",
    patterns: ["R4"],
    rows: closes("close", "probe").filter(({ fault }) => /^(4001|4010|4012)/.test(fault)),
  },
  {
    title: "Requests that wait for their answers",
    program: "pending.js",
    patterns: ["R3", "R8"],
    rows: [
      { fault: "the socket is cut while a publish is in flight", send: { kind: "cut" }, judged: "pending" },
    ],
  },
  {
    title: "A refused frame that is sent again",
    program: "resend.js",
    patterns: ["R10"],
    rows: refusals("resend"),
  },
  {
    title: "The SDK: each refusal of a publish",
    program: "sdk.js",
    patterns: ["S1"],
    rows: refusals("sdk refusal"),
  },
  {
    title: "The SDK: each close code at the first connect",
    program: "sdk.js",
    patterns: ["S1"],
    rows: closes("close", "sdk close"),
  },
  {
    title: "The SDK: each close code, a publish in flight",
    program: "sdk.js",
    patterns: ["S1"],
    rows: closes("close-in-flight", "sdk close"),
  },
  {
    title: "The SDK: a publish that is made again",
    program: "retry.js",
    patterns: ["S4"],
    rows: refusals("sdk retry"),
  },
];

/** The patterns that are measured, as the table of all patterns says it. */
export const provedPatterns: ReadonlySet<string> = new Set(sections.flatMap(({ patterns }) => patterns));

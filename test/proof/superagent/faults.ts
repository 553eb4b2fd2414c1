/** What a fault does, and what a program can be asked to make of it. */
export interface Fault {
  readonly title: string;
  /**
   * `success`: the right bytes, and nothing reported. `failure`: reported once. `timing`: reported once where a timer
   * of the program covers it, else nobody can know. `undetectable`: looks like success to any caller. `departure`: the
   * client of a request handler has gone, so that nobody is left to tell.
   */
  readonly kind: "success" | "failure" | "timing" | "undetectable" | "departure";
  /** Where it can happen: to programs that write to a stream or file, or to request handlers; absent: both. */
  readonly only?: "stream" | "handler";
  /** True if the content is empty on success. */
  readonly empty?: true;
}

/** The fault matrix of the measurements, section 2 and 3. */
export const faults = {
  plain: { title: "200 with a length", kind: "success" },
  chunked: { title: "200 in chunks", kind: "success" },
  gzip: { title: "200, gzip", kind: "success" },
  empty: { title: "200, empty body", kind: "success", empty: true },
  "no-content": { title: "204", kind: "success", empty: true },
  head: { title: "headers with a length, no body (HEAD)", kind: "success", empty: true },
  redirect: { title: "302 to a 200", kind: "success" },
  "status-404": { title: "404 with an error page", kind: "failure" },
  "status-500": { title: "500 with an error page", kind: "failure" },
  "redirect-500": { title: "302 to a 500", kind: "failure" },
  "redirect-loop": { title: "302 to itself for ever", kind: "failure" },
  "redirect-nowhere": { title: "302 without a Location", kind: "failure" },
  "redirect-refused": { title: "302 to a refused connection", kind: "failure" },
  refused: { title: "connection refused", kind: "failure" },
  reset: { title: "connection reset before the headers", kind: "failure" },
  fin: { title: "connection closed before the headers", kind: "failure" },
  "cut-length": { title: "body with a length, cut", kind: "failure" },
  "cut-chunks": { title: "body in chunks, cut", kind: "failure" },
  "cut-reset": { title: "body in chunks, reset (RST)", kind: "failure" },
  "cut-gzip": { title: "gzip body, cut", kind: "failure" },
  "gzip-truncated": { title: "gzip truncated, in chunks", kind: "failure" },
  "gzip-truncated-length": { title: "gzip truncated, with a length", kind: "failure" },
  "gzip-empty": { title: "gzip header, empty body", kind: "failure" },
  "gzip-garbage": { title: "gzip header, body is no gzip", kind: "failure" },
  "gzip-crc": { title: "gzip with a wrong checksum", kind: "failure" },
  hang: { title: "no answer at all", kind: "timing" },
  stall: { title: "body that stalls", kind: "timing" },
  "cut-undelimited": { title: "body without length or chunks, cut", kind: "undetectable" },
  "dest-missing": { title: "destination cannot be opened", kind: "failure", only: "stream" },
  "dest-full": { title: "destination fails while writing", kind: "failure", only: "stream" },
  "dest-destroyed": {
    title: "destination destroyed early by a third party",
    kind: "failure",
    only: "stream",
  },
  "client-gone": { title: "client leaves in the middle of the body", kind: "departure", only: "handler" },
  "client-gone-waiting": {
    title: "client leaves before there is an answer",
    kind: "departure",
    only: "handler",
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];

/** Looks a fault up, with the optional fields that the literal type of `faults` hides. */
export const faultOf = (name: FaultName): Fault => faults[name];

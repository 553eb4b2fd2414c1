import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { analysisOutcomeSchema, failure, type AnalysisOutcome } from "./job.ts";

/** Bytes of a result as it travels, compressed. Redis keeps it until it is fetched. */
const MAX_PACKED = 16 * 2 ** 20;
/** Bytes of a result unpacked: what is small when compressed may be huge. */
const MAX_UNPACKED = 512 * 2 ** 20;

/** What is left out of a result that is too large, in this order; never the patch or the report for programs. */
const DISPENSABLE = ["report.html", "report.md", "log.txt"];

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A result as text for the queue. One that is too large loses its pages for people, or becomes a failure. */
export async function packResult(outcome: AnalysisOutcome, maxBytes = MAX_PACKED): Promise<string> {
  let artefacts = outcome.artefacts;
  for (const name of [undefined, ...DISPENSABLE]) {
    artefacts = Object.fromEntries(Object.entries(artefacts).filter(([file]) => file !== name));
    const packed = (await zip(JSON.stringify({ ...outcome, artefacts }))).toString("base64");
    if (packed.length <= maxBytes) return packed;
  }
  const size = `${Math.floor(maxBytes / 2 ** 20)} MB`;
  const tooLarge = failure(
    "result",
    `the result is larger than ${size} compressed; run this repository without --queue`,
  );
  return (await zip(JSON.stringify(tooLarge))).toString("base64");
}

/** The result of a worker, checked: the queue is no place to trust. Never throws. */
export async function unpackResult(packed: unknown): Promise<AnalysisOutcome> {
  try {
    if (typeof packed !== "string") return failure("result", "the worker left no result");
    const text = (await unzip(Buffer.from(packed, "base64"), { maxOutputLength: MAX_UNPACKED })).toString(
      "utf8",
    );
    return analysisOutcomeSchema.parse(JSON.parse(text));
  } catch {
    return failure("result", "the worker's result cannot be read");
  }
}

import { gzipSync } from "node:zlib";
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Analysed } from "../../src/batch/job.ts";
import { packResult, unpackResult } from "../../src/batch/resultCodec.ts";

const outcome = (artefacts: Record<string, string>): Analysed => ({
  status: "done",
  commit: "c",
  milliseconds: 1,
  tally: {
    filesScanned: 1,
    callSites: 1,
    findings: { error: 1, warning: 0, info: 0 },
    fixable: { safe: 1, review: 0, manual: 0 },
    changed: 1,
    failed: 0,
    added: 1,
    removed: 1,
  },
  artefacts,
});
const noise = (bytes: number): string => randomBytes(bytes).toString("hex");

describe("results on their way through the queue", () => {
  test("arrive as they were", async () => {
    const sent = outcome({ "changes.patch": "ü\u0000\r\n", "log.txt": "x" });
    expect(await unpackResult(await packResult(sent))).toEqual(sent);
  });

  test("what is too large loses its pages for people first, never the patch", async () => {
    const sent = outcome({ "report.html": noise(2000), "report.md": "m", "changes.patch": "p" });
    expect(await unpackResult(await packResult(sent, 2000))).toEqual(
      outcome({ "report.md": "m", "changes.patch": "p" }),
    );
    const packed = await packResult(outcome({ "changes.patch": noise(5000) }), 2000);
    expect(await unpackResult(packed)).toMatchObject({ status: "failed", stage: "result" });
  });

  test.each([
    ["nothing", undefined],
    ["no base64", "%%%"],
    ["another document", gzipSync('{"status":"done"}').toString("base64")],
    ["a file name that leads out", gzipSync(JSON.stringify(outcome({ "../x": "" }))).toString("base64")],
  ])("%s is a failure, not a crash", async (_, packed) => {
    expect(await unpackResult(packed)).toMatchObject({ status: "failed", stage: "result" });
  });
});

import fs from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { findRule } from "../../../src/contracts/index.ts";
import { closeCodes, errorCodes } from "../../../src/contracts/metered/signals.ts";
import type { Measured } from "./measure.ts";
import { sections } from "./sections.ts";
import { documentFile, measureProof, type Proof } from "./writeDocument.ts";

let proof: Proof;
beforeAll(async () => {
  proof = await measureProof();
}, 240_000);

/** The rows of the sections whose title matches. */
const rowsOf = (title: RegExp): readonly Measured[] =>
  [...proof.measured].flatMap(([section, rows]) => (title.test(section.title) ? rows : []));

test("docs/proof-realtime.md says what is measured", () => {
  expect(proof.document).toBe(fs.readFileSync(documentFile, "utf8"));
});

test.for(sections)("$program: what $title proves was rewritten in it", ({ program, patterns }) => {
  const rewritten = [...(proof.rewritten.get(program) ?? [])].map((rule) => findRule(rule)?.pattern);
  expect(patterns.filter((pattern) => !rewritten.includes(pattern))).toEqual([]);
});

test.for([
  [/^The `ws`.*close code/, /^1008|^4001|^4003|^4012|^4020/],
  [/^Node's own.*close code/, /^1008|^4001|^4003|^4012|^4020/],
] as const)("%s: final codes end it after the rewrite, and did not before", ([title, codes]) => {
  const rows = rowsOf(title).filter(({ fault }) => codes.test(fault));
  expect(rows).toHaveLength(5);
  for (const { before, after } of rows) {
    expect(before).toBe("publish lost; comes back after 100 ms");
    expect(after).toBe("publish rejected; stops, and says why");
  }
});

test.for([/each refusal/, /sent again/, /made again/])(
  "%s: only transient refusals are repeated",
  (title) => {
    const rows = rowsOf(title).filter(({ after }) => after.includes("sent"));
    expect(rows.length % errorCodes.length).toBe(0);
    for (const { fault, after } of rows)
      expect(after.includes("sent once")).toBe(!fault.endsWith("(backoff)"));
  },
);

test.for([/SDK: each refusal/, /SDK: each close code at/, /SDK: each close code, a/])(
  "%s: the process dies before, and goes on after",
  (title) => {
    const rows = rowsOf(title);
    expect([errorCodes.length, closeCodes.length - 1]).toContain(rows.length);
    for (const { before, after } of rows) {
      expect(before).toMatch(/^process dies/);
      expect(after).toMatch(/^logged/);
    }
  },
);

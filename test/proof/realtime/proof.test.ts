import fs from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { closeCodes } from "../../../src/contracts/metered/signals.ts";
import { documentFile, measuredDocument } from "./writeDocument.ts";

let measured: string;
beforeAll(async () => {
  measured = await measuredDocument();
}, 240_000);

test("docs/proof-realtime.md says what is measured", () => {
  expect(measured).toBe(fs.readFileSync(documentFile, "utf8"));
});

const cellsOf = (fault: string): string[] => {
  const row = measured.split("\n").find((line) => line.startsWith(`| ${fault} `)) ?? "";
  return row.split("|").map((cell) => cell.trim());
};

test.for(closeCodes.filter(({ name }) => /^(1008|4001|4003|4012|4020)$/.test(name)).map(({ name }) => name))(
  "close %s is final after the rewrite, and was not before",
  (code) => {
    const row = measured.split("\n").find((line) => line.startsWith(`| ${code} (`)) ?? "";
    expect(row).toMatch(/comes back after 100 ms .*\| stops, and says why/);
  },
);

test("only transient refusals are sent again", () => {
  expect(cellsOf("over_message_quota (quota)")[3]).toBe("logged, sent once");
  expect(cellsOf("backend_error (backoff)")[3]).toBe("logged, sent 3 times");
});

import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

test("the README's table of the proof is the proof's own", () => {
  const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");
  const proof = new Set(fs.readFileSync(path.join(root, "docs/proof.md"), "utf8").split("\n"));
  const section = readme.slice(readme.indexOf("\n## Proof\n"), readme.indexOf("\n## Speed\n"));
  const rows = section.split("\n").filter((line) => /^\| (?!fault|---)/.test(line));
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter((row) => !proof.has(row))).toEqual([]);
});

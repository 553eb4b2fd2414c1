import { expect, test } from "vitest";
import type { LedgerEntry } from "../../src/batch/ledger.ts";
import type { PlannedJob } from "../../src/batch/plan.ts";
import { summarise } from "../../src/batch/summary.ts";
import { summaryPage } from "../../src/batch/summaryPage.ts";

const HOSTILE = `<img src=x onerror="alert(1)">&'`;

const job = (name: string): PlannedJob => ({
  name,
  folder: name,
  shown: `https://host/${name}`,
  analysis: {
    key: name,
    name,
    source: { kind: "url", location: `https://host/${name}` },
    paths: [],
    options: {},
    trustRepoConfig: false,
    timeoutSeconds: 1,
  },
});
const failed = (name: string, reason: string): LedgerEntry => ({
  v: 1,
  at: "",
  work: "analysis",
  name,
  key: name,
  status: "failed",
  stage: "clone",
  reason,
});
const done = (name: string, error: number): LedgerEntry => ({
  v: 1,
  at: "",
  work: "analysis",
  name,
  key: name,
  status: "done",
  commit: "c",
  milliseconds: 1,
  tally: {
    filesScanned: 1,
    callSites: error,
    findings: { error, warning: 0, info: 3 },
    fixable: { safe: error, review: 0, manual: 0 },
    changed: 1,
    failed: 0,
    added: 2,
    removed: 1,
  },
});

const jobs = ["few", "many", "none", "a", "b", HOSTILE, "waiting"].map(job);
const ledger = new Map(
  [
    done("few", 1),
    done("many", 9),
    done("none", 0),
    failed("a", "'https://host/a' is gone"),
    failed("b", "'https://host/b' is gone"),
    failed(HOSTILE, HOSTILE),
  ].map((entry) => [entry.key, entry]),
);

test("totals, failures by reason, and the repositories with most findings", () => {
  const { totals, failures, mostFindings } = summarise(jobs, ledger);
  expect(totals).toMatchObject({
    repositories: 7,
    done: 3,
    failed: 3,
    waiting: 1,
    affected: 2,
    findings: { error: 10, warning: 0, info: 9 },
    changedFiles: 3,
    added: 6,
  });
  expect(failures[0]).toEqual({ stage: "clone", reason: "'<repository>' is gone", repositories: ["a", "b"] });
  expect(mostFindings).toEqual([
    { name: "many", findings: 9 },
    { name: "few", findings: 1 },
  ]);
});

test("the page is one file, and takes nothing from a repository but text", () => {
  const page = summaryPage(summarise(jobs, ledger));
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;");
  expect(page).not.toMatch(/<script|<link|src=["']|@import|url\(/i);
  expect(page).toContain("default-src 'none'");
});

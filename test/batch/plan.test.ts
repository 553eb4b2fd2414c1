import { describe, expect, test } from "vitest";
import { folderNames } from "../../src/batch/folderNames.ts";
import { parseManifest } from "../../src/batch/manifest.ts";
import { planJobs, type BatchSettings } from "../../src/batch/plan.ts";

const SETTINGS: BatchSettings = {
  publish: "none",
  flags: {},
  config: {},
  trustRepoConfig: false,
  timeoutSeconds: 60,
  githubHosts: ["github.com"],
};

function plan(yaml: string, settings: Partial<BatchSettings> = {}, version = "1.0.0") {
  return planJobs(parseManifest(yaml, "/m/f.yaml"), { ...SETTINGS, ...settings }, version);
}

const named = (name: string, identity = name) => ({ name, identity });
const TWO = "repositories: [https://github.com/acme/a, https://github.com/acme/b]\n";
const keys = (...args: Parameters<typeof plan>): string[] =>
  plan(...args).map(({ analysis }) => analysis.key);

describe("what makes a job another job", () => {
  const before = keys(TWO);

  test("the version, an option, a ref; of those that it affects alone", () => {
    expect(keys(TWO, {}, "1.0.1").some((key) => before.includes(key))).toBe(false);
    expect(keys(TWO, { flags: { safety: "review" } }).some((key) => before.includes(key))).toBe(false);
    expect(keys(TWO, { trustRepoConfig: true }).some((key) => before.includes(key))).toBe(false);
    const one = keys("repositories: [https://github.com/acme/a#v1, https://github.com/acme/b]\n");
    expect([one[0] === before[0], one[1] === before[1]]).toEqual([false, true]);
  });

  test("not its place, the spelling of its address, a token, or how long it may take", () => {
    const same = "repositories: [https://github.com/acme/b.git, 'https://x:y@GitHub.com/acme/a']\n";
    expect(keys(same, { timeoutSeconds: 5 })).toEqual(before.toReversed());
  });

  test("publishing has a key of its own: the analysis stays done", () => {
    const [a] = plan(TWO, { publish: "push" });
    const [b] = plan(TWO, { publish: "push", flags: { branch: "x" } });
    expect([a?.analysis.key, b?.analysis.key]).toEqual([before[0], before[0]]);
    expect(a?.publish?.key).not.toBe(b?.publish?.key);
  });
});

describe("which options count", () => {
  test("flags, then the entry, then the manifest, then the config", () => {
    const yaml =
      "options: { safety: review, onError: log, commit: { author: 'A <a@b>' } }\nrepositories:\n  - path: a\n    options: { safety: safe, commit: { message: m } }\n";
    const [job] = plan(yaml, {
      publish: "commit",
      config: { onError: "rethrow", prettier: false },
      flags: { logger: "log.error" },
    });
    expect(job?.analysis.options).toEqual({
      safety: "safe",
      onError: "log",
      prettier: false,
      logger: "log.error",
    });
    expect(job?.publish?.options.commit).toEqual({ author: "A <a@b>", message: "m" });
  });
});

describe("what does not fit together", () => {
  test.each([
    ["repositories: [a, ./a]\n", {}, /names \/m\/a twice/],
    ["repositories: [a]\n", { publish: "pr" as const }, /add "github: owner\/name"/],
    ["repositories: [https://gitlab.com/acme/a]\n", { publish: "pr" as const }, /add "github: owner\/name"/],
    [
      "repositories: [a]\n",
      { publish: "push" as const, flags: { branch: "-x" } },
      /cannot be the name of a branch/,
    ],
    ["repositories: ['a#x']\n", { publish: "push" as const, flags: { branch: "x" } }, /is what is analysed/],
    [
      "repositories: [{ path: a, paths: [x] }, { path: a, paths: [y] }]\n",
      { publish: "push" as const },
      /would both push the branch/,
    ],
    [
      TWO,
      { publish: "pr" as const, flags: { pr: { title: "{{nonsense}}" } } },
      /there is no placeholder \{\{nonsense\}\}/,
    ],
  ])("%j %j", (yaml, settings, message) => {
    expect(() => plan(yaml, settings)).toThrow(message);
  });
});

describe("folders", () => {
  test("one for each, also where names differ only for people", () => {
    expect(
      folderNames([named("acme/a"), named("summary.json"), named("../.."), named("a b\u0000c")]),
    ).toEqual(["acme__a", "repository-summary.json", "__", "a-b-c"]);
    const twice = folderNames([named("a", "1"), named("A", "2"), named("b")]);
    expect(new Set(twice.map((name) => name.toLowerCase())).size).toBe(3);
    expect(twice[2]).toBe("b");
  });
});

import { describe, expect, test } from "vitest";
import { parseManifest } from "../../src/batch/manifest.ts";

const sources = (text: string, file: string) =>
  parseManifest(text, file).entries.map(({ source }) => source.location);

describe("manifests", () => {
  test("a plain list, with comments and blank lines", () => {
    expect(sources("\uFEFF# ours\r\n\r\nrepos/a\n  https://host/x#v1  \n", "/m/list.txt")).toEqual([
      "/m/repos/a",
      "https://host/x",
    ]);
  });

  test("YAML with common options and options of an entry; JSON with the same; a bare list of both", () => {
    const yaml =
      "options: { safety: review }\nrepositories:\n  - ./a\n  - url: https://host/x\n    ref: v1\n    paths: [packages/api]\n    options: { safety: safe, pr: { labels: [x] } }\n";
    const manifest = parseManifest(yaml, "/m/fleet.yaml");
    expect(manifest.options).toEqual({ safety: "review" });
    expect(manifest.entries[1]).toEqual({
      source: { kind: "url", location: "https://host/x", ref: "v1" },
      paths: ["packages/api"],
      options: { safety: "safe", pr: { labels: ["x"] } },
    });
    expect(parseManifest(JSON.stringify({ repositories: ["./a"] }), "/m/f.json").entries).toHaveLength(1);
    expect(sources("- a\n- b\n", "/m/f.yml")).toEqual(["/m/a", "/m/b"]);
    expect(sources('["a"]', "/m/f.json")).toEqual(["/m/a"]);
  });

  test.each([
    ["list.txt", "a\next::sh\n", /^list\.txt:2: the transport "ext::"/],
    ["list.txt", "# nothing\n", /^list\.txt names no repository/],
    ["f.json", '{ "repositories": [ }', /^f\.json:1:\d+: /],
    ["f.yaml", "repositories: []\n", /names no repository/],
    ["f.yaml", "repos: [a]\n", /^f\.yaml is not a valid manifest:\n.*"?repositories"?/s],
    [
      "f.yaml",
      "repositories: [{ path: a, options: { saftey: safe } }]\n",
      /repositories\.0\.options.*saftey/s,
    ],
    [
      "f.yaml",
      "repositories: [{ path: a, options: { safety: all } }]\n",
      /"repositories\.0\.options\.safety": .*"safe"/,
    ],
    ["f.yaml", "repositories: [{ path: a, url: b }]\n", /either "url" or "path"/],
    ["f.yaml", "repositories: [{ path: a, paths: [../x] }]\n", /must lie inside of the repository/],
    [
      "f.yaml",
      "repositories: [{ path: a, options: { commit: { author: me } } }]\n",
      /must be "Name <address>"/,
    ],
    ["f.yaml", "repositories: [{ path: a, github: acme }]\n", /must be owner\/name/],
    ["f.yaml", `a: &a [x]\n${"b: [*a]\n".repeat(1)}repositories: [*c]\n`, /f\.yaml/],
  ])("%s: %j", (file, text, message) => {
    expect(() => parseManifest(text, file)).toThrow(message);
  });

  test("a small text that unfolds to a huge value is refused", () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) => `l${index + 1}: &l${index + 1} [${"*l".concat(String(index), ", ").repeat(9)}x]`,
    );
    expect(() => parseManifest(`l0: &l0 [x]\n${levels.join("\n")}\n`, "f.yaml")).toThrow(/f\.yaml/);
  });
});

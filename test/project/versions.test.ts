import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDeclared } from "../../src/project/dependencyRange.ts";
import { versionVerdict } from "../../src/contracts/versionVerdict.ts";
import { openTree, type TreeFiles } from "./tempTree.ts";

describe("versionVerdict", () => {
  test.each<[range: string | null, contract: string, verdict: string]>([
    ["^5.0.0", ">=4 <6", "inside"],
    ["^4.0.0", ">=4 <6", "inside"],
    ["5.3.2", ">=4 <6", "inside"],
    ["5.x", ">=4 <6", "inside"],
    ["*", ">=4 <6", "inside"],
    ["", ">=4 <6", "inside"],
    [">=3", ">=4 <6", "inside"],
    ["^3.0.0 || ^5.0.0", ">=4 <6", "inside"],
    ["5.0.0-beta.1", ">=4 <6", "inside"],
    ["^3.0.0", ">=4 <6", "outside"],
    ["~2.2", ">=4 <6", "outside"],
    ["6.0.0", ">=4 <6", "outside"],
    ["latest", ">=4 <6", "unknown"],
    ["next", ">=4 <6", "unknown"],
    ["github:pusher/pusher-http-node", ">=4 <6", "unknown"],
    [null, ">=4 <6", "unknown"],
    ["^5", "nonsense", "unknown"],
  ])("%j against %j is %s", (range, contract, verdict) => {
    expect(versionVerdict(range, contract)).toBe(verdict);
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(["inside", "outside", "unknown"]).toContain(versionVerdict(a, b));
        expect(parseDeclared(a)).toHaveProperty("kind");
      }),
    );
  });
});

const declares = (range: string): TreeFiles => ({ "package.json": { dependencies: { pusher: range } } });

describe("declaredRange", () => {
  test.each<[what: string, files: TreeFiles, expected: string | null]>([
    ["a range", declares("^5.0.0"), "^5.0.0"],
    ["a tag", declares("latest"), "latest"],
    ["devDependencies", { "package.json": { devDependencies: { pusher: "^5" } } }, "^5"],
    ["peerDependencies", { "package.json": { peerDependencies: { pusher: ">=4" } } }, ">=4"],
    [
      "dependencies before the others",
      { "package.json": { peerDependencies: { pusher: ">=3" }, dependencies: { pusher: "^5" } } },
      "^5",
    ],
    [
      "the nearest",
      {
        "package.json": { dependencies: { pusher: "^3" } },
        "app/package.json": { dependencies: { pusher: "^5" } },
      },
      "^5",
    ],
    [
      "one further up",
      {
        "package.json": { dependencies: { pusher: "^3" } },
        "app/package.json": { dependencies: { other: "1" } },
      },
      "^3",
    ],
    ["under another name", { "package.json": { dependencies: { push: "npm:pusher@^5.1" } } }, "^5.1"],
    [
      "under two names",
      { "package.json": { dependencies: { pusher: "^3", p5: "npm:pusher@^5" } } },
      "^3 || ^5",
    ],
    [
      "another package under its name",
      { "package.json": { dependencies: { pusher: "npm:pusher-fork@^1" } } },
      null,
    ],
    ["npm: without a range", declares("npm:pusher"), "*"],
    ["npm: without a name", declares("npm:^5"), "^5"],
    ["git with a tag", declares("git+https://github.com/pusher/pusher-http-node.git#v5.1.0"), "v5.1.0"],
    ["git with semver", declares("github:pusher/pusher-http-node#semver:^5.0.0"), "^5.0.0"],
    ["git with a branch", declares("pusher/pusher-http-node#main"), null],
    ["git without anything", declares("git@github.com:pusher/pusher-http-node.git"), null],
    ["a tarball of the registry", declares("https://registry.npmjs.org/pusher/-/pusher-5.1.2.tgz"), "5.1.2"],
    ["a tarball", declares("file:pusher.tgz"), null],
    ["a folder", declares("file:../pusher"), null],
    [
      "workspace:",
      {
        "package.json": { workspaces: ["p"], dependencies: { pusher: "workspace:*" } },
        "p/package.json": { name: "pusher", version: "5.9.0" },
      },
      "5.9.0",
    ],
    ["workspace: with a range, member unknown", declares("workspace:^5.0.0"), "^5.0.0"],
    ["workspace: alone, member unknown", declares("workspace:*"), null],
    [
      "pnpm's catalog",
      { ...declares("catalog:"), "pnpm-workspace.yaml": "packages: [a]\ncatalog:\n  pusher: ^5.2.0\n" },
      "^5.2.0",
    ],
    [
      "a named catalog",
      {
        ...declares("catalog:old"),
        "pnpm-workspace.yaml": "catalogs:\n  old:\n    pusher: '3'\n  default:\n    pusher: 5\n",
      },
      "3",
    ],
    [
      "a catalog of package.json",
      {
        "package.json": {
          workspaces: { packages: [], catalog: { pusher: "^5" } },
          dependencies: { pusher: "catalog:" },
        },
      },
      "^5",
    ],
    ["a catalog without it", { ...declares("catalog:"), "pnpm-workspace.yaml": "catalog: {}" }, null],
    ["nothing", { "package.json": {} }, null],
    ["no package.json", {}, null],
    ["a range that is no text", { "package.json": { dependencies: { pusher: 5 } } }, null],
  ])("%s", async (_, files, expected) => {
    const project = await openTree({ "app/src/m.ts": "import Pusher from 'pusher'", ...files });
    expect(project.declaredRange(`${project.root}/app/src/m.ts`, "pusher")).toBe(expected);
  });
});

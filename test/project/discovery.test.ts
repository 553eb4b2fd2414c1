import { mkdirSync, writeFileSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openProject } from "../../src/project/openProject.ts";
import { below, git, initGit, tempTree, type TreeFiles } from "./tempTree.ts";

describe("discovery", () => {
  const files: TreeFiles = {
    ".gitignore": "ignored/\n*.gen.ts\n!kept.gen.ts\n/top.ts\n",
    "a.ts": "",
    "b.tsx": "",
    "c.mts": "",
    "d.cts": "",
    "e.js": "",
    "f.jsx": "",
    "g.mjs": "",
    "h.cjs": "",
    "i.vue": "",
    "j.json": "{}",
    "k.d.ts": "",
    "l.d.mts": "",
    "m.min.js": "",
    "n.css.d.ts": "",
    "README.md": "",
    "ignored/x.ts": "",
    "x.gen.ts": "",
    "kept.gen.ts": "",
    "top.ts": "",
    "sub/top.ts": "",
    "sub/.gitignore": "local.ts\n!y.gen.ts\n",
    "sub/local.ts": "",
    "sub/y.gen.ts": "",
    "local.ts": "",
    "node_modules/p/index.js": "",
    "sub/node_modules/p/index.js": "",
    ".yarn/releases/yarn.cjs": "",
    ".pnp.cjs": "",
    ".hidden/x.ts": "",
    "with space/ü.ts": "",
  };
  const expected = [
    ".hidden/x.ts",
    "a.ts",
    "b.tsx",
    "c.mts",
    "d.cts",
    "e.js",
    "f.jsx",
    "g.mjs",
    "h.cjs",
    "kept.gen.ts",
    "local.ts",
    "sub/top.ts",
    "sub/y.gen.ts",
    "with space/ü.ts",
  ];

  test.each([["walk"], ["git"], ["git, untracked"]])("source files by %s", async (how) => {
    const root = tempTree(files);
    if (how !== "walk") initGit(root, how === "git");
    const project = await openProject({ root, paths: [], packages: ["pusher"] });
    expect(project.stats.listedBy).toBe(how === "walk" ? "walk" : "git");
    expect(below(project, project.files)).toEqual(expected);
    expect(below(project, project.targets)).toEqual(expected);
  });

  test("a folder of a repository, as the root", async () => {
    const root = tempTree({ "a/x.ts": "", "b/y.ts": "" });
    initGit(root);
    const project = await openProject({ root: `${root}/a`, paths: [], packages: [] });
    expect(project.files).toEqual([`${root}/a/x.ts`]);
  });

  test("a folder that git ignores, as the root", async () => {
    const root = tempTree({ ".gitignore": "clones", "clones/app/x.ts": "" });
    initGit(root);
    const project = await openProject({ root: `${root}/clones/app`, paths: [], packages: [] });
    expect(project.files).toEqual([`${root}/clones/app/x.ts`]);
  });

  test("what git ignores, when it is named", async () => {
    const root = tempTree({ ".gitignore": "gen\none.ts", "gen/x.ts": "", "one.ts": "", "a.ts": "" });
    initGit(root);
    const project = await openProject({ root, paths: [`${root}/gen`, `${root}/one.ts`], packages: [] });
    expect(below(project, project.targets)).toEqual(["gen/x.ts", "one.ts"]);
  });

  test("repositories within the repository are others' work", async () => {
    const root = tempTree({ "a.ts": "", "inner/b.ts": "" });
    initGit(root, false);
    initGit(`${root}/inner`, false);
    const project = await openProject({ root, paths: [], packages: [] });
    expect(below(project, project.files)).toEqual(["a.ts"]);
  });

  test("the target's git configuration runs nothing", async () => {
    const root = tempTree({ "a.ts": "" });
    initGit(root);
    const proof = `${root}/.git/ran`;
    const script = `${root}/.git/run.sh`;
    writeFileSync(script, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
    for (const key of [
      "core.fsmonitor",
      "core.hooksPath",
      "core.sshCommand",
      "core.pager",
      "filter.x.clean",
      "diff.external",
    ])
      git(root, "config", key, script);
    mkdirSync(`${root}/.git/hooks`, { recursive: true });
    writeFileSync(`${root}/.git/hooks/post-index-change`, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
    const project = await openProject({ root, paths: [], packages: ["pusher"] });
    expect(project.stats.listedBy).toBe("git");
    expect(existsSync(proof)).toBe(false);
  });

  test("GIT_DIR of a surrounding hook does not mislead", async () => {
    const other = tempTree({ "other.ts": "" });
    initGit(other);
    const root = tempTree({ "a.ts": "" });
    initGit(root);
    process.env["GIT_DIR"] = `${other}/.git`;
    try {
      const project = await openProject({ root, paths: [], packages: [] });
      expect(below(project, project.files)).toEqual(["a.ts"]);
    } finally {
      delete process.env["GIT_DIR"];
    }
  });

  test("an empty folder, and one that is not there", async () => {
    const root = tempTree({});
    expect((await openProject({ root, paths: [], packages: ["pusher"] })).files).toEqual([]);
    expect((await openProject({ root: `${root}/no`, paths: [], packages: ["pusher"] })).files).toEqual([]);
  });
});

import { symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openProject } from "../../src/project/openProject.ts";
import { initGit, lead, openTree, tempTree } from "./tempTree.ts";

const TREE = {
  "package.json": { name: "app" },
  "a/main.ts": "",
  "a/main.js": "",
  "a/plain.js": "",
  "a/both.ts": "",
  "a/both.js": "",
  "a/typed.ts": "",
  "a/view.tsx": "",
  "a/old.jsx": "",
  "a/esm.mts": "",
  "a/cjs.cts": "",
  "a/esm2.mjs": "",
  "a/cjs2.cjs": "",
  "a/user.service.ts": "",
  "a/folder/index.ts": "",
  "a/folder.ts": "",
  "a/only/index.js": "",
  "a/pkg/package.json": { main: "lib/start.js" },
  "a/pkg/lib/start.js": "",
  "a/pkg/index.js": "",
  "a/built/package.json": { main: "./dist/index.js" },
  "a/built/src/index.ts": "",
  "a/data.json": {},
  "a/types.d.ts": "",
  "a/declared.d.ts": "",
  "a/declared.js": "",
  "a/style.css": "",
  "a/native.native.ts": "",
  "a/vendor.min.js": "",
  "index.ts": "",
  "routes/[id].ts": "",
  "routes/ünïcode.ts": "",
};

describe("relative specifiers", () => {
  test.each([
    ["./plain", "a/main.ts", "a/plain.js"],
    ["./plain.js", "a/main.ts", "a/plain.js"],
    ["./typed", "a/main.ts", "a/typed.ts"],
    ["./typed.js", "a/main.ts", "a/typed.ts"],
    ["./typed.ts", "a/main.ts", "a/typed.ts"],
    ["./typed", "a/main.js", "a/typed.ts"],
    ["./both", "a/main.ts", "a/both.ts"],
    ["./both", "a/main.js", "a/both.js"],
    ["./both.js", "a/main.ts", "a/both.ts"],
    ["./both.js", "a/main.js", "a/both.js"],
    ["./view", "a/main.ts", "a/view.tsx"],
    ["./view.js", "a/main.ts", "a/view.tsx"],
    ["./view.jsx", "a/main.ts", "a/view.tsx"],
    ["./old", "a/main.ts", "a/old.jsx"],
    ["./esm.mjs", "a/main.ts", "a/esm.mts"],
    ["./cjs.cjs", "a/main.ts", "a/cjs.cts"],
    ["./esm2.mjs", "a/main.ts", "a/esm2.mjs"],
    ["./cjs2", "a/main.js", "a/cjs2.cjs"],
    ["./user.service", "a/main.ts", "a/user.service.ts"],
    ["./user.service.js", "a/main.ts", "a/user.service.ts"],
    ["./folder", "a/main.ts", "a/folder.ts"],
    ["./folder/", "a/main.ts", "a/folder/index.ts"],
    ["./folder/index", "a/main.ts", "a/folder/index.ts"],
    ["./folder/index.js", "a/main.ts", "a/folder/index.ts"],
    ["./only", "a/main.ts", "a/only/index.js"],
    [".", "a/folder/x.ts", "a/folder/index.ts"],
    ["./", "a/folder/x.ts", "a/folder/index.ts"],
    ["..", "a/x.ts", "index.ts"],
    ["../", "a/x.ts", "index.ts"],
    ["../..", "a/folder/x.ts", "index.ts"],
    ["../a/./typed", "a/main.ts", "a/typed.ts"],
    ["./pkg", "a/main.ts", "a/pkg/lib/start.js"],
    ["./built", "a/main.ts", "a/built/src/index.ts"],
    ["./declared", "a/main.ts", "a/declared.js"],
    ["./native", "a/main.ts", "a/native.native.ts"],
    ["./typed?v=1", "a/main.ts", "a/typed.ts"],
    ["./typed?raw", "a/main.ts", "unknown"],
    ["./data.json", "a/main.ts", "unknown"],
    ["./data", "a/main.ts", "unknown"],
    ["./types", "a/main.ts", "unknown"],
    ["./style.css", "a/main.ts", "unknown"],
    ["./vendor.min.js", "a/main.ts", "unknown"],
    ["./missing", "a/main.ts", "unknown"],
    ["../../../outside", "a/main.ts", "unknown"],
    ["./[id]", "routes/x.ts", "routes/[id].ts"],
    ["./ünïcode", "routes/x.ts", "routes/ünïcode.ts"],
    ["/a/typed", "a/main.ts", "a/typed.ts"],
    ["raw-loader!./typed", "a/main.ts", "unknown"],
    ["", "a/main.ts", "unknown"],
    ["https://esm.sh/pusher", "a/main.ts", "unknown"],
    ["data:text/javascript,1", "a/main.ts", "unknown"],
  ])("%s in %s is %s", async (specifier, from, expected) => {
    expect(lead(await openTree(TREE), specifier, from)).toBe(expected);
  });

  test("a deleted file that git still lists is not there", async () => {
    const root = tempTree({ "a.ts": "", "b.ts": "" });
    initGit(root);
    const { rmSync } = await import("node:fs");
    rmSync(`${root}/b.ts`);
    const project = await openProject({ root, paths: [], packages: [] });
    expect(project.files).toEqual([`${root}/a.ts`]);
    expect(lead(project, "./b", "a.ts")).toBe("unknown");
  });
});

describe.skipIf(process.platform === "win32")("symbolic links", () => {
  test.each([[true], [false]])("imports lead through links within the root (git: %s)", async (isGit) => {
    const root = tempTree({
      "shared/src/pusher.ts": "export {}",
      "shared/src/index.ts": "",
      "app/main.ts": "import '../common/pusher'",
    });
    symlinkSync("../shared/src", `${root}/app/common`);
    symlinkSync("../shared/src/pusher.ts", `${root}/app/alias.ts`);
    if (isGit) initGit(root);
    const project = await openProject({ root, paths: [], packages: [] });
    expect(project.stats.listedBy).toBe(isGit ? "git" : "walk");
    expect(lead(project, "./common/pusher", "app/main.ts")).toBe("shared/src/pusher.ts");
    expect(lead(project, "./common", "app/main.ts")).toBe("shared/src/index.ts");
    expect(lead(project, "./alias", "app/main.ts")).toBe("shared/src/pusher.ts");
    expect(lead(project, "./alias.js", "app/main.ts")).toBe("shared/src/pusher.ts");
  });

  test.each([[true], [false]])("links out of the root and loops lead nowhere (git: %s)", async (isGit) => {
    const outside = tempTree({ "secret.ts": "export const secret = 1" });
    const root = tempTree({ "a.ts": "", "deep/b.ts": "" });
    symlinkSync(outside, `${root}/away`);
    symlinkSync(`${outside}/secret.ts`, `${root}/secret.ts`);
    symlinkSync("..", `${root}/deep/loop`);
    symlinkSync("self", `${root}/self`);
    if (isGit) initGit(root, false);
    const project = await openProject({ root, paths: [], packages: [] });
    expect(project.files).toEqual([`${root}/a.ts`, `${root}/deep/b.ts`]);
    expect(lead(project, "./away/secret", "a.ts")).toBe("unknown");
    expect(lead(project, "./secret", "a.ts")).toBe("unknown");
    expect(project.read(`${root}/secret.ts`)).toBeNull();
    expect(project.read(`${outside}/secret.ts`)).toBeNull();
  });
});

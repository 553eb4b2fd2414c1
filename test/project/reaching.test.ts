import { describe, expect, test } from "vitest";
import { below, openTree, type TreeFiles } from "./tempTree.ts";

describe("seeds and what reaches them", () => {
  const files: TreeFiles = {
    "package.json": {
      workspaces: ["packages/*"],
      imports: { "#push": "./src/lib/pusher.ts", "#sdk": "pusher" },
      dependencies: { pusher: "^5.0.0", p5: "npm:pusher@^5.1.0" },
    },
    "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } },
    "src/lib/pusher.ts": "import Pusher from 'pusher'",
    "src/lib/index.ts": "export * from './pusher'",
    "src/type.ts": "import type { Options } from 'pusher/lib/x'",
    "src/alias.ts": "import Pusher from 'p5'",
    "src/sdk.ts": "import Pusher from '#sdk'",
    "src/config.ts": "export default { driver: 'pusher', other: \"pusher\" }",
    "src/client.ts": "import Pusher from 'pusher-js'",
    "src/relative.ts": "import { pusher } from './lib/pusher.js'",
    "src/barrel.ts": "const { pusher } = require('./lib')",
    "src/dots/a.ts": "import { pusher } from '..'",
    "src/index.ts": "export { pusher } from './lib/'",
    "src/byAlias.ts": "import { pusher } from '@/lib/pusher'",
    "src/byImports.ts": "const { pusher } = await import('#push')",
    "src/onlyType.ts": "type P = import('./lib/pusher').P",
    "src/same/pusher.ts": "export const x = 1",
    "src/same/user.ts": "import { x } from './pusher'",
    "src/far.ts": "import './relative'",
    "src/farther.test.ts": "import './far'",
    "packages/app/package.json": { name: "app", dependencies: { shared: "workspace:*" } },
    "packages/app/main.ts": "import { p } from 'shared'",
    "packages/shared/package.json": { name: "shared", main: "dist/index.js" },
    "packages/shared/src/index.ts": "import { P } from '../../../src/lib/pusher'",
    "packages/shared/src/pkg.ts": "import '..'",
    "broken.ts": "import {",
  };

  test("seeds", async () => {
    const project = await openTree(files);
    expect(below(project, project.seeds("pusher"))).toEqual([
      "src/alias.ts",
      "src/lib/pusher.ts",
      "src/sdk.ts",
      "src/type.ts",
    ]);
    expect(below(project, project.seeds("pusher-js"))).toEqual(["src/client.ts"]);
    expect(project.seeds("superagent")).toEqual([]);
    expect(project.reaching("superagent")).toEqual([]);
  });

  test("importers", async () => {
    const project = await openTree(files);
    const importersOf = (file: string): string[] =>
      below(project, project.importersOf(`${project.root}/${file}`));
    expect(importersOf("src/lib/pusher.ts")).toEqual([
      "packages/shared/src/index.ts",
      "src/byAlias.ts",
      "src/byImports.ts",
      "src/lib/index.ts",
      "src/onlyType.ts",
      "src/relative.ts",
    ]);
    expect(importersOf("src/lib/index.ts")).toEqual(["src/barrel.ts", "src/index.ts"]);
    expect(importersOf("src/index.ts")).toEqual(["src/dots/a.ts"]);
    expect(importersOf("src/same/pusher.ts")).toEqual(["src/same/user.ts"]);
    expect(importersOf("packages/shared/src/index.ts")).toEqual([
      "packages/app/main.ts",
      "packages/shared/src/pkg.ts",
    ]);
    expect(importersOf("no/such.ts")).toEqual([]);
  });

  test("reaching", async () => {
    const project = await openTree(files);
    const reaching = below(project, project.reaching("pusher"));
    expect(reaching).toContain("src/farther.test.ts");
    expect(reaching).toContain("packages/app/main.ts");
    for (const file of ["src/same/user.ts", "src/config.ts", "src/client.ts", "broken.ts"])
      expect(reaching).not.toContain(file);
    expect(reaching).toHaveLength(17);
  });

  test("a tree without the package is not looked at further", async () => {
    const project = await openTree({
      "package.json": "{ broken",
      "tsconfig.json": "{ broken",
      "a.ts": "import './b'",
      "b.ts": "const pusher = 'pusher-js'",
    });
    expect(project.seeds("pusher")).toEqual([]);
    expect(project.reaching("pusher")).toEqual([]);
    expect(project.warnings).toEqual([]);
  });

  test("what is skipped is named, with its reason, when it mentions a package", async () => {
    const mention = "require('pusher');";
    const project = await openTree({
      "big.js": `${mention}\n${"x;\n".repeat(700_000)}`,
      "big-other.js": `${"x;\n".repeat(700_000)}`,
      "bundle.js": `${mention}${"x;".repeat(300_000)}`,
      "lib.min.js": mention,
      "dist/out.js": `${mention}\n//# sourceMappingURL=out.js.map`,
      "dist/source.js": mention,
    });
    expect(project.skipped.map(({ file, reason }) => [file.slice(project.root.length + 1), reason])).toEqual([
      ["big.js", "larger than 2 MB"],
      ["bundle.js", "a bundle in one line"],
      ["dist/out.js", "build output"],
      ["lib.min.js", "minified"],
    ]);
    expect(below(project, project.seeds("pusher"))).toEqual(["dist/source.js"]);
  });

  test("texts", async () => {
    const project = await openTree({ "a.ts": "\ufeffimport Pusher from 'pusher'\r\n", "package.json": {} });
    expect(project.read(`${project.root}/a.ts`)).toBe("import Pusher from 'pusher'\r\n");
    expect(project.read(`${project.root}/no.ts`)).toBeNull();
    expect(project.read("/etc/passwd")).toBeNull();
    expect(below(project, project.seeds("pusher"))).toEqual(["a.ts"]);
  });
});

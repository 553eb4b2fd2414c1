import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runInitBanFlow } from "../../src/cli/commands/initBanFlow.ts";
import type { Io } from "../../src/cli/io.ts";

const CLIENT = {
  "src/lib/pusher.js": `import Pusher from 'pusher';\n\nexport const pusher = new Pusher({ appId: process.env.PUSHER_APP_ID });\n`,
};

/** A project in a folder of its own, and the command's way to speak, in one of its folders. */
function makeProject(
  files: Readonly<Record<string, string>>,
  cwd = ".",
): { root: string; io: Io; said: () => string } {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "sadpath-init-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const said: string[] = [];
  const io = { cwd: path.join(root, cwd), out: async (text: string) => void said.push(text) };
  return { root, io: io as unknown as Io, said: () => said.join("") };
}

const manifest = (dependencies: object) => ({
  "package.json": JSON.stringify({ type: "module", dependencies: { pusher: "^5.3.4", ...dependencies } }),
});

test("writes the module, bound to the project's client, and says what is to do", async () => {
  const { root, io, said } = makeProject({ ...CLIENT, ...manifest({ bullmq: "*", ioredis: "*" }) });
  expect(await runInitBanFlow(undefined, io)).toBe(0);
  expect(said()).toBe(
    [
      "src/lib/ban-flow.js written, with the bullmq back end. Its head says how to use it",
      "- set REDIS_URL: no connection to Redis was found that the module could import, so it makes its own",
      "- let Redis persist (appendonly yes), or its restart loses blocks and retries",
      "",
    ].join("\n"),
  );
  const written = readFileSync(path.join(root, "src/lib/ban-flow.js"), "utf8");
  expect(written).toContain("import { pusher } from './pusher");
  expect(written).toContain("export async function terminate(userId) {");
});

test("a back end that is named wins; one that cannot be is told", async () => {
  const { io, said } = makeProject({ ...CLIENT, ...manifest({ bullmq: "*", ioredis: "*" }) });
  await runInitBanFlow("in-process", io);
  expect(said()).toContain("with the in-process back end");
  const other = makeProject({ ...CLIENT, ...manifest({}) });
  await runInitBanFlow("outbox", other.io);
  expect(other.said()).toContain("with the in-process back end");
  expect(other.said()).toContain("- no database client was found that a module could import: no outbox");
});

test("in a package of a workspace, with the client of another one", async () => {
  const { root, io } = makeProject(
    {
      "package.json": JSON.stringify({ private: true, workspaces: ["apps/*", "packages/*"] }),
      "packages/push/package.json": JSON.stringify({ name: "@acme/push", main: "index.js", type: "module" }),
      "packages/push/index.js": CLIENT["src/lib/pusher.js"],
      "apps/api/package.json": JSON.stringify({ type: "module", dependencies: { "@acme/push": "*" } }),
      "apps/api/src/ban.js": `import { pusher } from '@acme/push';\n\nexport const ban = (id) => pusher.terminateUserConnections(id);\n`,
    },
    "apps/api",
  );
  await runInitBanFlow(undefined, io);
  expect(readFileSync(path.join(root, "apps/api/src/ban-flow.js"), "utf8")).toContain(
    "import { pusher } from '@acme/push';",
  );
});

test("the project's Prettier config is kept to", async () => {
  const { root, io } = makeProject({
    ...CLIENT,
    ...manifest({}),
    ".prettierrc": `{ "semi": false, "useTabs": true }`,
  });
  await runInitBanFlow(undefined, io);
  const written = readFileSync(path.join(root, "src/lib/ban-flow.js"), "utf8");
  expect(written).toContain(`\tcheckUserId(userId)\n`);
  expect(written).toContain(`from "./pusher`);
});

test("a module that is there is left alone", async () => {
  const { root, io } = makeProject({ ...CLIENT, ...manifest({}) });
  await runInitBanFlow(undefined, io);
  const file = path.join(root, "src/lib/ban-flow.js");
  writeFileSync(file, `${readFileSync(file, "utf8")}// Ours now.\n`);
  await expect(runInitBanFlow(undefined, io)).rejects.toThrow("src/lib/ban-flow.js exists already");
  expect(readFileSync(file, "utf8")).toContain("// Ours now.");
});

test("without a client, or a package, nothing is written", async () => {
  const { root, io } = makeProject({ "src/lib/a.js": "export const a = 1;\n", ...manifest({}) });
  await expect(runInitBanFlow(undefined, io)).rejects.toThrow(
    "no ban-flow module was written: no Pusher client was found that a module of its own could import",
  );
  expect(existsSync(path.join(root, "src/lib/ban-flow.js"))).toBe(false);
  await expect(runInitBanFlow(undefined, makeProject({}).io)).rejects.toThrow(
    "there is no package.json here",
  );
  await expect(runInitBanFlow(undefined, makeProject({ "package.json": "{" }).io)).rejects.toThrow(
    "package.json is not valid JSON",
  );
});

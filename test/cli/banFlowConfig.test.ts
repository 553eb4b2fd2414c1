import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, tempRepo } from "../pipeline/tempRepo.ts";
import { runCli } from "./process.ts";

const FILES = {
  "package.json": '{ "private": true, "dependencies": { "pusher": "^5.3.2", "express": "^5.1.0" } }',
  "src/pusher.ts":
    "import Pusher from 'pusher';\n\nexport const pusher = Pusher.forURL(process.env.PUSHER_URL!);\n",
  "src/bans.ts":
    "export async function keepOut(id: string) {}\nexport const isOut = async (id: string) => true;\nexport const throwOut = async (id: string) => {};\n",
  "src/moderation.ts": `import { pusher } from './pusher';

export async function banUser(userId: string) {
  await pusher.terminateUserConnections(userId);
}
`,
};
const CONFIG = {
  banFlow: {
    block: "./src/bans.ts#keepOut",
    isBlocked: "./src/bans.ts#isOut",
    terminate: "./src/bans.ts#throwOut",
  },
};

test("the project's own functions are called, and nothing is scaffolded", async () => {
  const root = tempRepo({ ...FILES, "sadpath.config.json": JSON.stringify(CONFIG) });
  const { code } = await runCli(root, ["fix", "--write", "--safety", "review", "."]);
  expect(code).toBe(0);
  const text = readText(root, "src/moderation.ts");
  expect(text).toContain("import { keepOut, throwOut } from './bans';");
  expect(text).toContain("await keepOut(userId);\n    await throwOut(userId);");
  expect(existsSync(join(root, "src/ban-flow.ts"))).toBe(false);
  expect((await runCli(root, ["fix", "--safety", "review", "-f", "diff", "."])).out).toBe("");
});

test("with safe rewrites only, the failure is logged, and the report says what review would do", async () => {
  const root = tempRepo(FILES);
  const { out } = await runCli(root, ["fix", "--write", "."]);
  expect(out.replace(/\s+/g, " ")).toContain("with --safety review the user is blocked first");
  expect(readText(root, "src/moderation.ts")).toContain("await pusher.terminateUserConnections(userId);");
  expect(readText(root, "src/moderation.ts")).toContain("pusher.terminateUserConnections failed");
  expect(existsSync(join(root, "src/ban-flow.ts"))).toBe(false);
});

test("change by change, the module comes with the first that needs it, and not without one", async () => {
  const taken = tempRepo(FILES);
  const { err } = await runCli(taken, ["fix", "-i", "--safety", "review", "."], "y\ny\n");
  expect(err).toContain("brings src/ban-flow.ts along");
  expect(readText(taken, "src/ban-flow.ts")).toContain("export async function block");
  const refused = tempRepo(FILES);
  await runCli(refused, ["fix", "-i", "--safety", "review", "."], "n\nn\n");
  expect(existsSync(join(refused, "src/ban-flow.ts"))).toBe(false);
});

test("the back end that the config names", async () => {
  const root = tempRepo({
    ...FILES,
    "package.json": '{ "private": true, "dependencies": { "pusher": "^5.3.2", "bullmq": "^5.0.0" } }',
    "sadpath.config.json": '{ "banFlow": { "backEnd": "in-process" } }',
  });
  const { out } = await runCli(root, ["fix", "--write", "--safety", "review", "."]);
  expect(out).toContain("src/ban-flow.ts");
  expect(readText(root, "src/ban-flow.ts")).toContain("WARNING");
});

test.each([
  ['{ "banFlow": { "block": "src/bans.ts" } }', '"banFlow.block"'],
  ['{ "banFlow": { "block": "./a.ts#b" } }', "must name block, isBlocked and terminate"],
  [
    '{ "banFlow": { "block": "./none.ts#a", "isBlocked": "./none.ts#b", "terminate": "./none.ts#c" } }',
    "the config's banFlow.block names ./none.ts: there is no file",
  ],
  ['{ "banFlow": { "backEnd": "sqlite" } }', '"banFlow.backEnd" must be one of'],
])("%s is refused: what, where, how to mend it", async (config, message) => {
  const root = tempRepo({ ...FILES, "sadpath.config.json": config });
  const { code, err } = await runCli(root, ["scan"]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

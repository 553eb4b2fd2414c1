import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, onTestFinished, test } from "vitest";
import { runInitBanFlow } from "../../src/cli/commands/initBanFlow.ts";
import type { Io } from "../../src/cli/io.ts";

let count = 0;

/** A project below node_modules, so that its module finds the packages that it imports. */
function makeProject(
  manifest: object,
  files: readonly string[] = [],
): { root: string; io: Io; said: string[] } {
  const root = path.resolve(
    import.meta.dirname,
    `../../node_modules/.cache/sadpath-init-${process.pid}-${count++}`,
  );
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, "src/lib"), { recursive: true });
  writeFileSync(path.join(root, "package.json"), JSON.stringify(manifest));
  for (const file of files) writeFileSync(path.join(root, file), "{}");
  const said: string[] = [];
  const io = { cwd: root, out: async (text: string) => void said.push(text) } as unknown as Io;
  return { root, io, said };
}

const strict: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  esModuleInterop: true,
  skipLibCheck: true,
  types: ["node"],
};

test.for([
  ["bullmq", "in BullMQ"],
  ["pg", "in PostgreSQL"],
  ["@prisma/client", "in PostgreSQL"],
  ["drizzle-orm", "in PostgreSQL"],
  ["pg-boss", "in PostgreSQL"],
  ["express", "a restart loses blocks and queued retries"],
])(
  "with %s: a typed module without a type error, and says what it is",
  { timeout: 60_000 },
  async ([name, note]) => {
    const { root, io, said } = makeProject({ type: "module", dependencies: { [name!]: "*" } }, [
      "tsconfig.json",
    ]);
    expect(await runInitBanFlow(undefined, io)).toBe(0);
    expect(said.join("")).toContain(note);
    const file = path.join(root, "src/lib/ban-flow.ts");
    const program = ts.createProgram([file], strict);
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map((one) => ts.flattenDiagnosticMessageText(one.messageText, " "));
    expect(problems).toEqual([]);
  },
);

test.for([
  [{ type: "module" }, "export function createBanFlow"],
  [{}, "exports.createBanFlow = createBanFlow"],
] as const)("JavaScript in the project's module style: %j", async ([manifest, text]) => {
  const { root, io } = makeProject(manifest);
  await runInitBanFlow(undefined, io);
  const written = readFileSync(path.join(root, "src/lib/ban-flow.js"), "utf8");
  expect(written).toContain(text);
  expect(written).not.toContain(": Promise<");
  expect(written).toContain("WARNING: blocks and queued retries are in this process's memory");
});

test("a module that is there is left alone", async () => {
  const { root, io } = makeProject({}, ["src/lib/ban-flow.ts"]);
  await expect(runInitBanFlow(undefined, io)).rejects.toThrow("src/lib/ban-flow.ts exists already");
  expect(existsSync(path.join(root, "src/lib/ban-flow.js"))).toBe(false);
});

test("a back end that is named wins", async () => {
  const { io, said } = makeProject({ dependencies: { pg: "*" } });
  await runInitBanFlow("bullmq", io);
  expect(said.join("")).toContain("in BullMQ");
});

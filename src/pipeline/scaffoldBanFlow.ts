import { access, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { messageOf, UserError } from "./userError.ts";
import { writeOwnFile } from "./write.ts";
import { banFlowText, chooseBackEnd, type BackEnd } from "../rewrite/banFlow/moduleText.ts";
import { formatNew } from "../text/formatNew.ts";

const FOLDERS = ["src/lib", "lib", "src"];

/**
 * Writes the module that keeps banned users out, for what the project in a folder depends on, and gives a line that says so.
 * @throws {UserError} where there is no package.json, or such a module already.
 */
export async function scaffoldBanFlow(root: string, wanted: BackEnd | undefined): Promise<string> {
  const manifest = await readManifest(join(root, "package.json"));
  const isTyped = await exists(join(root, "tsconfig.json"));
  const folder = await firstFolder(root);
  for (const extension of ["ts", "js", "mjs", "cjs"]) {
    const other = `${folder}ban-flow.${extension}`;
    if (await exists(join(root, other))) throw new UserError(`${other} exists already; it was left as it is`);
  }
  const name = `${folder}ban-flow.${isTyped ? "ts" : "js"}`;
  const backEnd = wanted ?? chooseBackEnd(manifest.dependencies);
  const typed = banFlowText(backEnd, manifest.dependencies);
  const text = isTyped ? typed : await withoutTypes(typed, manifest.isModule);
  const formatted = await formatNew(text, name);
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeOwnFile(join(root, name), formatted).catch((error: unknown) => {
    throw new UserError(`${name} cannot be written: ${messageOf(error)}`);
  });
  return `${name} written, ${NOTES[backEnd]}. Its head says how to use it`;
}

const NOTES: Readonly<Record<BackEnd, string>> = {
  outbox: "with an outbox in PostgreSQL: add BAN_FLOW_TABLE to your migrations",
  bullmq: "with retries in BullMQ: let Redis persist (appendonly yes)",
  "in-process":
    "in memory: a restart loses blocks and queued retries. With BullMQ or PostgreSQL in package.json it would be durable",
};

async function withoutTypes(text: string, isModule: boolean): Promise<string> {
  const { toJavaScript } = await import("../project/toJavaScript.ts");
  return toJavaScript(text, isModule ? "esm" : "commonjs");
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly isModule: boolean;
}

async function readManifest(file: string): Promise<Manifest> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError(
      "there is no package.json here: run sadpath init --ban-flow in the folder of the project",
    );
  });
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, "")) as Record<string, unknown> | null;
    const part = (key: string) =>
      typeof value?.[key] === "object" ? (value[key] as Record<string, string>) : {};
    return {
      dependencies: { ...part("devDependencies"), ...part("dependencies") },
      isModule: value?.["type"] === "module",
    };
  } catch (error) {
    throw new UserError(`package.json is not valid JSON: ${messageOf(error)}`);
  }
}

async function firstFolder(root: string): Promise<string> {
  for (const folder of FOLDERS) if (await exists(join(root, folder))) return `${folder}/`;
  return "";
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

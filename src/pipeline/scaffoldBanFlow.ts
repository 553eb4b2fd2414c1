import { access, mkdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { findRoot } from "../project/findRoot.ts";
import { openProject } from "../project/openProject.ts";
import { toAbsolute } from "../project/paths.ts";
import { Modules } from "../resolve/modules.ts";
import { banFlowOf } from "../rewrite/banFlow/banFlowFile.ts";
import type { BackEnd } from "../rewrite/banFlow/moduleText.ts";
import { packageAt } from "../rewrite/banFlow/packageFiles.ts";
import { formatNew } from "../text/formatNew.ts";
import { messageOf, UserError } from "./userError.ts";
import { writeOwnFile } from "./write.ts";

/**
 * Writes the module that keeps banned users out, bound to the Pusher client and the store of the package in a folder,
 * and gives the lines that say so.
 * @throws {UserError} where there is no package.json, no Pusher client, or such a module already.
 */
export async function scaffoldBanFlow(folder: string, wanted: BackEnd | undefined): Promise<string> {
  await requireManifest(join(folder, "package.json"));
  const root = findRoot([], folder);
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const modules = new Modules(project);
  const pack = packageAt(toAbsolute(folder), modules);
  const found = pack ? banFlowOf(pack, modules, wanted) : { reason: "there are no source files here" };
  if ("reason" in found) throw new UserError(`no ban-flow module was written: ${found.reason}`);
  const path = join(root, found.file);
  const name = relative(folder, path);
  if (found.exists || (await exists(path)))
    throw new UserError(`${name} exists already; it was left as it is`);
  await mkdir(dirname(path), { recursive: true });
  await writeOwnFile(path, await formatNew(found.text, path, root)).catch((error: unknown) => {
    throw new UserError(`${name} cannot be written: ${messageOf(error)}`);
  });
  const notes = found.notes.map((note) => `- ${note}`);
  return [`${name} written, with the ${found.backEnd} back end. Its head says how to use it`, ...notes].join(
    "\n",
  );
}

async function requireManifest(file: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError(
      "there is no package.json here: run sadpath init --ban-flow in the folder of the project",
    );
  });
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UserError(`package.json is not valid JSON: ${messageOf(error)}`);
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

import { access, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openProject } from "../project/openProject.ts";
import { Modules } from "../resolve/modules.ts";
import { banFlowOf } from "../rewrite/banFlow/banFlowFile.ts";
import type { BackEnd } from "../rewrite/banFlow/moduleText.ts";
import { packageAt } from "../rewrite/banFlow/packageFiles.ts";
import { formatNew } from "../text/formatNew.ts";
import { messageOf, UserError } from "./userError.ts";
import { writeOwnFile } from "./write.ts";

/**
 * Writes the module that keeps banned users out, bound to the Pusher client and the store of the project in a folder,
 * and gives the lines that say so.
 * @throws {UserError} where there is no package.json, no Pusher client, or such a module already.
 */
export async function scaffoldBanFlow(root: string, wanted: BackEnd | undefined): Promise<string> {
  await requireManifest(join(root, "package.json"));
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const pack = packageAt(project.root, new Modules(project));
  const found = pack
    ? banFlowOf(pack, new Modules(project), wanted)
    : { reason: "there are no source files here" };
  if ("reason" in found) throw new UserError(`no ban-flow module was written: ${found.reason}`);
  const { file, backEnd, notes } = found;
  const path = join(root, file);
  if (found.exists || (await exists(path)))
    throw new UserError(`${file} exists already; it was left as it is`);
  await mkdir(dirname(path), { recursive: true });
  await writeOwnFile(path, await formatNew(found.text, path, root)).catch((error: unknown) => {
    throw new UserError(`${file} cannot be written: ${messageOf(error)}`);
  });
  const lines = notes.map((note) => `- ${note}`);
  return [`${file} written, with the ${backEnd} back end. Its head says how to use it`, ...lines].join("\n");
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

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { openProject } from "../../src/project/openProject.ts";
import { Modules } from "../../src/resolve/modules.ts";
import { banFlowFile, type BanFlowFile } from "../../src/rewrite/banFlow/banFlowFile.ts";
import type { BackEnd } from "../../src/rewrite/banFlow/moduleText.ts";

/** The sources of a project by name; `dependencies` go into its package.json beside pusher. */
export interface Sources {
  readonly files: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly type?: "module" | "commonjs";
}

/** What the constructor of a client takes in these projects. */
export const OPTIONS =
  "{ appId: process.env.PUSHER_APP_ID!, key: process.env.PUSHER_KEY!, secret: process.env.PUSHER_SECRET!, cluster: 'eu' }";

/** A module that exports a client, in TypeScript. */
export const CLIENT = {
  "src/lib/pusher.ts": `import Pusher from 'pusher';\n\nexport const pusher = new Pusher(${OPTIONS});\n`,
};

/** Writes a project into a folder of its own, which ends with the test. */
function writeSources({ files, dependencies = {}, type = "module" }: Sources): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "sadpath-ban-flow-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const manifest = { type, dependencies: { pusher: "^5.3.4", ...dependencies } };
  for (const [name, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** What sadpath would write for a project, asked for by each of its files: always the same. */
export async function banFlowOf(
  sources: Sources,
  wanted?: BackEnd,
): Promise<{ readonly root: string; readonly found: BanFlowFile | { readonly reason: string } }> {
  const root = writeSources(sources);
  const project = await openProject({ root, paths: [], packages: ["pusher"] });
  const askers = project.files.filter((file) => !file.includes("/packages/"));
  const answers = askers.flatMap((file) => {
    const modules = new Modules(project);
    const module = modules.get(file);
    return module ? [banFlowFile(module, modules, wanted)] : [];
  });
  const [first] = answers;
  if (!first) throw new Error("the project has no module that asks");
  if (answers.some((one) => JSON.stringify(one) !== JSON.stringify(first)))
    throw new Error("the answer depends on which module asks");
  return { root, found: first };
}

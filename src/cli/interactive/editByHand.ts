import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EditPlan } from "../../model/edit.ts";
import type { FileChange } from "../../model/result.ts";
import { messageOf } from "../../pipeline/userError.ts";
import { diffTexts } from "../../text/diff.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import { EDIT_HELP, parseEditedHunks } from "./editedHunks.ts";
import { spliceEdits } from "./spliceEdits.ts";

/** A plan, and the change that it makes of its file when it is the only one. */
export interface EditablePlan {
  readonly plan: EditPlan;
  readonly alone: FileChange;
}

/**
 * Opens a plan's diff in the user's editor, and makes a plan of what comes back.
 * @returns why not, where it does not fit the file or the file would not parse.
 */
export async function editByHand(
  editable: EditablePlan,
  io: Io,
  engine: Engine,
): Promise<EditPlan | { readonly problem: string }> {
  const { plan } = editable;
  const { file, before, after: proposed } = editable.alone;
  // Nobody should have to keep a BOM alive in an editor.
  const [old, fresh] = [before.replace(/^\uFEFF/, ""), proposed.replace(/^\uFEFF/, "")];
  const edited = await openEditor(`${diffTexts(file, old, fresh).diff}${EDIT_HELP}`, io);
  if (typeof edited !== "string") return edited;
  const parsed = parseEditedHunks(edited, old);
  if ("problem" in parsed) return parsed;
  const after = spliceEdits(before, parsed.edits);
  if (after === undefined) return { problem: "its hunks overlap" };
  const problem = await engine.syntaxProblem(file, after);
  if (problem !== undefined) return { problem: `the file would not parse any more: ${problem}` };
  return { ...plan, edits: parsed.edits, title: `${plan.title}, edited by hand` };
}

async function openEditor(text: string, io: Io): Promise<string | { readonly problem: string }> {
  const folder = await mkdtemp(join(tmpdir(), "sadpath-"));
  const file = join(folder, "change.diff");
  try {
    await writeFile(file, text);
    const editor = io.env["VISUAL"] || io.env["EDITOR"] || "vi";
    const code = await runEditor(editor, file, io);
    return code === 0
      ? await readFile(file, "utf8")
      : { problem: `the editor (${editor}) ended with code ${code}` };
  } catch (error) {
    return { problem: messageOf(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The variable may hold arguments (`code --wait`); so a shell reads it, as git does. It is the user's own. */
function runEditor(editor: string, file: string, io: Io): Promise<number> {
  return new Promise((fulfil, reject) => {
    const stdio = [
      io.isStdinTerminal ? "inherit" : "ignore",
      io.isStdoutTerminal ? "inherit" : 2,
      "inherit",
    ] as const;
    const command = process.platform === "win32" ? `${editor} "${file}"` : `${editor} "$SADPATH_EDIT"`;
    const child = spawn(command, { shell: true, stdio: [...stdio], env: { ...io.env, SADPATH_EDIT: file } });
    child.on("error", reject);
    child.on("close", (code) => fulfil(code ?? 1));
  });
}

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { undoLastWrite } from "../../pipeline/undo.ts";
import { UserError } from "../../pipeline/userError.ts";
import { count } from "../../report/layout.ts";
import { visible } from "../../report/visible.ts";
import { projectRoot } from "../paths.ts";
import type { CommandContext } from "./fix.ts";

/** `undo`: puts back what the last `--write` changed. 3 when a file had to be left alone; each is named with its reason. */
export async function runUndo(
  folder: string | undefined,
  flags: { readonly quiet?: boolean },
  context: CommandContext,
): Promise<number> {
  const { io, interrupts } = context;
  const place = resolve(io.cwd, folder ?? ".");
  const isFolder = await stat(place).then(
    (status) => status.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UserError(`no such folder: ${folder ?? place}`);
  const { restored, untouched, leftAlone } = await interrupts.protect(() =>
    undoLastWrite(projectRoot([place], io.cwd)),
  );
  const lines = [
    ...restored.map((file) => `  restored  ${visible(file)}`),
    ...untouched.map((file) => `  unchanged ${visible(file)}`),
    ...leftAlone.map(({ file, reason }) => `  left      ${visible(file)}: ${visible(reason)}`),
  ];
  const left = leftAlone.length === 0 ? "" : `; ${count(leftAlone.length, "file")} left alone`;
  const summary = `${count(restored.length, "file")} restored${left}.`;
  if (flags.quiet !== true || leftAlone.length > 0) await io.out(`${[...lines, summary].join("\n")}\n`);
  return leftAlone.length === 0 ? 0 : 3;
}

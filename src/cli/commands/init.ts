import { access } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, UserError } from "../../pipeline/userError.ts";
import { writeOwnFile } from "../../pipeline/write.ts";
import { CONFIG_TEMPLATE } from "../config/template.ts";
import type { Io } from "../io.ts";

const NAMES = ["json", "ts", "mjs", "js"].map((extension) => `sadpath.config.${extension}`);

/** `init`: writes a commented config. One that is there already is left alone. */
export async function runInit(io: Io): Promise<number> {
  for (const name of NAMES) {
    const isThere = await access(join(io.cwd, name)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new UserError(`${name} exists already; it was left as it is`);
  }
  const name = "sadpath.config.json";
  await writeOwnFile(join(io.cwd, name), CONFIG_TEMPLATE).catch((error: unknown) => {
    throw new UserError(`${name} cannot be written: ${messageOf(error)}`);
  });
  await io.out(`${name} written. It is data: sadpath reads it without --config. Next: sadpath scan\n`);
  return 0;
}

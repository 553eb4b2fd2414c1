import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, messageOf, UserError } from "../pipeline/userError.ts";
import type { Artefacts } from "./job.ts";

/** Where folders stand until they are whole. */
const PARTIAL = ".partial";

/** Removes what a killed run left half written. */
export async function removePartial(out: string): Promise<void> {
  await rm(join(out, PARTIAL), { recursive: true, force: true });
}

/**
 * Replaces a repository's folder as a whole: who looks, and whenever the process dies, finds all files of one job.
 * They are on the disk when this resolves.
 */
export async function writeArtefacts(out: string, folder: string, artefacts: Artefacts): Promise<void> {
  const token = randomBytes(6).toString("hex");
  const fresh = join(out, PARTIAL, token);
  const old = `${fresh}.old`;
  const place = join(out, folder);
  try {
    await mkdir(fresh, { recursive: true });
    for (const [name, text] of Object.entries(artefacts)) await writeSynced(join(fresh, name), text);
    await rename(place, old).catch((error: unknown) => {
      if (codeOf(error) !== "ENOENT") throw error;
    });
    await rename(fresh, place);
    await syncFolder(out);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    throw new UserError(
      `${place} cannot be written: ${messageOf(error)}; mend that, and run the same command again`,
    );
  }
}

/** Adds files to a repository's folder, or replaces them. */
export async function addArtefacts(out: string, folder: string, artefacts: Artefacts): Promise<void> {
  for (const [name, text] of Object.entries(artefacts)) {
    const fresh = join(out, PARTIAL, randomBytes(6).toString("hex"));
    await mkdir(join(out, PARTIAL), { recursive: true });
    await writeSynced(fresh, text);
    await rename(fresh, join(out, folder, name));
  }
}

/** A file of a repository's folder; undefined where there is none. */
export async function readArtefact(out: string, folder: string, name: string): Promise<string | undefined> {
  return readFile(join(out, folder, name), "utf8").catch(() => undefined);
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(text, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

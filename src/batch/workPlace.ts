import { randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf, UserError } from "../pipeline/userError.ts";

/**
 * A folder for the clones of this process: outside of the output folder, since tools look for their config upwards.
 * Its name tells the process, so that what a killed one has left is found by the next, and removed.
 */
export async function makeWorkPlace(): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const parent = join(tmpdir(), `sadpath-${uid}`);
  await mkdir(parent, { mode: 0o700, recursive: true });
  const status = await lstat(parent);
  // Anybody may make folders in /tmp, and could have made this one, or a link.
  if (!status.isDirectory() || status.uid !== uid || (status.mode & 0o022) !== 0)
    throw new UserError(`${parent} does not belong to this user alone; remove it, or set TMPDIR`);
  for (const name of await readdir(parent)) {
    const [host, pid] = name.split("~");
    // Containers may share the folder, but not the numbers of their processes.
    if (host !== hostname() || isAlive(Number(pid))) continue;
    // Children of a run that was killed may still be ending.
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
  const place = join(parent, `${hostname()}~${process.pid}~${randomBytes(6).toString("hex")}`);
  await mkdir(place, { mode: 0o700 });
  return place;
}

/** Whether that process lives, and is another one than this. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

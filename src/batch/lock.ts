import { readFileSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { codeOf, messageOf, UserError } from "../pipeline/userError.ts";

const ownerSchema = z.object({ pid: z.number().int(), started: z.string(), host: z.string() });

/** The process that works in an output folder. */
export type LockOwner = z.infer<typeof ownerSchema>;

const LOCK = ".lock";

/**
 * Takes the output folder for this process. The lock of a process that has died is taken over.
 * @returns what gives it back.
 * @throws {UserError} where another run is at work there.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, LOCK);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = await open(file, "wx");
      const owner: LockOwner = { pid: process.pid, started: startOf(process.pid) ?? "", host: hostname() };
      await handle.writeFile(JSON.stringify(owner));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw new UserError(`${folder} cannot be written: ${messageOf(error)}`);
      const owner = await lockOwner(folder);
      if (owner !== undefined)
        throw new UserError(
          `another run (process ${owner.pid} on ${owner.host}) is at work in ${folder}; if it is not, remove ${file}`,
        );
      await rm(file, { force: true });
    }
  }
  throw new UserError(`${file} is taken again and again; is another run starting?`);
}

/** The living process that holds a folder; undefined where there is none. One on another machine counts as living. */
export async function lockOwner(folder: string): Promise<LockOwner | undefined> {
  let owner: LockOwner;
  try {
    owner = ownerSchema.parse(JSON.parse(await readFile(join(folder, LOCK), "utf8")));
  } catch {
    return undefined;
  }
  if (owner.host !== hostname()) return owner;
  if (!isAlive(owner.pid)) return undefined;
  // A number is given to a new process after a while, in a container at once: the start tells them apart.
  const started = startOf(owner.pid);
  return started !== undefined && owner.started !== "" && started !== owner.started ? undefined : owner;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** When a process was started, in ticks since this boot; undefined where the system does not tell (only Linux does). */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field, the program's name, may hold blanks; field 22 is the start.
    return `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
  } catch {
    return undefined;
  }
}

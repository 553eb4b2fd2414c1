import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeOwnFile } from "../pipeline/write.ts";
import { UserError } from "../pipeline/userError.ts";
import type { PlannedJob } from "./plan.ts";

const FILE = "jobs.json";
const keyed = z.looseObject({ key: z.string() });
const jobsSchema = z.array(
  z.looseObject({
    name: z.string(),
    folder: z.string(),
    shown: z.string(),
    analysis: keyed,
    publish: keyed.extend({ level: z.string(), branch: z.string() }).optional(),
  }),
);

/** Leaves in the output folder what this run is about: for `batch status`. Addresses are without credentials. */
export async function writeJobs(out: string, jobs: readonly PlannedJob[]): Promise<void> {
  const bare = jobs.map(({ analysis, ...job }) => ({ ...job, analysis: { key: analysis.key } }));
  await writeOwnFile(join(out, FILE), `${JSON.stringify(bare)}\n`);
}

/** The jobs of the last run in a folder, as far as their state depends on them. */
export async function readJobs(out: string): Promise<PlannedJob[]> {
  try {
    const jobs: unknown = JSON.parse(await readFile(join(out, FILE), "utf8"));
    jobsSchema.parse(jobs);
    return jobs as PlannedJob[];
  } catch {
    throw new UserError(`${out} is not the output folder of a batch: it has no readable ${FILE}`);
  }
}

import { judge } from "./judges.ts";
import type { Programs } from "./programs.ts";
import { sections, type Section } from "./sections.ts";

/** What becomes of one fault, with the program as it was and as it is rewritten. */
export interface Measured {
  readonly fault: string;
  readonly before: string;
  readonly after: string;
}

/** The programs mostly wait: more of them than there are processors run at a time. */
const AT_A_TIME = 6;

/** Measures every row of every section, before and after. */
export async function measureSections(
  folders: Pick<Programs, "before" | "after">,
): Promise<ReadonlyMap<Section, readonly Measured[]>> {
  const found = new Map(sections.map((section) => [section, new Map<string, Measured>()]));
  const jobs = sections.flatMap((section) => section.rows.map((row) => ({ section, row })));
  let next = 0;
  const work = async (): Promise<void> => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      const { section, row } = job;
      const before = await judge(section, row, folders.before, false);
      const after = await judge(section, row, folders.after, true);
      found.get(section)?.set(row.fault, { fault: row.fault, before, after });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return new Map(
    [...found].map(([section, rows]) => [
      section,
      section.rows.flatMap(({ fault }) => {
        const row = rows.get(fault);
        return row ? [row] : [];
      }),
    ]),
  );
}

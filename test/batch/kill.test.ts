import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFailed, test } from "vitest";
import { tempFolder } from "../pipeline/tempRepo.ts";
import { copyFleet, makeFleet } from "./fleet.ts";
import { ledgerLines, randomFrom, resultOf, startCli, until } from "./fleetRuns.ts";

const AMOUNT = 200;
const KILLS = 20;

test(
  "200 repositories, killed at 20 random moments: the same result as undisturbed, no job lost or done twice, no branch pushed twice",
  { timeout: 280_000 },
  async () => {
    const seed = Number(process.env["SADPATH_TEST_SEED"] ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    const hint = `seed ${seed}: SADPATH_TEST_SEED=${seed} repeats it`;
    onTestFailed(() => console.error(hint));
    const root = tempFolder();
    for (const name of ["calm", "killed"]) mkdirSync(join(root, name));
    const calm = makeFleet(join(root, "calm"), AMOUNT);
    const killed = copyFleet(calm, join(root, "calm"), join(root, "killed"));
    const command = (place: string): string[] =>
      ["batch", "fleet.txt", "--out", "out", "--push", "--concurrency", "2", "--quiet"].map((word) =>
        word === "out" ? join(root, place, "out") : word,
      );

    expect(await startCli(join(root, "calm"), command("calm")).ended).toBe(3);
    const expected = resultOf(join(root, "calm"), join(root, "calm/out"), calm);

    const out = join(root, "killed/out");
    const killedIn = new Set<string>();
    let inTheMiddle = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const before = ledgerLines(out).length;
      const run = startCli(join(root, "killed"), command("killed"));
      // Every fifth at any moment from its start on, the others some jobs later.
      if (kill % 5 === 4) await sleep(random() * 1000);
      else {
        const jobs = before + 1 + Math.floor(random() * 32);
        await until(() => ledgerLines(out).length >= jobs || run.child.exitCode !== null, hint);
        await sleep(random() * 60);
      }
      run.child.kill("SIGKILL");
      if ((await run.ended) !== "SIGKILL") continue;
      const lines = ledgerLines(out);
      if (lines.length > before) inTheMiddle += 1;
      killedIn.add(lines.at(-1)?.work ?? "nothing");
    }
    expect(inTheMiddle).toBeGreaterThanOrEqual(12);
    expect([...killedIn]).toEqual(expect.arrayContaining(["analysis", "publish"]));
    expect(await startCli(join(root, "killed"), command("killed")).ended).toBe(3);

    expect(resultOf(join(root, "killed"), out, killed)).toEqual(expected);
    const done = ledgerLines(out).map(({ work, name }) => `${work} of ${name}`);
    expect(done.length).toBe(new Set(done).size);
    expect(done.filter((line) => line.startsWith("analysis"))).toHaveLength(AMOUNT);
    expect(Object.values(expected).filter((text) => text.endsWith("pushed 1 times"))).toHaveLength(
      AMOUNT / 2,
    );
  },
);

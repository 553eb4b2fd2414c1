import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLedger, readLedger } from "../../src/batch/ledger.ts";
import { lockFolder, lockOwner } from "../../src/batch/lock.ts";
import { tempFolder } from "../pipeline/tempRepo.ts";

const failed = (key: string, reason = "no") =>
  ({ work: "analysis", status: "failed", name: key, key, stage: "clone", reason }) as const;

describe("the ledger", () => {
  test("the last line for a key counts, in the next process too", async () => {
    const file = join(tempFolder(), "ledger.jsonl");
    const ledger = await openLedger(file);
    await Promise.all([ledger.append(failed("a")), ledger.append(failed("b"))]);
    await ledger.append(failed("a", "again"));
    await ledger.close();
    const { state } = await readLedger(file);
    expect(
      [...state.values()].map((entry) => [entry.key, entry.status === "failed" && entry.reason]),
    ).toEqual([
      ["a", "again"],
      ["b", "no"],
    ]);
  });

  test.each([1, 5, 40])(
    "a last line cut off %i bytes before its end is no line, and does not spoil the next",
    async (bytes) => {
      const file = join(tempFolder(), "ledger.jsonl");
      const first = await openLedger(file);
      await first.append(failed("a"));
      await first.append(failed("b"));
      await first.close();
      writeFileSync(file, readFileSync(file).subarray(0, -bytes));
      const second = await openLedger(file);
      expect([[...second.state.keys()], second.unreadable]).toEqual([["a"], 0]);
      await second.append(failed("c"));
      await second.close();
      expect([...(await readLedger(file)).state.keys()]).toEqual(["a", "c"]);
    },
  );

  test("lines that are none are counted, and their work is done again", async () => {
    const file = join(tempFolder(), "ledger.jsonl");
    const ledger = await openLedger(file);
    await ledger.append(failed("a"));
    await ledger.close();
    appendFileSync(file, 'nonsense\n{"v":2}\n');
    const { state, unreadable } = await readLedger(file);
    expect([[...state.keys()], unreadable]).toEqual([["a"], 2]);
  });

  test("a folder that cannot be written is said so", async () => {
    const file = join(tempFolder({ out: "a file" }), "out/ledger.jsonl");
    await expect(openLedger(file)).rejects.toThrow(/the ledger .* cannot be/);
  });
});

describe("the lock", () => {
  test("one run at a time; the lock of a dead process is taken over", async () => {
    const out = tempFolder();
    const unlock = await lockFolder(out);
    await expect(lockFolder(out)).rejects.toThrow(/another run \(process \d+ on .*\) is at work/);
    await unlock();
    expect(await lockOwner(out)).toBeUndefined();
    // No process has this number; and one that has ours by now is another one.
    for (const owner of [
      { pid: 2 ** 22 + 1, started: "x", host: hostname() },
      { pid: process.pid, started: "another boot:1", host: hostname() },
    ]) {
      writeFileSync(join(out, ".lock"), JSON.stringify(owner));
      await (
        await lockFolder(out)
      )();
    }
    writeFileSync(join(out, ".lock"), JSON.stringify({ pid: 1, started: "", host: "elsewhere" }));
    await expect(lockFolder(out)).rejects.toThrow(/process 1 on elsewhere/);
  });
});

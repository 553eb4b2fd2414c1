import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FileChange } from "../../src/model/result.ts";
import { applyChanges } from "../../src/pipeline/applyChanges.ts";
import { undoLastWrite } from "../../src/pipeline/undo.ts";
import { writeOwnFile } from "../../src/pipeline/write.ts";
import { diffTexts } from "../../src/text/diff.ts";
import { readText, runGit, tempFolder, tempRepo, writeFiles } from "./tempRepo.ts";

function change(file: string, before: string, after: string, isNew = false): FileChange {
  return {
    file,
    before,
    after,
    ...diffTexts(file, before, after),
    fingerprints: [],
    ...(isNew ? { isNew } : {}),
  };
}

/** Everything below a folder but git's own, so that nothing can be left lying about unseen. */
function listing(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => name !== ".git" && !name.startsWith(".git/"))
    .toSorted();
}

describe("writing", () => {
  test("the text arrives byte for byte, the mode stays, nothing else appears, git sees only the change", async () => {
    const before = "\uFEFFconst a = 1;\r\n";
    const root = tempRepo({ "a.ts": before, "run.ts": "#!/usr/bin/env node\n" });
    chmodSync(join(root, "run.ts"), 0o755);
    runGit(root, "commit", "-qam", "mode");
    const report = await applyChanges(root, [
      change("a.ts", before, "\uFEFFconst a = 2;\r\n"),
      change("run.ts", "#!/usr/bin/env node\n", "#!/usr/bin/env node\nx();"),
    ]);
    expect(report).toEqual({ written: ["a.ts", "run.ts"], failed: [], notReached: [] });
    expect(readFileSync(join(root, "a.ts"))).toEqual(Buffer.from("\uFEFFconst a = 2;\r\n"));
    expect(statSync(join(root, "run.ts")).mode & 0o777).toBe(0o755);
    expect(listing(root)).toEqual(["a.ts", "run.ts"]);
    expect(runGit(root, "status", "--porcelain")).toBe(" M a.ts\n M run.ts\n");
  });

  test("a file that moves is at its new place alone, and undo takes it back", async () => {
    const root = tempRepo({ "old.ts": "one\n", "taken.ts": "x" });
    const moved = { ...change("src/new.ts", "one\n", "two\n"), renamedFrom: "old.ts" };
    expect(await applyChanges(root, [moved])).toEqual({
      written: ["src/new.ts"],
      failed: [],
      notReached: [],
    });
    expect(readText(root, "src/new.ts")).toBe("two\n");
    expect(existsSync(join(root, "old.ts"))).toBe(false);
    expect((await undoLastWrite(root)).leftAlone).toEqual([]);
    expect(readText(root, "old.ts")).toBe("one\n");
    expect(existsSync(join(root, "src/new.ts"))).toBe(false);

    const onto = { ...change("taken.ts", "one\n", "two\n"), renamedFrom: "old.ts" };
    expect((await applyChanges(root, [onto])).failed).toEqual([
      { file: "taken.ts", reason: "exists already" },
    ]);
    expect([readText(root, "old.ts"), readText(root, "taken.ts")]).toEqual(["one\n", "x"]);
  });

  test("a file that has changed since, is read-only, is gone or is no file fails by itself; the others are written", async () => {
    const root = tempRepo({ "ok.ts": "1", "edited.ts": "1", "readonly.ts": "1", "gone.ts": "1" });
    writeFiles(root, { "edited.ts": "by somebody else" });
    chmodSync(join(root, "readonly.ts"), 0o444);
    rmSync(join(root, "gone.ts"));
    mkdirSync(join(root, "folder.ts"));
    const names = ["edited.ts", "readonly.ts", "gone.ts", "folder.ts", "ok.ts"];
    const report = await applyChanges(
      root,
      names.map((name) => change(name, "1", "2")),
    );
    expect(report.written).toEqual(["ok.ts"]);
    expect(report.failed).toEqual([
      { file: "edited.ts", reason: "has changed on the disk since it was read" },
      { file: "readonly.ts", reason: "is read-only" },
      { file: "gone.ts", reason: "is not there any more" },
      { file: "folder.ts", reason: "is not a regular file" },
    ]);
    expect([readText(root, "edited.ts"), readText(root, "readonly.ts"), readText(root, "ok.ts")]).toEqual([
      "by somebody else",
      "1",
      "2",
    ]);
  });

  test("a link inside is followed and stays a link; one that leads out, and git's own folder, are refused", async () => {
    const outside = tempFolder({ "victim.ts": "1", "folder/victim.ts": "1" });
    const root = tempRepo({ "real.ts": "1" });
    symlinkSync("real.ts", join(root, "link.ts"));
    symlinkSync(join(outside, "victim.ts"), join(root, "out.ts"));
    symlinkSync(join(outside, "folder"), join(root, "dir"));
    writeFiles(root, { ".git/hooks/x.ts": "1" });
    const report = await applyChanges(root, [
      change("link.ts", "1", "2"),
      change("out.ts", "1", "2"),
      change("dir/victim.ts", "1", "2"),
      change("dir/new.ts", "", "2", true),
      change(".git/hooks/x.ts", "1", "2"),
      change(`../${outside.split("/").at(-1) ?? ""}/victim.ts`, "1", "2"),
    ]);
    expect(report.written).toEqual(["link.ts"]);
    expect(lstatSync(join(root, "link.ts")).isSymbolicLink()).toBe(true);
    expect(readText(root, "real.ts")).toBe("2");
    const reasons = report.failed.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.startsWith("lies outside of the folder"))).toHaveLength(4);
    expect(reasons).toContain("lies in git's own folder");
    expect([readText(outside, "victim.ts"), readText(outside, "folder/victim.ts")]).toEqual(["1", "1"]);
    expect(existsSync(join(outside, "folder/new.ts"))).toBe(false);
  });

  test("bytes that are no UTF-8 are not turned into something else", async () => {
    const root = tempRepo();
    const bytes = Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]);
    writeFileSync(join(root, "latin1.ts"), bytes);
    const report = await applyChanges(root, [change("latin1.ts", bytes.toString("utf8"), "// x\n")]);
    expect(report.failed).toEqual([{ file: "latin1.ts", reason: "is not UTF-8 text" }]);
    expect(readFileSync(join(root, "latin1.ts"))).toEqual(bytes);
  });

  test("the old text lives on under a second name: the file is replaced, not overwritten in place", async () => {
    const root = tempRepo({ "a.ts": "1" });
    linkSync(join(root, "a.ts"), join(root, "second-name"));
    await applyChanges(root, [change("a.ts", "1", "2")]);
    expect([readText(root, "a.ts"), readText(root, "second-name")]).toEqual(["2", "1"]);
  });

  test("without a journal nothing is written", async () => {
    const root = tempRepo({ "a.ts": "1" });
    const elsewhere = tempFolder();
    symlinkSync(elsewhere, join(root, ".git/sadpath"));
    await expect(applyChanges(root, [change("a.ts", "1", "2")])).rejects.toThrow(/symbolic link/);
    expect([readText(root, "a.ts"), readdirSync(elsewhere)]).toEqual(["1", []]);
    rmSync(join(root, ".git/sadpath"));
    writeFiles(root, { ".git/sadpath": "a file is in the way" });
    await expect(applyChanges(root, [change("a.ts", "1", "2")])).rejects.toThrow(/undo journal/);
    expect(readText(root, "a.ts")).toBe("1");
  });

  test("an abort takes effect between two files", async () => {
    const root = tempRepo({ "a.ts": "1", "b.ts": "1" });
    const controller = new AbortController();
    controller.abort();
    const report = await applyChanges(
      root,
      [change("a.ts", "1", "2"), change("b.ts", "1", "2")],
      controller.signal,
    );
    expect(report).toEqual({ written: [], failed: [], notReached: ["a.ts", "b.ts"] });
  });

  test("a report may go to what is no file, and into folders that do not exist", async () => {
    const root = tempFolder();
    await writeOwnFile("/dev/null", "x");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    await writeOwnFile(join(root, "a/b/report.json"), "x");
    expect(listing(root)).toEqual(["a", "a/b", "a/b/report.json"]);
  });
});

describe("undo", () => {
  test("restores what was written byte for byte, deletes what was created, and then has nothing left to do", async () => {
    const before = "\uFEFFa\r\nb";
    const root = tempRepo({ "a.ts": before, "keep/b.ts": "1" });
    chmodSync(join(root, "a.ts"), 0o755);
    await applyChanges(root, [
      change("a.ts", before, "\uFEFFa\r\nc"),
      change("keep/b.ts", "1", "2"),
      change("new/c.ts", "", "3", true),
    ]);
    expect(readText(root, "new/c.ts")).toBe("3");
    const report = await undoLastWrite(join(root, "keep"));
    expect(report).toEqual({ restored: ["a.ts", "keep/b.ts", "new/c.ts"], untouched: [], leftAlone: [] });
    expect(readFileSync(join(root, "a.ts"))).toEqual(Buffer.from(before));
    expect(statSync(join(root, "a.ts")).mode & 0o777).toBe(0o755);
    expect(existsSync(join(root, "new/c.ts"))).toBe(false);
    await expect(undoLastWrite(root)).rejects.toThrow(/nothing to undo/);
  });

  test("leaves alone what was edited, deleted or made read-only since, names it, and remembers it", async () => {
    const root = tempRepo({ "a.ts": "1", "b.ts": "1", "c.ts": "1", "d.ts": "1" });
    await applyChanges(
      root,
      ["a.ts", "b.ts", "c.ts", "d.ts"].map((file) => change(file, "1", "2")),
    );
    writeFiles(root, { "b.ts": "mine" });
    rmSync(join(root, "c.ts"));
    chmodSync(join(root, "d.ts"), 0o444);
    expect(await undoLastWrite(root)).toEqual({
      restored: ["a.ts"],
      untouched: [],
      leftAlone: [
        { file: "b.ts", reason: "has been edited since" },
        { file: "c.ts", reason: "has been deleted since" },
        { file: "d.ts", reason: "is read-only" },
      ],
    });
    expect([readText(root, "a.ts"), readText(root, "b.ts"), existsSync(join(root, "c.ts"))]).toEqual([
      "1",
      "mine",
      false,
    ]);
    chmodSync(join(root, "d.ts"), 0o644);
    writeFiles(root, { "b.ts": "2", "c.ts": "2" });
    expect((await undoLastWrite(root)).restored).toEqual(["b.ts", "c.ts", "d.ts"]);
  });

  test("only the last write is taken back", async () => {
    const root = tempRepo({ "a.ts": "1" });
    await applyChanges(root, [change("a.ts", "1", "2")]);
    await applyChanges(root, [change("a.ts", "2", "3")]);
    await undoLastWrite(root);
    expect(readText(root, "a.ts")).toBe("2");
  });

  test("without git the journal lies in the folder, out of the way of a later git", async () => {
    const root = tempFolder({ "a.ts": "1" });
    await applyChanges(root, [change("a.ts", "1", "2")]);
    runGit(root, "init", "-q");
    expect(runGit(root, "status", "--porcelain")).toBe("?? a.ts\n");
    rmSync(join(root, ".git"), { recursive: true });
    expect((await undoLastWrite(root)).restored).toEqual(["a.ts"]);
  });

  test("a linked work tree has a journal of its own", async () => {
    const root = tempRepo({ "a.ts": "1" });
    const other = join(tempFolder(), "tree");
    runGit(root, "worktree", "add", "-q", other);
    await applyChanges(other, [change("a.ts", "1", "2")]);
    await expect(undoLastWrite(root)).rejects.toThrow(/nothing to undo/);
    expect((await undoLastWrite(other)).restored).toEqual(["a.ts"]);
  });

  test("a journal that leads out of the tree, or is damaged, changes nothing", async () => {
    const outside = tempFolder({ "victim.ts": "2" });
    const root = tempRepo({ "a.ts": "1" });
    await applyChanges(root, [change("a.ts", "1", "2")]);
    const path = join(root, ".git/sadpath/undo.json");
    const journal = readFileSync(path, "utf8");
    writeFiles(root, {
      ".git/sadpath/undo.json": journal.replace(
        '"a.ts"',
        JSON.stringify(`../${outside.split("/").at(-1) ?? ""}/victim.ts`),
      ),
    });
    expect((await undoLastWrite(root)).leftAlone).toHaveLength(1);
    expect(readText(outside, "victim.ts")).toBe("2");
    for (const broken of ["", "{}", journal.slice(0, -20)]) {
      writeFiles(root, { ".git/sadpath/undo.json": broken });
      await expect(undoLastWrite(root)).rejects.toThrow(/is damaged; nothing was changed/);
    }
    expect(readText(root, "a.ts")).toBe("2");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../cli/process.ts";
import { runGit, tempFolder, writeFiles } from "../pipeline/tempRepo.ts";
import { importRepository, pushesOf, UNSAFE } from "./fleet.ts";
import { ledgerLines, startCli, until } from "./fleetRuns.ts";

const BRANCH = "sadpath/handle-failures";

/** Bare repositories with one finding each. */
function remotes(...names: string[]): string {
  const root = tempFolder({ "list.txt": `${names.join("\n")}\n` });
  for (const name of names) importRepository(join(root, name), { "src/news.ts": UNSAFE });
  return root;
}

const batch = (root: string, ...more: string[]) =>
  runCli(root, ["batch", "list.txt", "--out", "out", ...more]);

describe("commits and branches", () => {
  test("--commit leaves a patch for git am, and pushes nothing", { timeout: 120_000 }, async () => {
    const root = remotes("a");
    writeFiles(root, {
      "fleet.yaml":
        "options:\n  commit: { author: 'Ada <ada@example.org>', message: 'fix({{packages}}): {{findings}} in {{repository}}' }\nrepositories: [a]\n",
    });
    expect((await runCli(root, ["batch", "fleet.yaml", "--out", "out", "--commit"])).code).toBe(0);
    expect(runGit(join(root, "a"), "for-each-ref", "--format=%(refname)").trim()).toBe("refs/heads/main");
    runGit(root, "clone", "-q", "a", "clone");
    runGit(join(root, "clone"), "am", join(root, "out/a/commit.patch"));
    expect(runGit(join(root, "clone"), "log", "-1", "--format=%an <%ae>%n%s%n%(trailers)")).toBe(
      "Ada <ada@example.org>\nfix(pusher): 1 in a\nGenerated-by: sadpath\n\n",
    );
    expect(readFileSync(join(root, "clone/src/news.ts"), "utf8")).toContain("} catch (err) {");
  });

  test(
    "what was reviewed is what is pushed; a repository that has moved on is analysed again first",
    { timeout: 120_000 },
    async () => {
      const root = remotes("a", "b", "c");
      expect((await batch(root)).code).toBe(0);
      // b gets a second finding, c loses its only one.
      importRepository(join(root, "b"), { "src/news.ts": UNSAFE, "src/more.ts": UNSAFE });
      importRepository(join(root, "c"), { "src/news.ts": "export {};\n" });
      const { code, err } = await batch(root, "--push");
      expect([code, err]).toEqual([0, expect.stringContaining("nothing  c: nothing is left to change")]);
      const changed = (name: string): string =>
        runGit(join(root, name), "diff", "--name-only", "main", BRANCH).trim();
      expect([changed("a"), changed("b")]).toEqual(["src/news.ts", "src/more.ts\nsrc/news.ts"]);
      expect(pushesOf(join(root, "c"), BRANCH)).toBe(0);
      expect(runGit(join(root, "a"), "diff", "--full-index", "main", BRANCH)).toBe(
        readFileSync(join(root, "out/a/changes.patch"), "utf8"),
      );
    },
  );

  test(
    "a branch is moved on where it is ours, and left alone where somebody else has committed",
    { timeout: 120_000 },
    async () => {
      const root = remotes("ours", "theirs");
      expect((await batch(root, "--push")).code).toBe(0);
      runGit(root, "clone", "-q", "-b", BRANCH, "theirs", "clone");
      writeFiles(join(root, "clone"), { "by-hand.txt": "" });
      runGit(join(root, "clone"), "add", ".");
      runGit(join(root, "clone"), "commit", "-q", "-m", "by hand");
      runGit(join(root, "clone"), "push", "-q");
      const tip = runGit(join(root, "theirs"), "rev-parse", BRANCH);
      for (const name of ["ours", "theirs"])
        importRepository(join(root, name), { "src/news.ts": `// new\n${UNSAFE}` });
      const { code, out } = await runCli(root, ["batch", "list.txt", "--out", "fresh", "--push"]);
      expect([code, out]).toEqual([
        3,
        expect.stringContaining(`the branch "${BRANCH}" holds commits that sadpath did not make`),
      ]);
      expect(runGit(join(root, "theirs"), "rev-parse", BRANCH)).toBe(tip);
      expect(runGit(join(root, "ours"), "show", `${BRANCH}:src/news.ts`)).toMatch(/^\/\/ new\n[^]*catch/);
    },
  );

  test("the default branch is never pushed to", { timeout: 120_000 }, async () => {
    const root = remotes("a");
    const { code, out } = await batch(root, "--push", "--branch", "main");
    expect([code, out]).toEqual([3, expect.stringContaining('"main" is the default branch')]);
    expect(pushesOf(join(root, "a"), "main")).toBe(1);
  });

  test("files with CRLF by attribute: the patch holds for what is stored", { timeout: 120_000 }, async () => {
    const root = tempFolder({ "list.txt": "a\n" });
    importRepository(join(root, "a"), { ".gitattributes": "*.ts text eol=crlf\n", "src/news.ts": UNSAFE });
    expect((await batch(root, "--push")).code).toBe(0);
    const stored = runGit(join(root, "a"), "show", `${BRANCH}:src/news.ts`);
    expect([stored.includes("\r"), stored.includes("catch (err)")]).toEqual([false, true]);
  });
});

describe("going on", () => {
  test(
    "a changed option runs again what it affects, and --retry-failed what failed",
    { timeout: 120_000 },
    async () => {
      const root = remotes("a", "b");
      writeFiles(root, { "list.txt": "a\nb\nlater\n" });
      const done = (): string[] =>
        ledgerLines(join(root, "out")).map(({ work, name, status }) => `${work} ${name} ${status}`);
      expect((await batch(root)).code).toBe(3);
      const first = done();
      expect(first.toSorted()).toEqual(["analysis a done", "analysis b done", "analysis later failed"]);
      expect((await batch(root)).code).toBe(3);
      expect(done()).toEqual(first);
      importRepository(join(root, "later"), { "src/news.ts": "export {};\n" });
      expect((await batch(root, "--retry-failed")).code).toBe(0);
      expect(done().slice(3)).toEqual(["analysis later done"]);
      // Publishing more does not analyse again, and has nothing to do where nothing changed.
      expect((await batch(root, "--push")).code).toBe(0);
      expect(done().slice(4).toSorted()).toEqual(["publish a done", "publish b done"]);
      const one = "repositories:\n  - a\n  - { path: b, options: { logger: log.warn } }\n  - later\n";
      writeFiles(root, { "fleet.yaml": one });
      expect((await runCli(root, ["batch", "fleet.yaml", "--out", "out"])).code).toBe(0);
      expect(done().slice(6)).toEqual(["analysis b done"]);
      expect(readFileSync(join(root, "out/b/changes.patch"), "utf8")).toContain("log.warn(");
    },
  );

  test(
    "--plan says what would happen and does nothing; status says where it stands",
    { timeout: 120_000 },
    async () => {
      const root = remotes("a", "b");
      const plan = await batch(root, "--plan", "--push", "--verify", "npm test");
      expect(plan.out).toMatch(
        /^2 repositories, .*changes go as far as: push; in each changed clone this is run: npm test\n {2}a {2}analyse, then push on sadpath\/handle-failures/,
      );
      expect((await runCli(root, ["batch", "status", "out"])).err).toContain(
        "is not the output folder of a batch",
      );
      await batch(root);
      expect((await batch(root, "--plan")).out).toMatch(/ a {2}done before\n/);
      const status = await runCli(root, ["batch", "status", "out"]);
      expect([status.code, status.out]).toEqual([
        0,
        expect.stringMatching(/^ended\n {2}repositories +2\n {2}done +2\n/),
      ]);
    },
  );

  test(
    "Ctrl-C ends the run and its children; a second run meanwhile is refused; the same command goes on",
    { timeout: 120_000 },
    async () => {
      const root = remotes("a", "b");
      const verify = ["--verify", "sleep ${SLOW:-0}"];
      const run = startCli(root, ["batch", "list.txt", "--out", "out", ...verify], { SLOW: "60" });
      await until(() => stages(root).includes("verify"), "a job is at work");
      expect((await batch(root, ...verify)).err).toMatch(/another run \(process \d+ on .*\) is at work/);
      expect((await runCli(root, ["batch", "status", "out"])).out).toMatch(/^running\n[^]*verify/);
      run.child.kill("SIGINT");
      expect(await run.ended).toBe(130);
      expect(run.stderr()).toContain("interrupted: 0 of 2 are done; the same command goes on");
      expect(ledgerLines(join(root, "out"))).toEqual([]);
      expect((await batch(root, ...verify)).code).toBe(0);
      expect(ledgerLines(join(root, "out"))).toHaveLength(2);
    },
  );
});

function stages(root: string): string[] {
  try {
    const { running } = JSON.parse(readFileSync(join(root, "out/.progress.json"), "utf8")) as {
      running: { stage: string }[];
    };
    return running.map(({ stage }) => stage);
  } catch {
    return [];
  }
}

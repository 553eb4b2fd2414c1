import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../cli/process.ts";
import { commitAll, runGit, tempFolder, writeFiles } from "../pipeline/tempRepo.ts";
import { importRepository, UNSAFE } from "./fleet.ts";

interface Summary {
  readonly totals: Readonly<Record<string, unknown>>;
  readonly repositories: readonly {
    readonly name: string;
    readonly status: string;
    readonly stage?: string;
    readonly reason?: string;
    readonly findings: number;
    readonly changedFiles: number;
  }[];
}

const summaryOf = (out: string): Summary =>
  JSON.parse(readFileSync(join(out, "summary.json"), "utf8")) as Summary;

/** `name: status stage`. */
const endings = (out: string): string[] =>
  summaryOf(out).repositories.map(
    ({ name, status, stage }) => `${name}: ${status}${stage === undefined ? "" : ` ${stage}`}`,
  );

/** Processes that carry this word in their command line. */
function processesWith(word: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
    } catch {
      return false;
    }
  });
}

describe("one job's trouble is its own", () => {
  test(
    "a crash, a hang, a failing command, too much memory: each is named, the others are done",
    { timeout: 120_000 },
    async () => {
      const root = tempFolder();
      const names = ["crash", "hang", "refuses", "good", "greedy", "also-good"];
      for (const name of names) importRepository(join(root, name), { "src/news.ts": UNSAFE });
      const sleepFor = "7361.25";
      const verify: Record<string, string> = {
        // The shell's parent is the job's own process.
        crash: "kill -9 $PPID",
        hang: `sleep ${sleepFor}`,
        refuses: "echo 'no types' >&2; exit 4",
        greedy: "true",
      };
      importRepository(join(root, "greedy"), {
        "src/big.ts": `${UNSAFE}export const all = [\n${"  { a: [1, 2, { b: 3 }] },\n".repeat(38_000)}];\n`,
      });
      const repositories = names.map((path) => ({
        path,
        ...(verify[path] ? { options: { verify: verify[path] } } : {}),
      }));
      writeFileSync(join(root, "fleet.json"), JSON.stringify({ repositories }));
      mkdirSync(join(root, "tmp"));
      const limits = ["--timeout", "20", "--memory", "192", "--concurrency", "2"];
      const { code, err } = await runCli(
        root,
        ["batch", "fleet.json", "--out", "out", ...limits],
        undefined,
        {
          TMPDIR: join(root, "tmp"),
        },
      );
      const reasons = Object.fromEntries(
        summaryOf(join(root, "out")).repositories.map(({ name, stage, reason }) => [
          name,
          `${stage}: ${reason}`,
        ]),
      );
      expect(endings(join(root, "out"))).toEqual([
        "crash: failed crash",
        "hang: failed timeout",
        "refuses: failed verify",
        "good: done",
        "greedy: failed crash",
        "also-good: done",
      ]);
      expect(reasons).toMatchObject({
        crash: "crash: the process died (SIGKILL, stage verify)",
        hang: "timeout: not done after 20 seconds (verify)",
        refuses: `verify: "${verify["refuses"] ?? ""}" ended with 4`,
        greedy: "crash: out of memory (limit 192 MB, stage analyse)",
      });
      expect([code, err.match(/failed {3}/g)?.length]).toEqual([3, 4]);
      expect(readFileSync(join(root, "out/refuses/log.txt"), "utf8")).toContain("  no types");
      expect(readFileSync(join(root, "out/refuses/changes.patch"), "utf8")).toContain("+  try {");
      // What a job has started ends with it.
      expect(processesWith(sleepFor)).toEqual([]);
      const [place = ""] = readdirSync(join(root, "tmp")).filter((name) => name.startsWith("sadpath-"));
      expect([place, ...readdirSync(join(root, "tmp", place))]).toEqual([
        `sadpath-${process.getuid?.() ?? 0}`,
      ]);
    },
  );
});

describe("nothing of the target is executed, read where it should not be, or believed", () => {
  test(
    "hooks, filters, drivers, submodules, outward links and configs of a repository",
    { timeout: 120_000 },
    async () => {
      const root = tempFolder({ "secret.ts": UNSAFE });
      const ran = join(root, "ran");
      const touch = (name: string): string => `#!/bin/sh\ntouch ${ran}-${name}\n`;
      const target = join(root, "target");
      writeFiles(target, {
        "src/news.ts": UNSAFE,
        ".gitattributes": "*.ts filter=evil diff=evil merge=evil\n*.bin filter=lfs\n",
        "big.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        ".gitmodules": `[submodule "m"]\n\tpath = m\n\turl = ext::sh -c touch% ${ran}-submodule\n`,
        "sadpath.config.json": '{ "exclude": ["**"] }',
        "sadpath.config.mjs": `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(`${ran}-config`)}, "");\nexport default {};\n`,
        ".prettierrc.js": `require("fs").writeFileSync(${JSON.stringify(`${ran}-prettier`)}, "");\n`,
      });
      mkdirSync(join(target, "links"));
      symlinkSync(join(root, "secret.ts"), join(target, "links/absolute.ts"));
      symlinkSync("../../secret.ts", join(target, "links/relative.ts"));
      symlinkSync("..", join(target, "links/up"));
      symlinkSync("../..", join(target, "links/out"));
      runGit(target, "init", "-q", "-b", "main");
      commitAll(target, "first");
      for (const hook of [
        "post-checkout",
        "pre-push",
        "post-receive",
        "pre-receive",
        "update",
        "reference-transaction",
        "post-update",
      ]) {
        writeFileSync(join(target, ".git/hooks", hook), touch(hook), { mode: 0o755 });
      }
      for (const key of [
        "filter.evil.smudge",
        "filter.evil.clean",
        "diff.evil.command",
        "core.fsmonitor",
        "uploadpack.packObjectsHook",
      ])
        runGit(target, "config", key, `touch ${ran}-${key}`);
      // And a user whose own configuration has filters and a template with hooks.
      const home = tempFolder({
        ".gitconfig": `[filter "evil"]\n\tsmudge = touch ${ran}-user-smudge\n\tclean = touch ${ran}-user-clean\n\trequired = true\n[init]\n\ttemplateDir = ${root}/template\n[diff]\n\tnoprefix = true\n\texternal = touch ${ran}-diff\n`,
      });
      writeFiles(root, { "template/hooks/post-checkout": touch("template"), "list.txt": "target\n" });

      const env = { HOME: home, GIT_CONFIG_GLOBAL: join(home, ".gitconfig") };
      const { code, out } = await runCli(
        root,
        ["batch", "list.txt", "--out", "out", "--push"],
        undefined,
        env,
      );
      expect([code, out]).toEqual([0, expect.stringContaining("1 published")]);
      expect(readdirSync(root).filter((name) => name.startsWith("ran"))).toEqual([]);
      expect(summaryOf(join(root, "out")).repositories[0]).toMatchObject({ findings: 1, changedFiles: 1 });
      expect(readFileSync(join(root, "out/target/changes.patch"), "utf8")).toMatch(
        /^diff --git a\/src\/news\.ts b\/src\/news\.ts\n/,
      );
      expect(runGit(target, "diff", "--stat", "main", "sadpath/handle-failures")).toMatch(/1 file changed/);
    },
  );

  test("--trust-repo-config reads a repository's config, as data", { timeout: 120_000 }, async () => {
    const root = tempFolder({ "list.txt": "target\n" });
    importRepository(join(root, "target"), {
      "src/news.ts": UNSAFE,
      "old/news.ts": UNSAFE,
      "sadpath.config.json": '{ "exclude": ["old/**"], "logger": "log.error" }',
      "sadpath.config.mjs": `throw new Error("executed");`,
    });
    const changed = async (...more: string[]): Promise<unknown> => {
      expect((await runCli(root, ["batch", "list.txt", "--out", "out", ...more])).code).toBe(0);
      return [
        summaryOf(join(root, "out")).totals["changedFiles"],
        readFileSync(join(root, "out/target/changes.patch"), "utf8").includes("log.error("),
      ];
    };
    expect(await changed()).toEqual([2, false]);
    expect(await changed("--trust-repo-config")).toEqual([1, true]);
    expect(existsSync(join(root, "out/target/report.json"))).toBe(true);
  });

  test("credentials of an address are in no log, report or argument", { timeout: 120_000 }, async () => {
    const root = tempFolder({ "list.txt": "http://bot:geheim@127.0.0.1:1/acme/x.git\n" });
    const { code, out, err } = await runCli(root, ["batch", "list.txt", "--out", "out", "--retries", "0"]);
    expect(code).toBe(3);
    const files = readdirSync(join(root, "out"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
    expect([out, err, ...texts].filter((text) => text.includes("geheim"))).toEqual([]);
    expect(texts.some((text) => text.includes("http://***@127.0.0.1:1/acme/x.git"))).toBe(true);
  });
});

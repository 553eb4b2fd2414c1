import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../cli/process.ts";
import { runGit, tempFolder } from "../pipeline/tempRepo.ts";
import { importRepository, pushesOf, UNSAFE } from "./fleet.ts";
import { startGithub, type GithubDouble } from "./githubDouble.ts";

const BRANCH = "sadpath/handle-failures";
const TOKEN = "t0ken";

/** Repositories a, b, c … with one finding each, and a double that knows their branches. */
async function world(amount: number, options: object = {}) {
  const root = tempFolder();
  const names = Array.from({ length: amount }, (_, index) => String.fromCodePoint(97 + index));
  for (const name of names) importRepository(join(root, name), { "src/news.ts": UNSAFE });
  const repositories = names.map((name) => ({ path: name, github: `acme/${name}` }));
  writeFileSync(join(root, "fleet.json"), JSON.stringify({ options, repositories }));
  const github = await startGithub(TOKEN);
  github.headOf = (repository, branch) => {
    const folder = join(root, repository.split("/")[1] ?? "");
    return runGit(folder, "for-each-ref", "--format=%(objectname)", `refs/heads/${branch}`).trim();
  };
  const run = (out: string, ...more: string[]) =>
    runCli(root, ["batch", "fleet.json", "--out", out, "--pr", ...more], undefined, {
      GITHUB_API_URL: github.url,
      GITHUB_TOKEN: TOKEN,
    });
  return { root, github, run };
}

const count = (github: GithubDouble, begins: string): number =>
  github.requests.filter((line) => line.startsWith(begins)).length;

describe("pull requests", () => {
  test("are opened once, and brought up to date when run again", { timeout: 120_000 }, async () => {
    const pr = {
      title: "Handle {{packages}} failures in {{repository}}",
      body: "{{findings}} found.",
      draft: true,
      labels: ["reliability"],
      reviewers: ["ada"],
    };
    const { root, github, run } = await world(1, { pr });
    expect(await run("out")).toMatchObject({
      code: 0,
      err: expect.stringContaining("created https://github.com/acme/a/pull/1"),
    });
    expect(github.pulls).toEqual([
      expect.objectContaining({
        repository: "acme/a",
        head: BRANCH,
        base: "main",
        title: "Handle pusher failures in a",
        body: "1 found.",
        draft: true,
        labels: ["reliability"],
        reviewers: ["ada"],
      }),
    ]);
    // The same command: everything is in the ledger.
    const requests = github.requests.length;
    expect((await run("out")).code).toBe(0);
    expect(github.requests).toHaveLength(requests);
    // A new run, as if nothing were known: found, and left as it is.
    expect(await run("fresh")).toMatchObject({
      code: 0,
      err: expect.stringContaining("unchanged https://github.com/acme/a/pull/1"),
    });
    expect(count(github, "PATCH")).toBe(0);
    // Another text: the same pull request, updated.
    writeFileSync(
      join(root, "fleet.json"),
      JSON.stringify({
        options: { pr: { ...pr, body: "Please read." } },
        repositories: [{ path: "a", github: "acme/a" }],
      }),
    );
    expect(await run("out")).toMatchObject({
      code: 0,
      err: expect.stringContaining("updated https://github.com/acme/a/pull/1"),
    });
    expect(github.pulls.map(({ body }) => body)).toEqual(["Please read."]);
    expect(pushesOf(join(root, "a"), BRANCH)).toBe(1);
  });

  test("rate limits, primary and secondary, are answered by waiting", { timeout: 120_000 }, async () => {
    const { github, run } = await world(1);
    github.next.push(
      {
        begins: "GET /repos/acme/a/pulls",
        status: 403,
        headers: {
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 2),
        },
        message: "API rate limit exceeded",
      },
      {
        begins: "POST /repos/acme/a/pulls",
        status: 403,
        headers: { "retry-after": "1" },
        message: "You have exceeded a secondary rate limit",
      },
    );
    const { code, err } = await run("out");
    expect(code).toBe(0);
    expect(err).toMatch(
      /GitHub's primary rate limit is reached; waiting \d+ s[^]*GitHub's secondary rate limit is reached; waiting 1 s/,
    );
    expect([github.pulls.length, count(github, "POST /repos/acme/a/pulls")]).toEqual([1, 2]);
  });

  test("an answer that was lost on its way does not open a second one", { timeout: 120_000 }, async () => {
    const { github, run } = await world(1);
    github.next.push({
      begins: "POST /repos/acme/a/pulls",
      status: 502,
      message: "Bad Gateway",
      isObeyed: true,
    });
    expect(await run("out")).toMatchObject({
      code: 0,
      err: expect.stringContaining("unchanged https://github.com/acme/a/pull/1"),
    });
    expect([github.pulls.length, count(github, "POST /repos/acme/a/pulls")]).toEqual([1, 2]);
  });

  test("one that somebody has closed stays closed", { timeout: 120_000 }, async () => {
    const { github, run } = await world(1);
    await run("out");
    for (const pull of github.pulls) pull.state = "closed";
    expect(await run("fresh")).toMatchObject({
      code: 0,
      err: expect.stringContaining("closed https://github.com/acme/a/pull/1"),
    });
    expect(github.pulls).toHaveLength(1);
  });

  test("waves: --limit publishes so many, the next run the next ones", { timeout: 120_000 }, async () => {
    const { github, run } = await world(3);
    for (const [wave, left] of [
      [1, "2 more"],
      [2, "1 more"],
      [3, ""],
    ] as const) {
      expect(await run("out", "--limit", "1")).toMatchObject({ code: 0, err: expect.stringContaining(left) });
      expect(github.pulls).toHaveLength(wave);
    }
    expect(new Set(github.pulls.map(({ repository }) => repository)).size).toBe(3);
  });

  test(
    "a refusal fails that job, a reviewer who does not exist only leaves a note",
    { timeout: 120_000 },
    async () => {
      const { github, run } = await world(2, { pr: { reviewers: ["nobody"] } });
      github.next.push(
        {
          begins: "POST /repos/acme/a/pulls",
          status: 403,
          message: "Resource not accessible by integration",
        },
        {
          begins: "POST /repos/acme/b/pulls/1/requested_reviewers",
          status: 422,
          message: "Reviews may only be requested from collaborators",
        },
      );
      const { code, out } = await run("out");
      expect([code, out]).toEqual([
        3,
        expect.stringMatching(
          /pull request: acme\/a: GitHub answered 403: Resource not accessible by integration.*may the token write there/,
        ),
      ]);
      expect(github.pulls.map(({ repository }) => repository)).toEqual(["acme/b"]);
      expect((await run("out", "--retry-failed")).code).toBe(0);
      expect(github.pulls.map(({ repository }) => repository)).toEqual(["acme/b", "acme/a"]);
    },
  );

  test(
    "without a token, or with a wrong one, the run ends with what to do",
    { timeout: 120_000 },
    async () => {
      const { root, github } = await world(1);
      const args = ["batch", "fleet.json", "--out", "out", "--pr"];
      const none = await runCli(root, args, undefined, {
        GITHUB_TOKEN: "",
        GH_TOKEN: "",
        GITHUB_API_URL: github.url,
      });
      expect([none.code, none.err]).toEqual([2, expect.stringContaining("in the variable GITHUB_TOKEN")]);
      const wrong = await runCli(root, args, undefined, {
        GITHUB_TOKEN: "wr0ng",
        GITHUB_API_URL: github.url,
      });
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("does not accept the token")]);
      expect(wrong.err).not.toContain("wr0ng");
    },
  );
});

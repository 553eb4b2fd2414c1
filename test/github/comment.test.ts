import { describe, expect, test } from "vitest";
import { markerOf } from "../../src/github/upsertComment.ts";
import { runFake, type CliOutcome } from "../cli/fakeEngine.ts";
import { readText, tempFolder, writeFiles } from "../pipeline/tempRepo.ts";
import { add, startGithub, type FakeGithub } from "./fakeGithub.ts";

const MARKER = markerOf("default");

/** A job of a workflow for pull request 7, with a report to be commented. */
async function job(): Promise<{
  readonly github: FakeGithub;
  readonly root: string;
  readonly comment: (...args: string[]) => Promise<CliOutcome>;
}> {
  const github = await startGithub();
  const root = tempFolder({
    "report.md": "### sadpath: 1 error\n",
    "event.json": '{ "pull_request": { "number": 7 } }',
    "summary.md": "",
  });
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: "secret",
    GITHUB_REPOSITORY: "o/r",
    GITHUB_EVENT_PATH: `${root}/event.json`,
    GITHUB_STEP_SUMMARY: `${root}/summary.md`,
  };
  return {
    github,
    root,
    comment: (...args) => runFake(root, ["github-comment", "report.md", ...args], { env }),
  };
}

const RATE_LIMITED = {
  status: 403,
  message: "API rate limit exceeded for installation",
  headers: {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
  },
};

describe("github-comment", () => {
  test("writes one comment, brings it up to date, and leaves it alone where nothing changed", async () => {
    const { github, root, comment } = await job();
    const first = await comment();
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).toMatch(
      /^Comment created: http:\/\/127\.0\.0\.1:\d+\/o\/r\/pull\/7#issuecomment-\d+\n$/,
    );
    expect((await comment()).out).toMatch(/^Comment unchanged: /);
    writeFiles(root, { "report.md": "### sadpath: every failure is handled\n" });
    expect((await comment()).out).toMatch(/^Comment updated: /);
    expect(github.comments.map(({ body }) => body)).toEqual([
      `${MARKER}\n### sadpath: every failure is handled\n`,
    ]);
    expect(
      github.requests.filter((line) => !line.startsWith("GET")).map((line) => line.split(" ")[0]),
    ).toEqual(["POST", "PATCH"]);
  });

  test("finds its comment on any page", async () => {
    const { github, comment } = await job();
    for (let index = 0; index < 230; index++) add(github, `comment ${index}`);
    const own = add(github, `${MARKER}\nold`);
    for (let index = 0; index < 20; index++) add(github, "later");
    expect((await comment()).out).toMatch(/^Comment updated: /);
    expect(own.body).toContain("1 error");
    expect(github.comments.length).toBe(251);
    expect(github.requests.filter((line) => line.startsWith("GET /repos")).length).toBe(3);
  });

  test("a comment in which somebody else copied the hidden line is not touched", async () => {
    const { github, comment } = await job();
    const copied = add(github, `${MARKER}\nmine`, { login: "mallory", type: "User" });
    expect((await comment()).out).toMatch(/^Comment created: /);
    expect(copied.body).toBe(`${MARKER}\nmine`);
    expect(github.comments.length).toBe(2);
  });

  test("a person's token keeps the person's comment, and only that", async () => {
    const { github, comment } = await job();
    github.login = "ada";
    const own = add(github, `${MARKER}\nold`, { login: "ada", type: "User" });
    const other = add(github, `${MARKER}\nold`, { login: "mallory", type: "User" });
    expect((await comment()).out).toMatch(/^Comment updated: /);
    expect([own.body, other.body]).toEqual([expect.stringContaining("1 error"), `${MARKER}\nold`]);
  });

  test("two jobs that ran at once left two: one is kept", async () => {
    const { github, comment } = await job();
    add(github, `${MARKER}\none`);
    add(github, `${MARKER}\ntwo`);
    await comment();
    expect(github.comments.map(({ body }) => body)).toEqual([`${MARKER}\n### sadpath: 1 error\n`]);
  });

  test("--name keeps comments apart; --only-update writes none", async () => {
    const { github, comment } = await job();
    expect((await comment("--only-update")).out).toContain("no comment to bring up to date");
    await comment("--name", "api");
    await comment("--name", "web --> x");
    expect(github.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      "<!-- sadpath-report api -->",
      "<!-- sadpath-report web-x -->",
    ]);
  });

  test("a token that may not comment: the report goes to the summary, with a notice, and nothing fails", async () => {
    const { github, root, comment } = await job();
    const refusal = { status: 403, message: "Resource not accessible by integration" };
    github.refusals.push({ matches: /^POST/, refusal, forever: true });
    const { code, out, err } = await comment();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^::notice title=sadpath::No comment, since the token may not comment here .*the report is in the job's summary\.\n$/,
    );
    expect(readText(root, "summary.md")).toBe("### sadpath: 1 error\n\n");
    expect(github.requests.filter((line) => line.startsWith("POST")).length).toBe(1);
  });

  test("GitHub says how long to wait: it waits, and then comments", async () => {
    const { github, comment } = await job();
    const refusal = {
      status: 403,
      message: "You have exceeded a secondary rate limit.",
      headers: { "retry-after": "1" },
    };
    github.refusals.push({ matches: /^POST/, refusal });
    const { code, out, err } = await comment();
    expect([code, out]).toEqual([0, expect.stringMatching(/^Comment created: /)]);
    expect(err).toBe("sadpath: GitHub asks to slow down; waiting 1 second\n");
  });

  test("a wait of an hour is not waited for", async () => {
    const { github, root, comment } = await job();
    github.refusals.push({ matches: /^GET \/repos/, refusal: RATE_LIMITED, forever: true });
    const { code, out, err } = await comment();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("No comment, since GitHub's rate limit is used up");
    expect(readText(root, "summary.md")).toContain("1 error");
    expect(github.requests.length).toBe(1);
  });

  test("a server that fails for a moment is asked again", async () => {
    const { github, comment } = await job();
    github.refusals.push({ matches: /^GET \/repos/, refusal: { status: 502, message: "Bad gateway" } });
    expect((await comment()).out).toMatch(/^Comment created: /);
  });

  test("a run about no pull request says so; --pull-request names one", async () => {
    const { github, root, comment } = await job();
    writeFiles(root, { "event.json": '{ "ref": "refs/heads/main" }' });
    expect(await comment()).toEqual({
      code: 0,
      out: expect.stringContaining("no pull request") as string,
      err: "",
    });
    expect(github.requests).toEqual([]);
    expect((await comment("--pull-request", "7")).out).toMatch(/^Comment created: /);
  });

  test.each([
    ["no token", { GITHUB_TOKEN: "" }, "GITHUB_TOKEN must hold a token"],
    ["a wrong token", { GITHUB_TOKEN: "other" }, "Bad credentials"],
    ["no repository", { GITHUB_REPOSITORY: "o/r/../x" }, "as owner/name"],
    ["no event", { GITHUB_EVENT_PATH: "" }, "--pull-request <number>"],
  ])("%s is an error that says what to do", async (_, env, words) => {
    const { root, github } = await job();
    const all = {
      GITHUB_API_URL: github.url,
      GITHUB_TOKEN: "secret",
      GITHUB_REPOSITORY: "o/r",
      GITHUB_EVENT_PATH: `${root}/event.json`,
      ...env,
    };
    const { code, err } = await runFake(root, ["github-comment", "report.md"], { env: all });
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });

  test("bad usage: no such report, no such number", async () => {
    const { root } = await job();
    expect((await runFake(root, ["github-comment", "nothing.md"])).err).toContain(
      "nothing.md cannot be read",
    );
    expect((await runFake(root, ["github-comment", "report.md", "--pull-request", "x"])).code).toBe(2);
  });
});

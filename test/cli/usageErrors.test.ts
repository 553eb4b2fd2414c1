import { describe, expect, test } from "vitest";
import { tempRepo } from "../pipeline/tempRepo.ts";
import { fakeEngine, runFake } from "./fakeEngine.ts";

import { FILES, report, type Report } from "./fixReport.ts";

describe("mistakes are usage errors that help", () => {
  test.each([
    [["--wirte"], "--write"],
    [["scan", "--write"], "unknown option '--write'"],
    [["sacn"], 'no such file or folder: sacn (did you mean the command "scan"?)'],
    [["no/such/path"], "no such file or folder: no/such/path"],
    [["no/**/*.ts"], "no file matches: no/**/*.ts"],
    [
      ["--rule", "pusher/api-eror"],
      '--rule: there is no rule "pusher/api-eror" (did you mean "pusher/api-error"?)',
    ],
    [["--rule", "api-error"], 'did you mean "pusher/api-error"?'],
    [["--rule", "xyzzy"], "sadpath list shows all of them"],
    [["--package", "pushr"], '--package: there is no contract for "pushr" (did you mean "pusher"?)'],
    [["--safety", "manual"], "Allowed choices are safe, review"],
    [["--fail-on", "fatal"], "Allowed choices are error, warning, info, never"],
    [["-f", "jsn"], 'did you mean "json"?'],
    [["--report", "json"], "as in --report json=out.json"],
    [["--report", "jsn=x"], 'did you mean "json"?'],
    [["--concurrency", "0"], "a whole number from 1 on"],
    [["--logger", "a;b"], "--logger must be one expression"],
    [["--since"], "argument missing"],
    [["--since", "HEAD", "--staged"], "cannot be used with"],
    [["--quiet", "--verbose"], "cannot be used with"],
    [["--update-baseline"], "--baseline <file>"],
    [["--baseline", "b", "--update-baseline", "--staged"], "leave out --since and --staged"],
    [["--config", "nope.json"], "there is no file"],
    [["explain"], "missing required argument"],
    [["explain", "pusher/api-eror"], 'did you mean "pusher/api-error"?'],
    [["list", "--jsno"], "--json"],
    [["init", "there"], "too many arguments"],
    [["undo", "nowhere"], "no such folder: nowhere"],
  ])("%j", async (args, message) => {
    const { code, out, err } = await runFake(tempRepo({ "a.ts": "" }), args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("a rule's option does not swallow the paths behind it", async () => {
    const root = tempRepo(FILES);
    expect((await report(root, "scan", "--rule", "pusher/api-error", "src/a.ts")).findings).toHaveLength(1);
    const { out } = await runFake(root, [
      "scan",
      "-f",
      "json",
      "--rule",
      "pusher/api-error,pusher/get-api-error",
      "--",
      "src/a.ts",
    ]);
    expect((JSON.parse(out) as Report).findings).toHaveLength(1);
  });

  test("a path that exists is never a glob", async () => {
    const root = tempRepo({ "app/[id]/page.ts": "unsafe();", "app/i/page.ts": "unsafe();" });
    expect((await report(root, "scan", "app/[id]/page.ts")).findings.map(({ file }) => file)).toEqual([
      "app/[id]/page.ts",
    ]);
    expect((await report(root, "scan", "app/*/page.ts")).findings).toHaveLength(2);
  });

  test("an internal error is one line; --verbose adds the stack", async () => {
    const engine = { ...fakeEngine, run: () => Promise.reject(new Error("kaboom\nsecond line")) };
    const root = tempRepo();
    const short = await runFake(root, ["scan"], { engine });
    expect([short.code, short.err]).toEqual([
      2,
      "sadpath: internal error: kaboom; run with --verbose for the stack\n",
    ]);
    expect((await runFake(root, ["scan", "--verbose"], { engine })).err).toMatch(/kaboom[^]*\n\s+at /);
  });

  test("control characters of a path do not reach the terminal by way of an error", async () => {
    const { err } = await runFake(tempRepo(), ["scan", "a\u001b[2Jb"]);
    expect(err).toContain("a\\u{1b}[2Jb");
  });
});

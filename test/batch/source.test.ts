import { describe, expect, test } from "vitest";
import {
  hasCredentials,
  identityOf,
  isSafeRef,
  parseSource,
  redact,
  shownSource,
} from "../../src/batch/source.ts";
import { tempFolder } from "../pipeline/tempRepo.ts";

const parse = (text: string) => parseSource(text, "/base", "repos.txt:1");

describe("what a repository may be", () => {
  test.each([
    ["https://github.com/acme/chat.git", { kind: "url", location: "https://github.com/acme/chat.git" }],
    [
      "https://github.com/acme/chat#release/1.x",
      { kind: "url", location: "https://github.com/acme/chat", ref: "release/1.x" },
    ],
    ["ssh://git@host:2222/acme/chat", { kind: "url", location: "ssh://git@host:2222/acme/chat" }],
    ["git@github.com:acme/chat.git#v1", { kind: "url", location: "git@github.com:acme/chat.git", ref: "v1" }],
    ["../chat", { kind: "path", location: "/chat" }],
    ["/srv/chat.git#main", { kind: "path", location: "/srv/chat.git", ref: "main" }],
  ])("%s", (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  test("a folder whose name holds a # has no ref", () => {
    const root = tempFolder({ "c#/x": "" });
    expect(parseSource("c#", root, "x")).toEqual({ kind: "path", location: `${root}/c#` });
    expect(parseSource("c##main", root, "x")).toEqual({ kind: "path", location: `${root}/c#`, ref: "main" });
  });

  test.each([
    ["ext::sh -c touch% /tmp/pwned", 'the transport "ext::" is not allowed'],
    ["fd::17/foo", 'the transport "fd::" is not allowed'],
    ["file::/srv/x", 'the transport "file::" is not allowed'],
    ["file:///srv/x", "file:// is not allowed; write the path itself"],
    ["ftp://host/x", 'the transport "ftp://" is not allowed'],
    ["--upload-pack=touch /tmp/pwned", "looks like an option"],
    ["ssh://-oProxyCommand=touch/x", "is not a valid URL"],
    ["git@-oProxyCommand=x:y", "looks like an option"],
    ["git@host:-x", "looks like an option"],
    ["https://", "is not a valid URL"],
    ["https://host/x y", "is not a valid URL"],
    ["https://host/x#--upload-pack=x", "is not a branch, tag or commit"],
    ["https://host/x#a..b", "is not a branch, tag or commit"],
    ["https://host/x#a:b", "is not a branch, tag or commit"],
    ["https://host/x#", "is not a branch, tag or commit"],
    ["a\u0007b", "control characters"],
  ])("%s is refused", (text, message) => {
    expect(() => parse(text)).toThrow(message);
    expect(() => parse(text)).toThrow(/^repos\.txt:1: /);
  });

  test.each(["main", "release/1.x", "v1.0.0", "a".repeat(40), "feature/ünïcode"])(
    "the ref %s is one",
    (ref) => {
      expect(isSafeRef(ref)).toBe(true);
    },
  );

  test.each([
    "-x",
    "a b",
    "a~1",
    "a^",
    "@{u}",
    "@",
    "a.lock",
    "a/.b",
    "a//b",
    "/a",
    "a/",
    "a.",
    "a\\b",
    "*",
    "",
  ])("the ref %j is none", (ref) => {
    expect(isSafeRef(ref)).toBe(false);
  });
});

describe("identity and secrets", () => {
  test("every spelling of an address is the same repository", () => {
    const spellings = [
      "https://GitHub.com/acme/chat.git",
      "https://user:pw@github.com/acme/chat/",
      "git@github.com:acme/chat.git",
    ];
    expect(new Set(spellings.map((text) => identityOf(parse(text))))).toEqual(
      new Set(["github.com/acme/chat"]),
    );
  });

  test("credentials are never shown", () => {
    const source = parse("https://bot:s3cret@host/acme/chat#main");
    expect(shownSource(source)).toBe("https://***@host/acme/chat#main");
    expect(hasCredentials(source)).toBe(true);
    expect(hasCredentials(parse("ssh://git@host/x"))).toBe(false);
    expect(redact("fatal: unable to access 'https://s3cret@host/x/': no")).toBe(
      "fatal: unable to access 'https://***@host/x/': no",
    );
    expect(redact("ssh://git:pw@host/x and ssh://git@host/x")).toBe("ssh://***@host/x and ssh://git@host/x");
  });
});

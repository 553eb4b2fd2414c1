import { expect, test } from "vitest";
import { parseCodeOwners, readCodeOwners } from "../../src/project/codeOwners.ts";
import { tempFolder } from "../pipeline/tempRepo.ts";

test.each([
  ["the last pattern that matches counts", "* @all\n*.ts @ts\n/src/ @src\n", "src/a.ts", ["@src"]],
  ["a pattern without a slash matches in any folder", "*.ts @ts", "a/b/c.ts", ["@ts"]],
  ["a leading slash is the top", "/src @src", "lib/src/a.ts", []],
  ["a folder's files but not its folders'", "docs/* @docs", "docs/a/b.md", []],
  ["a folder's files", "docs/* @docs", "docs/b.md", ["@docs"]],
  ["everything below", "apps/ @apps", "x/apps/a/b.ts", ["@apps"]],
  [
    "several owners, and a comment",
    "* @a @o/team who@example.com # why @c",
    "x",
    ["@a", "@o/team", "who@example.com"],
  ],
  ["no owner takes the owners away", "* @a\n/gen/\n", "gen/x.ts", []],
  ["a blank in a path", "/my\\ dir/ @a", "my dir/x.ts", ["@a"]],
  ["there is no negation", "* @a\n!x.ts @b", "x.ts", ["@a"]],
  ["GitLab's sections", "[Docs][2] @writers\ndocs/\n^[Code] @coders\n*.ts @ts\n", "docs/a.md", ["@writers"]],
  [
    "GitLab's sections, with owners of its own",
    "[Docs] @writers\ndocs/\n[Code] @coders\n*.ts @ts\n",
    "a.ts",
    ["@ts"],
  ],
  ["CRLF", "* @a\r\n*.ts @b\r\n", "a.ts", ["@b"]],
  ["a path that leaves the repository", "* @a", "../x.ts", []],
])("%s", (_, text, file, owners) => {
  expect(parseCodeOwners(text)(file)).toEqual(owners);
});

test("the first of the places counts; none, or a folder of that name, owns nothing", () => {
  const both = tempFolder({ ".github/CODEOWNERS": "* @first", CODEOWNERS: "* @second" });
  expect(readCodeOwners(both)("a.ts")).toEqual(["@first"]);
  expect(readCodeOwners(tempFolder({ "docs/CODEOWNERS": "* @docs" }))("a.ts")).toEqual(["@docs"]);
  expect(readCodeOwners(tempFolder({ "CODEOWNERS/x": "* @x" }))("a.ts")).toEqual([]);
});

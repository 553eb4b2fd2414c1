import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanImports, scanImportsOfBytes } from "../../src/project/scanImports.ts";
import { mentions, toNeedle } from "../../src/project/findMentions.ts";

describe("scanImports", () => {
  test.each<[text: string, expected: string[]]>([
    ["import x from 'a'", ["a"]],
    ['import x from "a"', ["a"]],
    ["import 'a'", ["a"]],
    ["import'a'", ["a"]],
    ["import{x}from'a'", ["a"]],
    ["import * as x from 'a'", ["a"]],
    ["import x, { y as z } from 'a'", ["a"]],
    ["import {\n  x,\n  y, // one\n} from\n  'a'", ["a"]],
    ["import type { X } from 'a'", ["a"]],
    ["import typeof X from 'a'", ["a"]],
    ["import x from 'a' with { type: 'json' }", ["a"]],
    ["import /* why */ x /* so */ from /* there */ 'a'", ["a"]],
    ["import x from // there\n 'a'", ["a"]],
    ["import x = require('a')", ["a"]],
    ["import type x = require('a')", ["a"]],
    ["export import x = require('a')", ["a"]],
    ["export * from 'a'", ["a"]],
    ["export*from'a'", ["a"]],
    ["export * as x from 'a'", ["a"]],
    ["export { default } from 'a'", ["a"]],
    ["export { x as default, type Y } from 'a'", ["a"]],
    ["export type { X } from 'a'", ["a"]],
    ["const x = require('a')", ["a"]],
    ["const x = require ( 'a' )", ["a"]],
    ["const x = require(`a`)", ["a"]],
    ["const x = require(/* c */ 'a').default", ["a"]],
    ["const { x } = await import('a')", ["a"]],
    ["import(/* webpackChunkName: 'n' */ 'a')", ["a"]],
    ["import(\n  // why\n  'a'\n)", ["a"]],
    ["type X = import('a').Y", ["a"]],
    ["type X = typeof import('a')", ["a"]],
    ["require.main.require('a')", ["a"]],
    ["module.exports = { x: require('a'), y: require('b') }", ["a", "b"]],
    ["import a from 'a';import b from 'b';\r\nimport c from 'c'\r\n", ["a", "b", "c"]],
    ["import a from 'a'; import again from 'a'", ["a"]],
    ["#!/usr/bin/env node\nimport a from 'a'", ["a"]],
    ["/** @type {import('a').X} */", ["a"]],
    ["define(['a', \"b\"], function (a, b) {})", ["a", "b"]],
    ["define('name', [ 'a' ,\n 'b' ], function () {})", ["a", "b"]],
    ["require(['a'], function () {})", ["a"]],
    ["import(`./locales/${name}`)", []],
    ["importer('a'); xrequire('b'); fromage('c')", []],
    ["const from = 'x'", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(scanImports(text).toSorted()).toEqual(expected);
    expect(scanImportsOfBytes(Buffer.from(text)).toSorted()).toEqual(expected);
  });

  test("names outside of ASCII survive the scan of bytes", () => {
    expect(scanImportsOfBytes(Buffer.from("import x from './ünïcode/日本'"))).toEqual(["./ünïcode/日本"]);
  });

  test("no import is missed among random neighbours", () => {
    const noise = fc.constantFrom(
      "",
      " ",
      "\n",
      ";",
      "/* c */",
      "// c\n",
      "x",
      "from",
      "import ",
      "'s'",
      '"',
      "`t`",
      "{",
      "}",
      "(",
      "/re'/",
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 8 }), (before) => {
        // A quote that is left open ends at the line's end.
        expect(scanImports(`${before.join("")}\nimport x from 'wanted'\n`)).toContain("wanted");
      }),
    );
  });

  test.each([
    ["unclosed comments", "import /* ".repeat(20_000)],
    ["comments that never end", `import ${"/*".repeat(50_000)}`],
    ["brackets", `import${"(".repeat(100_000)}`],
    ["white space", `import${" ".repeat(100_000)}`.repeat(5)],
    ["lists", "define([".repeat(20_000)],
    ["quotes", "from '".repeat(50_000)],
  ])("hostile text takes no time: %s", (_, text) => {
    const started = performance.now();
    scanImports(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("mentions", () => {
  test.each([
    ["'pusher'", true],
    ['"pusher"', true],
    ["`pusher`", true],
    ["'pusher/lib/x'", true],
    ["'npm:pusher@5'", true],
    ["'pusher-js'", false],
    ["'@x/pusher'", false],
    ["'./pusher'", false],
    ["pusher", false],
    ["'mypusher'", false],
    ["// pusher-js, then 'pusher'", true],
    ["pusher", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(mentions(Buffer.from(text), toNeedle("pusher"))).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { openTypeOracle } from "../../src/project/typeOracle.ts";
import { openTree, type TreeFiles } from "./tempTree.ts";

const AMBIENT = `declare module "pusher" {
  class Pusher {
    constructor(options: object);
    static forURL(url: string): Pusher;
    trigger(channel: string, event: string, data: unknown): Promise<Pusher.Response>;
  }
  namespace Pusher { interface Response { status: number } }
  export = Pusher;
}`;
const MODULE = AMBIENT.replace('declare module "pusher" {', "")
  .replace(/\}$/, "")
  .replace("class", "declare class")
  .replace("namespace", "declare namespace");

/** What is asked about stands between « and » in m.ts; a promise is looked through where `.awaited(` follows. */
type Row = readonly [what: string, text: string, expected: string | null, more?: TreeFiles];

const ROWS: readonly Row[] = [
  ["new", "import Pusher from 'pusher'; «new Pusher({})».trigger()", "Pusher"],
  [
    "a factory of the class",
    "import Pusher from 'pusher'; const p = Pusher.forURL(''); «p».trigger()",
    "Pusher",
  ],
  ["the class itself is no instance", "import Pusher from 'pusher'; «Pusher».trigger()", null],
  [
    "a namespace import",
    "import * as Pusher from 'pusher'; declare const p: Pusher; «p».trigger()",
    "Pusher",
  ],
  ["import =", "import Pusher = require('pusher'); «new Pusher({})».trigger()", "Pusher"],
  [
    "an alias in package.json",
    "import P from 'p5'; «new P({})».trigger()",
    "Pusher",
    { "package.json": { dependencies: { p5: "npm:pusher@5" } } },
  ],
  [
    "import()",
    "async function f() { const { default: P } = await import('pusher'); «new P({})».trigger() }",
    "Pusher",
  ],
  ["a module of the project", "import { pusher } from './lib'; «pusher».trigger()", "Pusher"],
  [
    "a path alias",
    "import { pusher } from '@/lib'; «pusher».trigger()",
    "Pusher",
    { "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./*"] } } } },
  ],
  [
    "null and undefined",
    "import Pusher from 'pusher'; declare const p: Pusher | null | undefined; «p»?.trigger()",
    "Pusher",
  ],
  [
    "a non-null assertion",
    "import Pusher from 'pusher'; declare const p: Pusher | null; «p!».trigger()",
    "Pusher",
  ],
  [
    "a union with a stranger",
    "import Pusher from 'pusher'; class Fake { trigger() {} } declare const p: Pusher | Fake; «p».trigger()",
    "Pusher",
  ],
  [
    "generics",
    "import { pusher } from './lib'; function lazy<T>(f: () => T): () => T { return f } const get = lazy(() => pusher); «get()».trigger()",
    "Pusher",
  ],
  [
    "a type parameter",
    "import type Pusher from 'pusher'; function f<T extends Pusher>(p: T) { «p».trigger() }",
    "Pusher",
  ],
  ["contextual types", "import { pusher } from './lib'; [pusher].forEach((p) => «p».trigger())", "Pusher"],
  [
    "a Map",
    "import type Pusher from 'pusher'; const m = new Map<string, Pusher>(); «m.get('a')»?.trigger()",
    "Pusher",
  ],
  [
    "Record and Partial",
    "import type Pusher from 'pusher'; declare const m: Partial<Record<string, Pusher>>; «m.a»?.trigger()",
    "Pusher",
  ],
  [
    "destructuring",
    "import { pusher } from './lib'; const { a: [p] } = { a: [pusher] as const }; «p».trigger()",
    "Pusher",
  ],
  [
    "a returned object",
    "import { pusher } from './lib'; const make = () => ({ deps: { pusher } }); «make().deps.pusher».trigger()",
    "Pusher",
  ],
  [
    "ReturnType",
    "import { get } from './lib'; let p: Awaited<ReturnType<typeof get>>; «p».trigger()",
    "Pusher",
  ],
  ["await", "import { get } from './lib'; async function f() { «(await get())».trigger() }", "Pusher"],
  ["a promise is not an instance", "import { get } from './lib'; «get()».trigger()", null],
  ["a promise, looked through", "import { get } from './lib'; «get()».awaited()", "Pusher"],
  [
    "a subclass",
    "import Pusher from 'pusher'; class Mine extends Pusher {} «new Mine({})».trigger()",
    "Pusher",
  ],
  [
    "an interface that extends it",
    "import type Pusher from 'pusher'; interface Mine extends Pusher { x: 1 } declare const p: Mine; «p».trigger()",
    "Pusher",
  ],
  [
    "an intersection",
    "import type Pusher from 'pusher'; declare const p: Pusher & { x: 1 }; «p».trigger()",
    "Pusher",
  ],
  [
    "this in a subclass",
    "import Pusher from 'pusher'; class Mine extends Pusher { f() { «this».trigger() } }",
    "Pusher",
  ],
  [
    "a parameter property",
    "import Pusher from 'pusher'; class S { constructor(private readonly p: Pusher) {} f() { «this.p».trigger() } }",
    "Pusher",
  ],
  [
    "a helper that knows nothing of pusher",
    "import { pusher } from './lib'; import { memo } from './memo'; «memo(() => pusher)()».trigger()",
    "Pusher",
    {
      "memo.ts": "export { memo } from './memo2'",
      "memo2.ts": "export const memo = <T>(f: () => T): (() => T) => f",
    },
  ],
  [
    "a declaration file next to it",
    "import type { Deps } from './deps'; declare const d: Deps; «d.pusher».trigger()",
    "Pusher",
    { "deps.d.ts": "import Pusher from 'pusher'; export interface Deps { pusher: Pusher }" },
  ],
  [
    "a global augmentation",
    "import './lib'; «globalThis.push».trigger()",
    "Pusher",
    { "globals.d.ts": "import type Pusher from 'pusher'; declare global { var push: Pusher }" },
  ],
  [
    "a class of the same name",
    "import './lib'; class Pusher { trigger() {} } «new Pusher()».trigger()",
    null,
  ],
  ["another package", "import Pusher from 'pusher-js'; import './lib'; «new Pusher('')».trigger()", null],
  ["any", "import './lib'; declare const p: any; «p».trigger()", null],
  [
    "a syntax error elsewhere",
    "import Pusher from 'pusher'; const p = new Pusher({}); «p».trigger(); const = ;",
    "Pusher",
  ],
];

const LIB = {
  "lib.ts":
    "import Pusher from 'pusher'; export const pusher = new Pusher({}); export async function get() { return pusher }",
};

async function ask(
  marked: string,
  more: TreeFiles = {},
  name = "m.ts",
  stub = AMBIENT,
): Promise<string | null> {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const project = await openTree({ ...LIB, [name]: marked.replace(/[«»]/g, ""), ...more });
  const oracle = await openTypeOracle({
    graph: project,
    reaching: project.reaching("pusher"),
    stubs: [{ packageName: "pusher", text: stub }],
    declarations: project.declarations("pusher"),
  });
  const answer = oracle.receiverType(`${project.root}/${name}`, start, end, marked.includes(".awaited("));
  return answer === null ? null : answer.name;
}

describe("the type oracle", () => {
  test.each(ROWS.map(([what, text, expected, more]) => ({ what, text, expected, more })))(
    "$what",
    async ({ text, expected, more }) => {
      expect(await ask(text, more)).toBe(expected);
    },
  );

  test("JavaScript", async () => {
    expect(
      await ask(
        "const { pusher } = require('./lib'); «pusher».trigger()",
        {
          "lib.js": "const Pusher = require('pusher'); module.exports = { pusher: new Pusher({}) }",
          "lib.ts": "",
        },
        "m.js",
      ),
    ).toBe("Pusher");
  });

  test("a stub that is a module", async () => {
    expect(await ask("import Pusher from 'pusher'; «new Pusher({})».trigger()", {}, "m.ts", MODULE)).toBe(
      "Pusher",
    );
  });

  test("another text, and questions about nothing", async () => {
    const project = await openTree({ ...LIB, "m.ts": "import { pusher } from './lib'; pusher" });
    const oracle = await openTypeOracle({
      graph: project,
      reaching: project.reaching("pusher"),
      stubs: [{ packageName: "pusher", text: AMBIENT }],
    });
    const file = `${project.root}/m.ts`;
    expect(oracle.receiverType(file, 32, 38)).toEqual({ packageName: "pusher", name: "Pusher" });
    expect(oracle.receiverType(file, 31, 38)).toBeNull();
    expect(oracle.receiverType(`${project.root}/no.ts`, 0, 1)).toBeNull();
    oracle.setText(file, "const pusher = 1; pusher");
    expect(oracle.receiverType(file, 18, 24)).toBeNull();
    oracle.setText(file, "import { pusher as q } from './lib'; q");
    expect(oracle.receiverType(file, 37, 38)).toEqual({ packageName: "pusher", name: "Pusher" });
  });
});

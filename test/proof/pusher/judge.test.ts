import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { judge } from "./judge.ts";
import { runInProcesses } from "../runInProcesses.ts";
import type { Cell, CellRecord, Fault, Side } from "./types.ts";

/** A rewrite made by hand, to show that the proof tells good ones from bad ones. */
interface Sample {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly fault: Fault;
  /** What the judge has to find; nothing for a good rewrite. */
  readonly problem?: RegExp;
}

const head = `const Pusher = require('pusher');\nconst pusher = Pusher.forURL(process.env.PUSHER_URL);\n`;
const awaited = `${head}exports.send = async (roomId) => { await pusher.trigger(roomId, 'e', {}); };`;
const floating = `${head}exports.send = (room) => { pusher.trigger('c', 'e', { room }); };`;
const changing = `${head}let n = 0;\nexports.send = () => { pusher.trigger('c', 'e', { n }); n += 1; };`;
const expressHandler = `${head}require('express')().post('/', async (req, res) => { await pusher.trigger('c', 'e', {}); res.end(); });`;

const wrapAwaited = (handler: string): string =>
  `${head}exports.send = async (roomId) => { try { await pusher.trigger(roomId, 'e', {}); } catch (err) { ${handler} } };`;
const iife = (handler: string): string =>
  `${head}exports.send = (room) => { (async () => pusher.trigger('c', 'e', { room }))().catch((err) => { ${handler} }); };`;

const samples: readonly Sample[] = [
  {
    name: "log and rethrow",
    input: awaited,
    output: wrapAwaited("console.error('failed', err.name, err.status); throw err;"),
    fault: "500",
  },
  {
    name: "swallow",
    input: awaited,
    output: wrapAwaited("console.error('failed');"),
    fault: "500",
    problem: /caller saw/,
  },
  {
    name: "the raw error",
    input: awaited,
    output: wrapAwaited("console.error(err); throw err;"),
    fault: "reset",
    problem: /auth_signature/,
  },
  {
    name: "the whole message",
    input: awaited,
    output: wrapAwaited("console.error(err.message); throw err;"),
    fault: "cut-body",
    problem: /auth_key/,
  },
  {
    name: "another error",
    input: awaited,
    output: wrapAwaited("throw new TypeError('x');"),
    fault: "500",
    problem: /caller saw/,
  },
  {
    name: "logged twice",
    input: awaited,
    output: wrapAwaited("console.error('a'); console.error('b'); throw err;"),
    fault: "429",
    problem: /1 failures, 2 new lines/,
  },
  { name: "async iife", input: floating, output: iife("console.error('failed', err.name);"), fault: "hang" },
  {
    name: "async iife, sync throw",
    input: floating,
    output: iife("console.error('failed', err.name);"),
    fault: "sync-throw",
  },
  {
    name: "async iife that says nothing",
    input: floating,
    output: iife(""),
    fault: "403",
    problem: /not logged/,
  },
  {
    name: "async iife without handler",
    input: floating,
    output: floating,
    fault: "403",
    problem: /unhandled in the output/,
  },
  {
    name: "arguments evaluated later",
    input: changing,
    output: changing.replace(
      "pusher.trigger('c', 'e', { n })",
      "Promise.resolve().then(() => pusher.trigger('c', 'e', { n }))",
    ),
    fault: "ok",
    problem: /hits differ/,
  },
  {
    name: "a call too many",
    input: awaited,
    output: wrapAwaited("throw err;").replace(
      "await pusher",
      "pusher.trigger(roomId, 'e', {}); await pusher",
    ),
    fault: "ok",
    problem: /hits differ/,
  },
  {
    name: "express without next",
    input: expressHandler,
    output: expressHandler,
    fault: "401",
    problem: /unhandled in the output/,
  },
  {
    name: "express with next",
    input: expressHandler,
    output: expressHandler
      .replace("(req, res)", "(req, res, next)")
      .replace(
        "await pusher.trigger('c', 'e', {});",
        "try { await pusher.trigger('c', 'e', {}); } catch (err) { console.error(err.name); return next(err); }",
      ),
    fault: "401",
  },
];

describe("the judge tells good rewrites from bad ones", () => {
  let records: CellRecord[];
  beforeAll(async () => {
    records = await runInProcesses<Cell, CellRecord>(
      path.join(import.meta.dirname, "worker.ts"),
      samples.flatMap((sample) => [toCell(sample, "input"), toCell(sample, "output")]),
    );
  }, 60_000);

  test.for(samples)("$name", (sample) => {
    const index = samples.indexOf(sample) * 2;
    const problems = judge(sample.fault, { input: records[index]!, output: records[index + 1]! });
    expect(problems.join("\n")).toMatch(sample.problem ?? /^$/);
  });
});

function toCell(sample: Sample, side: Side): Cell {
  return {
    name: sample.name,
    side,
    fault: sample.fault,
    fileName: "sample.js",
    source: sample[side],
    typesFrom: sample.input,
    express: 4,
  };
}

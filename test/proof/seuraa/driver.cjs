/* Runs one program against the double, and prints what became of it. */
const fs = require("node:fs");
const path = require("node:path");
const { record, BrowserClient, BackendClient } = require("./double.cjs");

const [folder, program] = process.argv.slice(2);
const lines = [];
const waits = [];
const marks = [];
let result = null;
for (const method of ["log", "error", "warn"])
  console[method] = (...values) => lines.push(values.map(String).join(" "));
// Time is simulated: a timer runs out when nothing else can happen any more, the earliest first.
const TURNS = 20;
const timers = new Map();
let now = 0;
let number = 0;
let isTurning = false;
globalThis.setTimeout = (run, ms = 0) => {
  waits.push(Math.round(ms));
  timers.set(++number, { run, due: now + ms });
  if (!isTurning) turn(TURNS);
  return number;
};
globalThis.clearTimeout = (timer) => timers.delete(timer);
function turn(left) {
  isTurning = timers.size > 0;
  if (!isTurning) return;
  if (left > 0) {
    setImmediate(turn, left - 1);
    return;
  }
  const [id, { run, due }] = [...timers].reduce((a, b) => (b[1].due < a[1].due ? b : a));
  timers.delete(id);
  now = due;
  run();
  turn(TURNS);
}
process.on("exit", (exitCode) => {
  fs.writeSync(1, JSON.stringify({ ...record, lines, waits, marks, result, exitCode }));
});

const { run } = require(path.join(folder, program));
const mark = (what) => () => marks.push(what);
const isBackend = program.startsWith("n");
const argument = isBackend ? new BackendClient() : new BrowserClient().channel("private:notes");
const given =
  program === "b3.js" || program === "b3-late.js" || program === "b5.js"
    ? [() => {}]
    : [argument, mark("saved"), mark("failed")];
// What floats in the program floats; what it gives is awaited as its caller does, who hears of a failure.
async function call() {
  const value = await run(...given);
  return value instanceof Response ? { status: value.status, text: await value.text() } : "done";
}
call().then(
  (value) => (result = value),
  (err) => (result = { rejected: String(err.message) }),
);

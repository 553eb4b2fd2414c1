import fs from "node:fs";

/** Real time, whatever the program's `setTimeout` is. */
const startTimer = globalThis.setTimeout;

/**
 * Requests to the operating system that are sure to end, as `process.getActiveResourcesInfo` names them. (A write to a
 * socket is none of them: it waits for ever for a peer who does not read.)
 */
const busy = new Set(["FSReqCallback", "FSReqPromise", "TCPConnectWrap"]);

/** Turns of the event loop without any request under way, after which nothing more is to be expected. */
const quietTurns = 8;

/**
 * Waits until nothing moves any more. A round trip through the thread pool ends each turn: with one thread
 * (UV_THREADPOOL_SIZE=1) it shows that all inflating and file work given before it is done.
 */
export async function waitUntilQuiet(): Promise<void> {
  for (let turns = 0; turns < quietTurns; turns += 1) {
    await new Promise<void>((resolve) => {
      fs.stat(".", () => startTimer(() => setImmediate(resolve), 1));
    });
    if (process.getActiveResourcesInfo().some((name) => busy.has(name))) turns = -1;
  }
}

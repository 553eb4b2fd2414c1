import util from "node:util";
import { describeError, describeValue } from "./describe.ts";

/** A function that the program handed to a host, to be called when the module is loaded. */
export interface Registration {
  readonly label: string;
  readonly handler: (...args: unknown[]) => unknown;
  readonly host: Host;
}

/**
 * What calls a registered function, and what it does with the promise that comes back:
 * `lost` ignores it (timers, listeners), `express4` too, but gives `next`; `awaits` turns a rejection into an error
 * response or a failed job.
 */
export type Host = "lost" | "express4" | "awaits";

/** All that a running program can touch; one per cell. */
export class World {
  readonly calls: string[] = [];
  readonly effects: string[] = [];
  readonly logs: string[] = [];
  readonly unhandled: string[] = [];
  readonly uncaught: string[] = [];
  readonly registrations: Registration[] = [];
  failures = 0;
  /** Requests and timers that are under way. */
  pending = 0;

  constructor(readonly express: 4 | 5) {}

  log(method: string, args: readonly unknown[]): void {
    this.logs.push(`${method} ${util.format(...args)}`);
  }

  effect(what: string, args: readonly unknown[]): void {
    this.effects.push(
      `${what}(${args.map((arg) => (arg instanceof Error ? describeError(arg) : describeValue(arg))).join(", ")})`,
    );
  }

  register(label: string, handler: unknown, host: Host): void {
    this.registrations.push({ label, handler: handler as Registration["handler"], host });
  }

  /** Waits for a call's outcome; gives up when nothing has been under way for a while. */
  async settles(outcome: Promise<unknown>, limit: number): Promise<void> {
    const settled = outcome.then(() => true);
    const end = Date.now() + limit;
    for (let quietTurns = 0; quietTurns < 20 && Date.now() < end; quietTurns += 1) {
      if (await Promise.race([settled, sleep(4)])) return;
      if (this.pending > 0) quietTurns = 0;
    }
  }

  /** Waits until nothing is under way any more, or the limit is reached. */
  async quiesce(limit: number): Promise<void> {
    const end = Date.now() + limit;
    do {
      await sleep(4);
    } while (this.pending > 0 && Date.now() < end);
    await sleep(4);
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

const sleep = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));

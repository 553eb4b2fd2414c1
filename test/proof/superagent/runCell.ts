import http from "node:http";
import { Attempt } from "./attempt.ts";
import { Clock } from "./clock.ts";
import { unzips } from "./content.ts";
import { describeError } from "./describeError.ts";
import { Destinations } from "./destinations.ts";
import { FaultServer } from "./faultServer.ts";
import { waitUntilQuiet } from "./quiet.ts";
import { routeRequests } from "./routeRequests.ts";
import type { Cell, CellRecord } from "./types.ts";

/** More timers than any program needs: one that sets a new one for ever is stopped here. */
const maximumTimers = 60;

/** Runs cells one after another in this process, each until nothing can happen any more. */
export class CellRunner {
  private readonly clock = new Clock();
  private readonly server = new FaultServer(this.clock);
  private readonly uncaught: string[] = [];
  private readonly unhandled: string[] = [];

  /** From now on all requests go to the fault server, time is the clock's, and nothing ends the process. */
  async start(): Promise<void> {
    process.on("uncaughtException", (error) => this.uncaught.push(describeError(error)));
    process.on("unhandledRejection", (error) => this.unhandled.push(describeError(error)));
    await this.server.start();
    routeRequests(this.server);
    this.clock.install();
  }

  async run(cell: Cell): Promise<CellRecord> {
    const destinations = new Destinations(cell.fault, this.clock);
    const attempt = new Attempt(cell, destinations, this.clock);
    this.server.fault = cell.fault;
    this.server.sendsGzipFile = unzips(cell.source);
    try {
      await attempt.start();
      if (cell.fault === "dest-destroyed") this.clock.after(70, () => destinations.destroy());
      for (let timers = 0; timers < maximumTimers; timers += 1) {
        await waitUntilQuiet();
        if (!this.clock.advance()) break;
      }
      return {
        ...attempt.describe(),
        uncaught: [...this.uncaught],
        unhandled: [...this.unhandled],
        upstreamOpen: this.server.open,
        requests: this.server.requests,
        timersFired: this.clock.fired,
      };
    } finally {
      await this.cleanUp(attempt, destinations);
    }
  }

  /** What the end of a cell provokes belongs to no cell. */
  private async cleanUp(attempt: Attempt, destinations: Destinations): Promise<void> {
    attempt.close();
    this.server.reset();
    http.globalAgent.destroy();
    destinations.remove();
    await waitUntilQuiet();
    this.clock.reset();
    this.uncaught.length = 0;
    this.unhandled.length = 0;
  }
}

import path from "node:path";
import { Duplex } from "node:stream";
import { Client, url } from "./client.ts";
import type { Clock } from "./clock.ts";
import { describeError } from "./describeError.ts";
import type { Destinations } from "./destinations.ts";
import { hostInExpress, hostInFastify, type Handler, type Host } from "./hosts.ts";
import { loadProgram, type Log } from "./loadProgram.ts";
import { NotExecutable } from "./notExecutable.ts";
import type { Program } from "./program.ts";
import type { Role } from "./roles.ts";
import type { Cell, CellRecord, PromiseRecord } from "./types.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One call of a program, and what its caller sees. */
export class Attempt {
  private readonly log: Log = { reports: [], lines: [] };
  private returnsStream = false;
  private readonly streamErrors: string[] = [];
  private readonly callbacks: (string | null)[] = [];
  private readonly outcome: Mutable<Pick<CellRecord, "notExecuted" | "threw"> & { promise?: PromiseRecord }> =
    {};
  private takesCallback = false;
  private host: Host | undefined;
  private client: Client | undefined;

  constructor(
    private readonly cell: Cell,
    private readonly destinations: Destinations,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    try {
      const program = loadProgram(this.cell, this.destinations, this.log);
      this.takesCallback = program.roles.includes("callback");
      if (program.roles.includes("reply")) await this.ask(await hostInFastify(this.handlerOf(program)));
      else if (program.roles.includes("res"))
        await this.ask(hostInExpress(this.handlerOf(program), this.cell.express));
      else this.call(program);
    } catch (error) {
      if (!(error instanceof NotExecutable)) throw error;
      this.outcome.notExecuted = error.message;
    }
  }

  close(): void {
    this.client?.close();
  }

  describe(): Omit<CellRecord, "uncaught" | "unhandled" | "upstreamOpen" | "requests" | "timersFired"> {
    const { name, side, fault, version } = this.cell;
    return {
      name,
      side,
      fault,
      version,
      ...this.outcome,
      returnsStream: this.returnsStream,
      streamErrors: [...this.streamErrors],
      takesCallback: this.takesCallback,
      callbacks: [...this.callbacks],
      nexts: [...(this.host?.nexts ?? [])],
      reports: [...this.log.reports],
      lines: [...this.log.lines],
      destinations: this.destinations.describe(),
      ...(this.client ? { answer: this.client.describe() } : {}),
    };
  }

  /** The program as a host calls it: with what the host has, and what else it wants. */
  private handlerOf({ roles, call }: Program): Handler {
    return (req, res, next) => {
      const given: Partial<Record<Role, unknown>> = { req, res, reply: res, next };
      return call(...roles.map((role) => given[role] ?? this.valueOf(role)));
    };
  }

  private async ask(host: Host): Promise<void> {
    this.host = host;
    this.client = new Client(this.cell.fault);
    await this.client.ask(host.listener, this.clock);
  }

  private call({ roles, call }: Program): void {
    try {
      const given = call(...roles.map((role) => this.valueOf(role)));
      if (isPromise(given)) this.follow(given);
      else if (given instanceof Duplex && !this.destinations.has(given)) this.read(given);
    } catch (error) {
      this.outcome.threw = describeError(error);
    }
  }

  private follow(promise: Promise<unknown>): void {
    this.outcome.promise = { state: "pending" };
    promise.then(
      () => (this.outcome.promise = { state: "resolved", beforeComplete: this.destinations.isAnyOpen }),
      (error: unknown) => (this.outcome.promise = { state: "rejected", error: describeError(error) }),
    );
  }

  private read(stream: Duplex): void {
    stream.on("error", (error) => this.streamErrors.push(describeError(error)));
    this.returnsStream = true;
    this.destinations.adopt(stream);
  }

  private valueOf(role: Role): unknown {
    switch (role) {
      case "url":
        return url;
      case "dest":
        return this.destinations.createStream();
      case "file":
        return this.destinations.file;
      case "callback":
        return (error?: unknown) => void this.callbacks.push(error ? describeError(error) : null);
      case "options":
        return {
          names: ["first", "second"],
          folder: path.dirname(this.destinations.file),
          remote: true,
          url,
        };
      case "text":
        return "report";
      case "req":
      case "res":
      case "next":
      case "reply":
        throw new NotExecutable(`${role} without a response`);
    }
  }
}

/** A request of superagent has a `then`, too, which would send it: only real promises are followed. */
function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "./clock.ts";
import { content, errorPage, gzipped, gzippedTwice, notFoundPage } from "./content.ts";
import type { FaultName } from "./faults.ts";

type Answer = (response: http.ServerResponse, request: http.IncomingMessage) => void;

const text = { "content-type": "text/plain" };
const gzip = { "content-type": "text/plain", "content-encoding": "gzip" };

/** Answers every request as the fault of the running cell has it. What it does later, it does by the clock. */
export class FaultServer {
  fault: FaultName = "plain";
  /** True if the program unzips what it gets: then the content is a gzip file. */
  sendsGzipFile = false;
  requests = 0;
  port = 0;
  private readonly unfinished = new Set<http.ServerResponse>();
  private readonly server = http.createServer((request, response) => this.answer(request, response));

  constructor(private readonly clock: Clock) {}

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** How many answers are not finished although their socket is still open. */
  get open(): number {
    return [...this.unfinished].filter((response) => response.socket?.destroyed === false).length;
  }

  /** Drops what the last cell has left. */
  reset(): void {
    this.server.closeAllConnections();
    this.unfinished.clear();
    this.requests = 0;
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    this.requests += 1;
    this.unfinished.add(response);
    for (const emitter of [request, response, request.socket]) emitter.on("error", () => undefined);
    response.on("finish", () => this.unfinished.delete(response));
    response.on("close", () => this.unfinished.delete(response));
    request.resume();
    const isSecondHop = request.url === "/second-hop";
    const name = isSecondHop ? (this.fault === "redirect-500" ? "status-500" : "plain") : this.fault;
    this.answers[name](response, request);
  }

  private get body(): Buffer {
    return this.sendsGzipFile ? gzipped : content;
  }

  private get zipped(): Buffer {
    return this.sendsGzipFile ? gzippedTwice : gzipped;
  }

  /** Sends the first part of a body, and goes on when that has arrived. */
  private sendPart(
    response: http.ServerResponse,
    headers: http.OutgoingHttpHeaders,
    part: Buffer,
    then: () => void,
  ): void {
    response.writeHead(200, headers);
    response.write(part);
    this.clock.after(30, then);
  }

  /** Sends a piece from time to time, then no more, and never ends. */
  private drip: Answer = (response) => {
    response.writeHead(200, text);
    for (let piece = 0; piece < 8; piece += 1)
      this.clock.after(
        15 * piece,
        () => void (response.destroyed || response.write(this.body.subarray(0, 2000))),
      );
  };

  private readonly plain: Answer = (response) =>
    response.writeHead(200, { ...text, "content-length": this.body.length }).end(this.body);

  private readonly cut =
    (
      headers: () => http.OutgoingHttpHeaders,
      part: () => Buffer,
      how: "destroy" | "resetAndDestroy",
    ): Answer =>
    (response, { socket }) =>
      this.sendPart(response, headers(), part(), () => socket[how]());

  private readonly redirectTo =
    (location: string | undefined): Answer =>
    (response) =>
      response.writeHead(302, location === undefined ? text : { ...text, location }).end("moved");

  private readonly zippedWith =
    (body: () => Buffer, hasLength = false): Answer =>
    (response) =>
      response.writeHead(200, hasLength ? { ...gzip, "content-length": body().length } : gzip).end(body());

  private readonly start5000 = (): Buffer => this.body.subarray(0, 5000);
  private readonly truncated = (): Buffer => this.zipped.subarray(0, this.zipped.length - 2000);

  private readonly answers: Readonly<Record<FaultName, Answer>> = {
    plain: this.plain,
    chunked: (response) =>
      this.sendPart(response, text, this.start5000(), () => response.end(this.body.subarray(5000))),
    gzip: this.zippedWith(() => this.zipped),
    empty: (response) => response.writeHead(200, { ...text, "content-length": 0 }).end(),
    "no-content": (response) => response.writeHead(204).end(),
    head: this.plain,
    redirect: this.redirectTo("/second-hop"),
    "status-404": (response) => response.writeHead(404, text).end(notFoundPage),
    "status-500": (response) => response.writeHead(500, text).end(errorPage),
    "redirect-500": this.redirectTo("/second-hop"),
    "redirect-loop": this.redirectTo("/again"),
    "redirect-nowhere": this.redirectTo(undefined),
    "redirect-refused": this.redirectTo("http://refused.test/"),
    refused: this.plain,
    reset: (_response, { socket }) => socket.resetAndDestroy(),
    fin: (_response, { socket }) => socket.end(),
    "cut-length": this.cut(
      () => ({ ...text, "content-length": this.body.length }),
      this.start5000,
      "destroy",
    ),
    "cut-chunks": this.cut(() => text, this.start5000, "destroy"),
    "cut-reset": this.cut(() => text, this.start5000, "resetAndDestroy"),
    "cut-gzip": this.cut(
      () => gzip,
      () => this.zipped.subarray(0, 20_000),
      "destroy",
    ),
    "gzip-truncated": this.zippedWith(this.truncated),
    "gzip-truncated-length": this.zippedWith(this.truncated, true),
    "gzip-empty": this.zippedWith(() => Buffer.alloc(0)),
    "gzip-garbage": this.zippedWith(() => Buffer.from("this is not gzip at all")),
    "gzip-crc": this.zippedWith(() => {
      const bytes = Buffer.from(this.zipped);
      bytes[bytes.length - 6]! ^= 0xff;
      return bytes;
    }),
    hang: () => undefined,
    stall: (response) => {
      response.writeHead(200, { ...text, "content-length": this.body.length });
      response.write(this.start5000());
    },
    "cut-undelimited": (_response, { socket }) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\n");
      socket.write(this.start5000());
      this.clock.after(30, () => socket.end());
    },
    "dest-missing": (response) =>
      this.sendPart(response, text, this.start5000(), () => response.end(this.body.subarray(5000))),
    "dest-full": (response, request) => this.drip(response, request),
    "dest-destroyed": (response, request) => this.drip(response, request),
    "client-gone": (response, request) => this.drip(response, request),
    "client-gone-waiting": () => undefined,
  };
}

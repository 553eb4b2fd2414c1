import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "./clock.ts";
import { digestOf } from "./content.ts";
import type { FaultName } from "./faults.ts";
import { requestDirectly } from "./routeRequests.ts";
import type { AnswerRecord } from "./types.ts";

/** The URL that programs are given. Its query is a secret that no log line may hold. */
export const url = "http://upstream.test/files/report.pdf?token=s3cr3t";

/** What the client asks for: handlers may take the URL from there. */
const query = new URLSearchParams({ url, id: "report", name: "report", token: "s3cr3t" });

/** A server with a request handler, and a client that asks it once. */
export class Client {
  private server: http.Server | undefined;
  private client: http.ClientRequest | undefined;
  private readonly pieces: Buffer[] = [];
  private state: AnswerRecord["state"] = "pending";
  private status = 0;
  private encoding: string | undefined;

  constructor(private readonly fault: FaultName) {}

  async ask(listener: http.RequestListener, clock: Clock): Promise<void> {
    const server = http.createServer(listener);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/files/report?${query}`;
    const client = requestDirectly(address, { agent: false }, (answer) => this.receive(answer));
    client.on("error", () => this.end("cut"));
    client.end();
    this.client = client;
    if (this.fault === "client-gone-waiting") clock.after(50, () => this.leave());
  }

  describe(): AnswerRecord {
    const bytes = Buffer.concat(this.pieces);
    const isMislabelled = this.encoding === "gzip" && bytes.length > 0 && bytes[0] !== 0x1f;
    const digest = isMislabelled ? "labelled gzip, but is not" : digestOf(bytes);
    return { state: this.state, status: this.status, bytes: bytes.length, digest };
  }

  close(): void {
    this.client?.destroy();
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private receive(answer: http.IncomingMessage): void {
    this.status = answer.statusCode ?? 0;
    this.encoding = answer.headers["content-encoding"];
    answer.on("data", (piece: Buffer) => {
      this.pieces.push(piece);
      if (this.fault === "client-gone") this.leave();
    });
    answer.on("error", () => this.end("cut"));
    answer.on("end", () => this.end(answer.complete ? "complete" : "cut"));
  }

  private leave(): void {
    this.end("left");
    this.client?.destroy();
  }

  private end(state: AnswerRecord["state"]): void {
    if (this.state === "pending") this.state = state;
  }
}

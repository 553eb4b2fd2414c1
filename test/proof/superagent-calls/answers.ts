import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault } from "./types.ts";

/** What stands in the answers and the requests, and never may stand in a log. */
export const secrets: readonly string[] = ["s3cr3t", "Bearer", "Authorization", "set-cookie", "?"];

const json = { "content-type": "application/json", "set-cookie": "session=s3cr3t" };
const body = JSON.stringify({ id: "1", name: "s3cr3t", items: [], results: [], token: "s3cr3t" });

// V8 quotes the first characters of what is no JSON in its message; what matters is that no more than that is logged
const page = `<html>${" ".repeat(200)}s3cr3t</html>`;

/** Answers every request as the fault of the running cell has it. */
export class Answers {
  fault: Fault = "ok";
  port = 0;
  readonly hits: string[] = [];
  private readonly server = http.createServer((request, response) => this.answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  dropConnections(): void {
    this.server.closeAllConnections();
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    this.hits.push(`${request.method} ${request.url?.split("?")[0]}`);
    for (const emitter of [request, response, request.socket]) emitter.on("error", () => undefined);
    // only when all has arrived, so that a reset cannot overtake it
    request.resume().on("end", () => this.respond(request, response));
  }

  private respond({ socket }: http.IncomingMessage, response: http.ServerResponse): void {
    switch (this.fault) {
      case "ok":
      case "refused":
      case "too-large":
        return void response.writeHead(200, json).end(body);
      case "401":
      case "404":
      case "500":
        return void response.writeHead(Number(this.fault), json).end(body);
      case "invalid-json":
        return void response.writeHead(200, json).end(page);
      case "reset":
        return void socket.resetAndDestroy();
      case "cut":
        response.writeHead(200, { ...json, "content-length": 1000 });
        return void response.write(body, () => socket.destroy());
      case "timeout":
        return undefined;
    }
  }
}

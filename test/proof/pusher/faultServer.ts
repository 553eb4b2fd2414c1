import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault } from "./types.ts";

const answer = JSON.stringify({
  channels: { "presence-room": { user_count: 2 } },
  users: [{ id: "u-1" }, { id: "u-2" }],
  occupied: true,
  user_count: 2,
});

/** A Pusher API on the loopback interface that fails as it is told to. */
export class FaultServer {
  fault: Fault = "ok";
  readonly hits: string[] = [];
  private readonly server = http.createServer((request, response) => void this.serve(request, response));

  /** The port it listens on. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Starts to listen, on a port of the system's choice. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  /** Ends all connections that a fault keeps open. */
  dropConnections(): void {
    this.server.closeAllConnections();
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    request.on("error", () => undefined);
    response.on("error", () => undefined);
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const [path] = (request.url ?? "").split("?");
    this.hits.push(`${request.method} ${path} ${Buffer.concat(chunks).toString()}`);
    this.answer(request, response);
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    switch (this.fault) {
      case "ok":
      case "sync-throw":
        response.setHeader("content-type", "application/json").end(answer);
        return;
      case "html-200":
        response.setHeader("content-type", "text/html").end("<html><body>captive portal</body></html>");
        return;
      case "reset":
        request.socket.resetAndDestroy();
        return;
      case "hang":
        return;
      case "cut-body":
        response.writeHead(500, { "content-type": "text/plain" }).write("upstream f");
        setTimeout(() => request.socket.destroy(), 2);
        return;
      case "stalled-body":
        response.writeHead(500, { "content-length": "50" }).write("upstream f");
        return;
      case "reset-body":
        response.writeHead(500, { "content-length": "50" }).write("upstream f");
        setTimeout(() => request.socket.destroy(), 2);
        return;
      default:
        response
          .writeHead(Number(this.fault), { "content-type": "text/plain" })
          .end("refused by the fault server\n");
    }
  }
}

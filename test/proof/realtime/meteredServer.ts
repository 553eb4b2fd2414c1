import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";

/** What the server does to a client. */
export type Fault =
  | { readonly kind: "refuse"; readonly code: string }
  | { readonly kind: "close"; readonly code: number }
  /** It closes when a request arrives: the answer is lost in flight. */
  | { readonly kind: "close-in-flight"; readonly code: number }
  /** The socket is cut when a request arrives: its answer is lost. */
  | { readonly kind: "cut" }
  /** A frame that is no JSON. */
  | { readonly kind: "garbage" };

/** A loopback server that speaks the documented protocol (shared/facts/metered-realtime.md, section 1). */
export interface MeteredServer {
  readonly port: number;
  readonly connections: () => number;
  /** Frames of a type that arrived. */
  readonly received: (type: string) => number;
  stop(): Promise<void>;
}

/** Starts a server with one fault. */
export async function startServer(fault: Fault): Promise<MeteredServer> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  let connections = 0;
  const frames: string[] = [];
  server.on("connection", (socket) => {
    connections++;
    socket.on("error", () => undefined);
    if (fault.kind === "close") {
      end(socket, fault.code);
      return;
    }
    send(socket, { type: "welcome", peerId: "p1", expiresAt: null, serverTime: 0, maxMessageSize: 65_536 });
    if (fault.kind === "garbage") {
      socket.send("{");
      sendMark(socket);
    }
    socket.on("message", (raw: Buffer) => {
      const frame = JSON.parse(raw.toString()) as { type: string; requestId?: string };
      frames.push(frame.type);
      if (frame.type === "ping") send(socket, { type: "pong" });
      else answer(socket, fault, frame);
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    received: (type) => frames.filter((frame) => frame === type).length,
    async stop() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(socket: WebSocket, fault: Fault, frame: { type: string; requestId?: string }): void {
  const id = frame.requestId === undefined ? {} : { requestId: frame.requestId };
  if (fault.kind === "cut") socket.terminate();
  else if (fault.kind === "close-in-flight") end(socket, fault.code);
  else if (fault.kind === "refuse") {
    send(socket, { type: "error", code: fault.code, message: "refused", ...id });
    sendMark(socket);
  } else if (frame.requestId !== undefined) send(socket, { type: "ack", ...id });
}

/** 1006 is no code that can be sent: the connection just ends. */
function end(socket: WebSocket, code: number): void {
  if (code === 1006) socket.terminate();
  else socket.close(code, "proof");
}

/** Comes behind what was sent before: who has read it has read all. */
function sendMark(socket: WebSocket): void {
  send(socket, { type: "message", channel: "room-1", from: "p2", data: "mark" });
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame));
}

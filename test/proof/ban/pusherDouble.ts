import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Pusher from "pusher";

/** What the double answers a terminate with; `hang` answers never, `reset` cuts the connection, `stall` stops in the body. */
export type Answer = number | "hang" | "reset" | "stall";

/** Pusher's HTTP API on loopback, for the real SDK: it knows who is signed in, and terminates them. */
export interface PusherDouble {
  readonly url: string;
  readonly pusher: Pusher;
  /** The users that were to be terminated, in order, with what was answered. */
  readonly calls: { readonly userId: string; readonly answer: Answer }[];
  /** How many connections of a user are signed in. */
  readonly signedIn: (userId: string) => number;
  /** A connection signs in with an answer of the auth endpoint, as the WebSocket protocol has it. */
  readonly signIn: (socketId: string, auth: { auth: string; user_data: string }) => void;
  /** Called for each connection that is terminated. */
  onTerminated: (socketId: string) => void;
  readonly close: () => Promise<void>;
}

let started = 0;

/** Starts one; `answers` are given one after the other, then 200. */
export async function startPusher(answers: readonly Answer[] = []): Promise<PusherDouble> {
  // An app of its own: what an earlier scenario left behind may call a port that is used again.
  const app = `${process.pid}${++started}`;
  const called = new RegExp(`^/apps/${app}/users/([^/]+)/terminate_connections$`);
  const queue = [...answers];
  const calls: { userId: string; answer: Answer }[] = [];
  const sockets = new Map<string, string>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume().on("end", () => {
      const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
      const userId = called.exec(path)?.[1];
      const answer = userId === undefined ? 404 : (queue.shift() ?? 200);
      if (userId !== undefined) calls.push({ userId, answer });
      if (answer === "hang") return;
      if (answer === "reset") {
        request.socket.destroy();
        return;
      }
      if (answer === "stall") {
        response.writeHead(500, { "content-length": "99" }).write("x");
        return;
      }
      if (answer === 200) {
        for (const [socketId, user] of sockets) {
          if (user !== userId) continue;
          sockets.delete(socketId);
          double.onTerminated(socketId);
        }
      }
      response.writeHead(answer).end("{}");
    });
  });
  await new Promise<void>((fulfil) => server.listen(0, "127.0.0.1", fulfil));
  const { port } = server.address() as AddressInfo;
  const pusher = new Pusher({
    appId: app,
    key: "k",
    secret: "s3cret",
    host: "127.0.0.1",
    port: String(port),
    useTLS: false,
  });
  const double: PusherDouble = {
    url: `http://k:s3cret@127.0.0.1:${port}/apps/${app}`,
    pusher,
    calls,
    signedIn: (userId) => [...sockets.values()].filter((user) => user === userId).length,
    signIn(socketId, auth) {
      const { id } = JSON.parse(auth.user_data) as { id: string };
      // The signature is the SDK's own for this socket and this user.
      if (pusher.authenticateUser(socketId, { id }).auth !== auth.auth) throw new Error("bad signature");
      sockets.set(socketId, id);
    },
    onTerminated: () => undefined,
    close: () =>
      new Promise((fulfil) => {
        server.closeAllConnections();
        server.close(() => fulfil());
      }),
  };
  return double;
}

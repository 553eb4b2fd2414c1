import { setTimeout as sleep } from "node:timers/promises";
import type { PusherDouble } from "./pusherDouble.ts";

/** What the auth endpoint answers a socket: a signature, or null for 403. */
export type AuthEndpoint = (socketId: string) => Promise<{ auth: string; user_data: string } | null>;

/** A client that keeps connections signed in: whenever one is terminated it reconnects at once and asks again. */
export function startAdversary(
  double: PusherDouble,
  ask: AuthEndpoint,
  connections: number,
): { stop: () => void } {
  const ended = new AbortController();
  let last = 0;
  const connect = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const socketId = `1.${++last}`;
      const auth = await ask(socketId);
      if (auth && !ended.signal.aborted) {
        double.signIn(socketId, auth);
        return;
      }
      await sleep(4);
    }
  };
  double.onTerminated = () => void connect();
  for (let index = 0; index < connections; index++) void connect();
  return { stop: () => ended.abort() };
}

/** The look-up of a ban takes a while on its way back: what it read may be old when the signature goes out. */
export async function slowly<T>(read: () => T | Promise<T>): Promise<T> {
  const value = await read();
  await sleep(10 + Math.random() * 50);
  return value;
}

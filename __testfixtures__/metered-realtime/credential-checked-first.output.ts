import { MeteredPeer, SignallingClient } from "@metered-ca/realtime";

const { METERED_KEY } = process.env;

export function start(): SignallingClient {
  if (!METERED_KEY) throw new Error("METERED_KEY is not set");
  const client = new SignallingClient({ apiKey: METERED_KEY! });
  client.on("server-error", console.error);
  client.on("disconnected", console.error);
  return client;
}

export function join(): MeteredPeer {
  const apiKey = process.env["METERED_PEER_KEY"];
  // A peer of its own for each room.
  if (!apiKey) throw new Error("METERED_PEER_KEY is not set");
  const peer = new MeteredPeer({ apiKey: apiKey! });
  peer.on("error", console.error);
  peer.on("left", console.error);
  return peer;
}

let shared: SignallingClient | undefined;

export function lazily(): SignallingClient {
  shared ??= new SignallingClient({ apiKey: process.env.METERED_SHARED_KEY! });
  shared.on("server-error", console.error);
  shared.on("disconnected", console.error);
  return shared;
}

import { MeteredPeer } from "@metered-ca/realtime";

export function open(apiKey: string): MeteredPeer {
  const peer = new MeteredPeer({ apiKey });
  peer.on("error", ({ err }) => {
    console.error("metered-realtime peer failed:", err.name, err.message);
  });
  peer.on("left", ({ reason }) => {
    console.error("metered-realtime peer left:", reason);
  });
  return peer;
}

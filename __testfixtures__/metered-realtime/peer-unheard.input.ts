import { MeteredPeer } from "@metered-ca/realtime";

export function open(apiKey: string): MeteredPeer {
  const peer = new MeteredPeer({ apiKey });
  return peer;
}

import { MeteredPeer, RemotePeer } from "@metered-ca/realtime";

export function names(peer: MeteredPeer, peers: RemotePeer[]): unknown[] {
  return [peer, ...peers.map((one) => one.id)];
}

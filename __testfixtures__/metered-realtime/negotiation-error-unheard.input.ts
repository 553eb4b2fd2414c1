import type { MeteredPeer } from "@metered-ca/realtime";

export function wire(peer: MeteredPeer, show: (id: string) => void): void {
  peer.on("peer-joined", ({ peer: remote }) => show(remote.id));
}

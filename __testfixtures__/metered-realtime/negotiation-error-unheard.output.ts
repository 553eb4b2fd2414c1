import type { MeteredPeer } from "@metered-ca/realtime";

export function wire(peer: MeteredPeer, show: (id: string) => void): void {
  peer.on("peer-joined", ({ peer: remote }) => {
    remote.on("negotiation-error", ({ err }) => {
      if (err.name === "IceRestartExhaustedError") {
        console.error("metered-realtime cannot reach a peer any more:", remote.id);
      }
    });
    show(remote.id);
  });
}

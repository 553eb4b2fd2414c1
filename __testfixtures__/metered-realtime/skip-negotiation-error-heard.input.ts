import type { MeteredPeer, RemotePeer } from "@metered-ca/realtime";

export function wire(peer: MeteredPeer, gone: (id: string) => void): void {
  peer.on("peer-joined", ({ peer: remote }) => watch(remote, gone));
}

function watch(remote: RemotePeer, gone: (id: string) => void): void {
  remote.on("negotiation-error", ({ err }) => {
    if (err.name === "IceRestartExhaustedError") gone(remote.id);
  });
}

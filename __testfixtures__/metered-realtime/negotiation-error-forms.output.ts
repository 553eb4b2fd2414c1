import { MeteredPeer, type RemotePeer } from "@metered-ca/realtime";

export function wire(apiKey: string, tiles: Map<string, RemotePeer>): MeteredPeer {
  const peer = new MeteredPeer({ apiKey });
  peer.on("error", console.error);
  peer.on("left", console.error);
  peer.on("peer-joined", ({ peer }) => {
    peer.on("negotiation-error", ({ err }) => {
      if (err.name === "IceRestartExhaustedError") {
        console.error("metered-realtime cannot reach a peer any more:", peer.id);
      }
    });
    tiles.set(peer.id, peer);
    console.log("joined", peer.id);
  });
  return peer;
}

export function count(peer: MeteredPeer, onCount: (id: string) => void): void {
  peer.on("peer-joined", (event) => {
    event.peer.on("negotiation-error", ({ err }) => {
      if (err.name === "IceRestartExhaustedError") {
        console.error("metered-realtime cannot reach a peer any more:", event.peer.id);
      }
    });
    onCount(event.peer.id);
  });
  peer.on("peer-joined", show);
}

function show({ peer: remote }: { peer: RemotePeer }): void {
  console.log(remote.id);
}

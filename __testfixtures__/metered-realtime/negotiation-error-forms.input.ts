import { MeteredPeer, type RemotePeer } from "@metered-ca/realtime";

export function wire(apiKey: string, tiles: Map<string, RemotePeer>): MeteredPeer {
  const peer = new MeteredPeer({ apiKey });
  peer.on("error", console.error);
  peer.on("left", console.error);
  peer.on("peer-joined", ({ peer }) => {
    tiles.set(peer.id, peer);
    console.log("joined", peer.id);
  });
  return peer;
}

export function count(peer: MeteredPeer, onCount: (id: string) => void): void {
  peer.on("peer-joined", (event) => onCount(event.peer.id));
  peer.on("peer-joined", show);
}

function show({ peer: remote }: { peer: RemotePeer }): void {
  console.log(remote.id);
}

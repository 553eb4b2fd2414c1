import { MeteredPeer } from "@metered-ca/realtime";

let instance: any = null;

export function getPeer(): MeteredPeer {
  if (instance) return instance;
  instance = new MeteredPeer({ apiKey: import.meta.env.VITE_METERED_KEY || "" });
  wire(instance);
  return instance;
}

function wire(peer: MeteredPeer): void {
  peer.on("peer-joined", ({ peer: remote }: any) => {
    console.log(remote.id);
  });
}

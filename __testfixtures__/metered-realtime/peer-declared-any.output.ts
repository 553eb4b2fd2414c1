import { MeteredPeer } from "@metered-ca/realtime";

let instance: any = null;

export function getPeer(): MeteredPeer {
  if (instance) return instance;
  if (!import.meta.env.VITE_METERED_KEY) throw new Error("VITE_METERED_KEY is not set");
  instance = new MeteredPeer({ apiKey: import.meta.env.VITE_METERED_KEY || "" });
  instance.on("error", ({ err }: any) => {
    console.error("metered-realtime peer failed:", err.name, err.message);
  });
  instance.on("left", ({ reason }: any) => {
    console.error("metered-realtime peer left:", reason);
  });
  wire(instance);
  return instance;
}

function wire(peer: MeteredPeer): void {
  peer.on("peer-joined", ({ peer: remote }: any) => {
    remote.on("negotiation-error", ({ err }: any) => {
      if (err.name === "IceRestartExhaustedError") {
        console.error("metered-realtime cannot reach a peer any more:", remote.id);
      }
    });
    console.log(remote.id);
  });
}

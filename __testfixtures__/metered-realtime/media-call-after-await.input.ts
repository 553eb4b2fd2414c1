import type { MeteredPeer } from "@metered-ca/realtime";

export async function share(peer: MeteredPeer): Promise<void> {
  const cam = await navigator.mediaDevices.getUserMedia({ video: true });
  peer.addStream(cam, { role: "camera" });
}

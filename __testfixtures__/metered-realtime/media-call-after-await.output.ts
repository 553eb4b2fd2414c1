import type { MeteredPeer } from "@metered-ca/realtime";

export async function share(peer: MeteredPeer): Promise<void> {
  const cam = await navigator.mediaDevices.getUserMedia({ video: true });
  try {
    peer.addStream(cam, { role: "camera" });
  } catch (err) {
    cam.getTracks().forEach((track) => track.stop());
    throw err;
  }
}

import type { MeteredPeer } from "@metered-ca/realtime";

export async function share(peer: MeteredPeer): Promise<void> {
  const cam = await navigator.mediaDevices.getUserMedia({ video: true });
  if (peer.state === "closed") {
    cam.getTracks().forEach((track) => track.stop());
    return;
  }
  peer.addStream(cam);
}

export async function shareScreen(peer: MeteredPeer): Promise<void> {
  const screen = await navigator.mediaDevices.getDisplayMedia();
  try {
    peer.addStream(screen, { role: "screen" });
  } catch (err) {
    screen.getTracks().forEach((track) => track.stop());
    throw err;
  }
}

export function shareNow(peer: MeteredPeer, stream: MediaStream): void {
  peer.addStream(stream);
}

import { MeteredPeer } from "@metered-ca/realtime";

export async function call(peer: MeteredPeer, before: MediaStreamTrack, after: MediaStreamTrack): Promise<void> {
  try {
    await peer.join("room-42");
    await peer.replaceTrack(before, after);
  } catch (err) {
    const { name, message } = err as { name?: string; message?: string };
    console.error("peer.join or peer.replaceTrack failed:", { name, message });
    throw err;
  }
}

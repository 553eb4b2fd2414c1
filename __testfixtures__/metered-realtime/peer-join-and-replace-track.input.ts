import { MeteredPeer } from "@metered-ca/realtime";

export async function call(peer: MeteredPeer, before: MediaStreamTrack, after: MediaStreamTrack): Promise<void> {
  await peer.join("room-42");
  await peer.replaceTrack(before, after);
}

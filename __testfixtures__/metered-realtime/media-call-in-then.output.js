import { MeteredPeer } from "@metered-ca/realtime";

export function share(apiKey) {
  const peer = new MeteredPeer({ apiKey });
  peer.on("error", console.error);
  peer.on("left", console.error);
  navigator.mediaDevices
    .getUserMedia({ video: true })
    .then((cam) => {
      try {
        peer.addStream(cam);
      } catch (err) {
        cam.getTracks().forEach((track) => track.stop());
        throw err;
      }
    })
    .catch((err) => console.error(err));
  return peer;
}

/** The stream is the caller's: nobody may stop it here. */
export async function add(peer = new MeteredPeer({ apiKey: "pk_live_x" }), stream) {
  await Promise.resolve();
  peer.addStream(stream);
}

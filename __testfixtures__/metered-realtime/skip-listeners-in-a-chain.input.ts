import { MeteredPeer, SignallingClient } from "@metered-ca/realtime";

export const client = new SignallingClient({ apiKey: "pk_live_x" });
client
  .on("server-error", ({ code }) => console.error(code))
  .on("disconnected", ({ code }) => console.error(code));

export const peer = new MeteredPeer({ apiKey: "pk_live_x" })
  .on("error", ({ err }) => console.error(err.name))
  .on("left", ({ reason }) => console.error(reason));

import { SignallingClient } from "@metered-ca/realtime";

export const client = new SignallingClient({ apiKey: "pk_live_x" });
client.on("server-error", ({ code, message }) => {
  console.error("metered-realtime refused:", code, message);
});
client.on("disconnected", ({ code, reason, willReconnect }) => {
  if (!willReconnect) console.error("metered-realtime disconnected:", code, reason);
});

import { SignallingClient } from "@metered-ca/realtime";

/** @param {SignallingClient} client */
export function start(apiKey, data, stop) {
  const client = new SignallingClient({ apiKey });
  client.on("server-error", console.error).on("disconnected", console.error);
  client.on("disconnected", console.error);
  client.publish("room-1", data).catch((e) => {
    if (e.name === "over_message_quota") stop();
  });
}

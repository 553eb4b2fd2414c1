import { SignallingClient } from "@metered-ca/realtime";

export function start() {
  const apiKey = localStorage.getItem("metered-key");
  const client = new SignallingClient({ apiKey });
  client.on("server-error", console.error);
  client.on("disconnected", console.error);
  return client;
}

import { SignallingClient } from "@metered-ca/realtime";

export function wire(apiKey, bus) {
  const client = new SignallingClient({ apiKey });
  client.on("server-error", console.error);
  client.on("disconnected", console.error);
  bus.onMessage(client.publish);
}

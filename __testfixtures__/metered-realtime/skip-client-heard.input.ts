import { SignallingClient } from "@metered-ca/realtime";

export function open(apiKey: string): SignallingClient {
  const client = new SignallingClient({ apiKey });
  client.on("server-error", ({ code }) => console.error(code));
  client.on("disconnected", ({ code }) => console.error(code));
  client.publish("room-1", 1).catch((err: unknown) => console.error(err instanceof Error && err.name));
  return client;
}

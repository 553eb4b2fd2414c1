import { SignallingClient } from "@metered-ca/realtime";

export async function start(apiKey: string): Promise<void> {
  const client = new SignallingClient({ apiKey });
  client.on("server-error", console.error);
  client.on("disconnected", console.error);
  try {
    await client.subscribe("room-1");
  } catch (err) {
    console.error(err);
  }
}

import { SignallingClient } from "@metered-ca/realtime";

export async function start(apiKey: string): Promise<void> {
  const client = new SignallingClient({ apiKey });
  client.on("connected", ({ isReconnect }) => {
    if (!isReconnect) return;
    client.subscribe("room-1").catch((err: unknown) => {
      console.error("client.subscribe failed after a reconnect:", String(err));
    });
  });
  client.on("server-error", console.error);
  client.on("disconnected", console.error);
  try {
    await client.subscribe("room-1");
  } catch (err) {
    console.error(err);
  }
}

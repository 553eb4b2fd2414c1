import { SignallingClient } from "@metered-ca/realtime";

export function answer(client: SignallingClient, store: (data: unknown) => Promise<void>): void {
  client.on("direct", async ({ from, data }) => {
    try {
      await store(data);
      await client.send(from, { ok: true });
    } catch (err) {
      console.error("metered-realtime client listener for direct failed:", String(err));
    }
  });
  client.on("message", async ({ from }) => {
    try {
      await client.send(from, { seen: true });
    } catch (err) {
      console.error("metered-realtime client listener for message failed:", String(err));
    }
  });
}

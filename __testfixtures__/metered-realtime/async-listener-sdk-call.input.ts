import { SignallingClient } from "@metered-ca/realtime";

export function answer(client: SignallingClient, store: (data: unknown) => Promise<void>): void {
  client.on("direct", async ({ from, data }) => {
    await store(data);
    await client.send(from, { ok: true });
  });
  client.on("message", async ({ from }) => {
    await client.send(from, { seen: true });
  });
}

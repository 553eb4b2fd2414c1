import type { SignallingClient } from "@metered-ca/realtime";

export function wire(client: SignallingClient, store: (data: unknown) => Promise<void>): void {
  client.on("message", async ({ data }) => {
    // Kept for later.
    try {
      await store(data);
    } catch (err) {
      console.error("metered-realtime client listener for message failed:", String(err));
    }
  });
}

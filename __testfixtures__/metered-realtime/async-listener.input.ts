import type { SignallingClient } from "@metered-ca/realtime";

export function wire(client: SignallingClient, store: (data: unknown) => Promise<void>): void {
  client.on("message", async ({ data }) => {
    // Kept for later.
    await store(data);
  });
}

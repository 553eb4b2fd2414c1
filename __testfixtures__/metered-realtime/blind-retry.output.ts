import type { SignallingClient } from "@metered-ca/realtime";

export function tell(client: SignallingClient): void {
  client.publish("room-1", 1).catch(() => client.publish("room-1", 1).catch(console.error));
}

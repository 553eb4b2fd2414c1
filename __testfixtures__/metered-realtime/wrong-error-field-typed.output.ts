import type { SignallingClient } from "@metered-ca/realtime";

export function tell(client: SignallingClient, stop: () => void): void {
  client.publish("room-1", 1).catch((e: { name?: string }) => {
    if (e.name === "over_message_quota") stop();
  });
}

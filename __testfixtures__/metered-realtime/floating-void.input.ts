import { SignallingClient } from "@metered-ca/realtime";

export function tell(client: SignallingClient, room: string): void {
  void client.publish(room, { n: 1 });
}

import { SignallingClient } from "@metered-ca/realtime";

export function tell(client: SignallingClient, room: string): void {
  void client.publish(room, { n: 1 }).catch((err: unknown) => {
    const { name, message } = err as { name?: string; message?: string };
    console.error("client.publish failed:", { name, message });
  });
}

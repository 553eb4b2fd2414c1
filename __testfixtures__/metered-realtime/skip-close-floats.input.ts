import type { SignallingClient } from "@metered-ca/realtime";

export function stop(client: SignallingClient): void {
  void client.close();
}

import type { SignallingClient } from "@metered-ca/realtime";

export function wire(client: SignallingClient, stop: () => void): void {
  client.on("server-error", ({ code }) => {
    switch (code) {
      case "over_message_quota":
        stop();
        break;
    }
  });
}

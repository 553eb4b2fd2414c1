import { SignallingClient } from "@metered-ca/realtime";

export function wire(button: HTMLButtonElement, client: SignallingClient, peerId: string): void {
  button.addEventListener("click", async () => {
    try {
      await client.send(peerId, { hi: true });
    } catch (err) {
      const { name, message } = err as { name?: string; message?: string };
      console.error("client.send failed:", { name, message });
    }
  });
}

import { SignallingClient } from "@metered-ca/realtime";

export function wire(button: HTMLButtonElement, client: SignallingClient, peerId: string): void {
  button.addEventListener("click", async () => {
    await client.send(peerId, { hi: true });
  });
}

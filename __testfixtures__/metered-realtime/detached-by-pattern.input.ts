import { SignallingClient } from "@metered-ca/realtime";

export function makeBus(client: SignallingClient) {
  const { publish } = client;
  const { close, on: _on } = client;
  const { data } = { data: client };
  return { say: (text: string) => publish("room", text).catch((err: Error) => console.error(err.name)), close, data };
}

import { SignallingClient } from "@metered-ca/realtime";
import { render } from "./view";

export async function start(client: SignallingClient): Promise<void> {
  await client.connect();
  await client.subscribe("lobby");
}

declare const client: SignallingClient;
start(client).then(() => render());
